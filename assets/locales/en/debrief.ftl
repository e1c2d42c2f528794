# The debrief screen, and the words for results that all shells share.
debrief-head = Debrief: { $scenario }
debrief-play-again = Play again
debrief-another-seed = Another seed
debrief-list = List of scenarios
debrief-leaf-overview = Overview
debrief-leaf-strip = Time strip
debrief-leaf-customers = Customers
debrief-leaf-notes = Notes
debrief-try-from = Try from here

## Overview
debrief-score = Standards score
debrief-score-capped = A critical standard was violated and not put right, so no more than 59 counts (it would be { $uncapped }).
debrief-critical-violated = A critical standard was violated and not put right.
debrief-critical-missed = A critical standard was missed. Practise that one first.
debrief-sides = Procedural → { $procedural }, personal ↑ { $personal }
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

## Time strip
debrief-beat = A beat begins
debrief-nothing-judged = No standard was tested in this beat.
debrief-not-counted = Standards not counted here
debrief-felt = How it landed

## Customers
debrief-no-customers = No customer was met in this run.
debrief-expected = Expected
debrief-perceived = Perceived
debrief-gap = Gap
debrief-expected-of = Where the expectation came from
debrief-perceived-as = What was perceived
debrief-hint = What you could have known:{" "}
debrief-bar-mark = The upright line is what this customer expected overall. Green rose in this run, red fell, the pale was not put to the test.
debrief-bar-value = { $value }, { $weight }%
debrief-hurt-most = What cost most here
debrief-pleased-most = What won most here
debrief-moved-by = { $place }: { $touched }, gap { $by }

## Notes
debrief-practise-next = Practise this next
debrief-practise-none = Nothing was lost. Another seed brings other situations.
debrief-lost-first = First lost at { $place }
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
    House profile: { $profile } ({ $id })
    Seed: { $seed }. Timers: { $timers }
    Scenario: { $scenario }, content check { $hash }, version { $version }
debrief-no-claim = This scores your choices in a script. It does not measure sincerity, and it must not be used to rank people for pay.

## Words for results that all shells share
service-warm-and-friendly = Warm and friendly
part-past = Past experience
part-word-of-mouth = Word of mouth
part-needs = Own needs
