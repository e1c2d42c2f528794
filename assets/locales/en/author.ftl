# Interface text of the author's tools.
author-new-written = Written: { $file }. It is whole and can be played at once.
author-new-steps =
    What to do next:
      1. liyi play { $id } --text      see what it does (without --text: in the window)
      2. open { $file } in any text editor; the remarks say what each place is for
      3. liyi check { $file }      after each change; what is wrong is named with its line
      4. liyi graph { $id } --format svg --out { $id }.svg      see the branching
      5. liyi run { $id } --policy best      the best run should reach 100
    The format: scenarios/README.md. Every field: scenarios/REFERENCE.md.
author-new-steps-elsewhere =
    What to do next:
      1. open { $file } in any text editor; the remarks say what each place is for
      2. liyi check { $file }      after each change; what is wrong is named with its line
      3. to play it, move the file to Liyi’s folder scenarios: then liyi play { $id }
    The format: scenarios/README.md. Every field: scenarios/REFERENCE.md.

## The picture of a scenario
graph-written = Written: { $file }
graph-subtitle = { $id } · profile { $profile } · seed { $seed } · the best run scores { $score }
graph-legend-best = the best run, numbered in order
graph-legend-watch = a watch: may come from anywhere
graph-legend-ending = ending
graph-choice = choice
graph-timer = timer
graph-queue = queue
graph-order = order
graph-gesture = gesture
graph-inspect = inspect
graph-pack = pack
graph-slider = slider
graph-note = note
graph-any-time = at any time: { $when }
graph-always = always
graph-never = never
graph-else = otherwise
graph-not = not { $it }
graph-and = {" and "}
graph-or = {" or "}
graph-bracket = ({ $it })
graph-before = { $first } before { $then }
graph-within = { $mark } within { $time }
graph-seconds = { $seconds } s
graph-rings = { $mark } by ring { $rings }
graph-time-up = time up
graph-grade = grade ≥ { $percent } %
graph-hand-mine = your hand first ({ $who })
graph-hand-theirs = { $who }’s hand first
graph-hand-either = either hand first ({ $who })
graph-hand-nobody = no handshake ({ $who })
graph-ruled = rule { $rule } ({ $who })
graph-varied = drawn { $axis }: { $drawn }
graph-profile = profile { $key }: { $value }
graph-had = { $standard }: { $verdict }

## Which standard is tested where
coverage-total = { $tested } of { $all } standards are tested by some scenario; { $left } by none yet.
coverage-domain = domain
coverage-tested = tested
coverage-scenario = scenario
coverage-standards = standards
coverage-beats = beats that judge
coverage-all-judged = Every standard that a scenario lists is judged in it.
coverage-only-declared = { $scenario } lists these, but no rule ever judges them: { $standards }
coverage-untested = Tested by none, the gravest first ({ $few } of { $all }):
coverage-more = All of them: liyi coverage --all; one domain with its beats: liyi coverage --domain phone
coverage-nowhere = (no scenario yet)
coverage-recovered = { $scenario }: can be repaired in { $beats }
