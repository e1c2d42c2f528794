# The debrief screen, and the words for results that all shells share.
debrief-head = Debrief: { $scenario }
debrief-play-again = Play again
debrief-another-seed = Another variation
debrief-list = List of scenarios
debrief-leaf-overview = Overview
debrief-leaf-service = Service type
debrief-leaf-strip = Time strip
debrief-leaf-customers = Customers
debrief-leaf-domains = Standards
debrief-leaf-notes = Notes
debrief-try-from = Try from here

## Overview
debrief-score = Standards score
debrief-score-capped = A critical standard was violated and not put right, so no more than 59 counts (it would be { $uncapped }).
debrief-critical-violated = A critical standard was violated and not put right.
debrief-critical-missed = A critical standard was missed. Practise that one first.
debrief-sides = Work → { $procedural }, people ↑ { $personal }
debrief-no-evidence = not enough evidence
debrief-between = {" "}/{" "}
debrief-says = { $name }:{" "}
debrief-done-well =
    { $count ->
        [0] Done well
        [1] One thing you did well
       *[other] { $count } things you did well
    }
debrief-done-well-none = No standard was fully met this time. Pick a moment below and try again from there.
debrief-cost-most =
    { $count ->
        [0] What cost most
        [1] The one that cost most
       *[other] The { $count } that cost most
    }
debrief-cost-nothing = Nothing was lost.
debrief-lost-points = cost { $points } points
debrief-lost-capping = cost { $points } points and capped the score
debrief-you-did = You did:{" "}
debrief-standard = Standard:{" "}
debrief-why-it-matters = Why it matters:{" "}
debrief-would-have-worked = What would have worked:{" "}
debrief-house-ruling = House ruling:{" "}
debrief-keep-again = Keep it again
debrief-points = { $score } points
debrief-then = ;{" "}
debrief-comma = ,{" "}
debrief-practice = practice
debrief-progress-first = This is the first run
debrief-progress-practice = Practice: part of it was tried again
debrief-progress-run = run { $number }: { $score }
debrief-progress-words = Scores so far: { $runs }
debrief-progress-by = Run { $number }, { $by } on the last

## Service type
debrief-axis-procedural = Work →
debrief-axis-personal = ↑ People
debrief-fields-empty = Four fields: how the work is done across, how people are treated upwards. There is not enough evidence for a point yet.
debrief-fields-words = Four fields: how the work is done across, how people are treated upwards. { $runs }
debrief-fields-scale = The lines at 70 part the fields; the scale is tighter below 70 than above it. Between the dotted lines, 65 to 75, it is too close to call, and both types are named.
debrief-fields-run = Run { $number }: work { $procedural }, people { $personal }, { $kind }
debrief-no-evidence-why = Too few standards were tested in this run to see both sides, so it has no point in the fields.
debrief-advice-quality = The work was done and people felt looked after. Another variation shows whether both hold.
debrief-advice-by-the-book = The steps were there, but it felt cold. Next time, see what the other person needs first, then take the steps.
debrief-advice-warm-and-friendly = It felt warm, but the work was not all done. Keep the warmth, and take the steps one by one.
debrief-advice-indifferent = Neither the steps nor the people were cared for. Begin with one moment: find what cost most, and try again from there.
debrief-way-number = This is run { $number }
debrief-way-first = Play again, and a line leads on from this point.
debrief-way-moved = From “{ $was }” to “{ $is }”, score { $by }
debrief-way-stayed = The same type as last time, score { $by }
debrief-way-run = Run { $number }
debrief-way-hidden =
    { $count ->
        [1] One earlier run is not drawn.
       *[other] { $count } earlier runs are not drawn.
    }
debrief-way-practice = A diamond is practice: a run tried again from the middle, so its first part had been played before.
debrief-way-changed = scenario changed since
debrief-ago-now = just before
debrief-ago-minutes =
    { $count ->
        [1] a minute before
       *[other] { $count } minutes before
    }
debrief-ago-hours =
    { $count ->
        [1] an hour before
       *[other] { $count } hours before
    }
debrief-ago-days =
    { $count ->
        [1] a day before
       *[other] { $count } days before
    }

## Time strip
debrief-beat = A beat begins
debrief-nothing-judged = No standard was tested in this beat.
debrief-not-counted = Standards not counted here
debrief-felt = How it landed
debrief-happened = What happened
debrief-strip-hint = Press a beat or a mark, or walk along the beats with ← → and through their marks with ↑ ↓; below is what happened.
debrief-sign-line = Something said
debrief-sign-deed = Your act
debrief-sign-ring = A ring
debrief-sign-time-up = Time is up
debrief-ring = { $line }, ring { $count }

## Customers
debrief-no-customers = No customer was met in this run.
debrief-expected = Expected
debrief-perceived = Perceived
debrief-gap = Gap
debrief-expected-of = Where the expectation came from
debrief-perceived-as = What was perceived
debrief-hint = What you could have known:{" "}
debrief-bar-mark = ▼ is what this customer expected overall. Solid is what was perceived, slanting strokes what was missing, upright ones what went beyond; dots were not put to the test.
debrief-bar-weight = counts { $weight }%
debrief-bar-below = { $value }, { $gap } below
debrief-bar-level = { $value }, as expected
debrief-bar-above = { $value }, { $gap } above
debrief-bar-untested = { $value }, not tested
debrief-hurt-most = What cost most here
debrief-pleased-most = What won most here
debrief-moved-by = { $place }: { $touched }, gap { $by }

## Standards
debrief-domains-none = No standard was tested in this run.
debrief-domain-now = This run: { $verdicts }
debrief-domain-before =
    { $runs ->
        [1] The full run before met { $share }%: { $verdicts }
       *[other] Met { $share }% in the { $runs } full runs before: { $verdicts }
    }
debrief-domain-untested = not tested

## Notes
debrief-practise-next = Practise this next
debrief-practise-none = Nothing was lost. Another variation brings other situations.
debrief-lost-first = This standard first went wrong at { $place }
debrief-rulings = House rulings used
debrief-rulings-note = Where the sources are silent or disagree, the house has decided.
debrief-rulings-none = None was needed in this run.
debrief-refused = Recognise and refuse
debrief-refused-note = Practices that a source names and nobody should follow today. Seeing them and declining is what counts.
debrief-house-off = Standards this house does not count
debrief-house-off-why = In “{ $house }”, { $key }: { $value }
debrief-key-gender = whether sex decides the order
debrief-key-marital = whether marriage decides the order
debrief-value-off = no
debrief-value-on = yes
debrief-value-social = on social occasions only
debrief-value-always = always
debrief-reproduce = How this result came about
debrief-made-under =
    House profile: { $profile }
    Variation number: { $seed }. Timers: { $timers }
debrief-record = Record: { $scenario }, { $hash }, { $profile }, { $version }
debrief-no-claim = This scores your choices in a script. It does not measure sincerity, and it must not be used to rank people or to set pay.

## Words for results that all shells share
service-warm-and-friendly = Warm and friendly
part-past = Past experience
part-word-of-mouth = Word of mouth
part-needs = Own needs
