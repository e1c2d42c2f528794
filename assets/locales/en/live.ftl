# Live authoring: files reloaded when they are saved, and the problems panel.
live-comma = { ", " }
live-reloaded = Reloaded { $files }
live-went-back = . The answers no longer lead to where you were; play goes on from “{ $beat }”.
live-problems = { $count ->
    [one] 1 problem
   *[other] { $count } problems
}
live-marker = { $count ->
    [one] 1 problem in the files; F8 opens it
   *[other] { $count } problems in the files; F8 opens them
}
live-fold = Fold away
live-last-good = The last good version stays in play. Mend the file and save it, and this closes by itself.
live-found = Found: { $found }
live-expected = Expected: { $expected }
live-nearest = Did you mean { $name }?
live-explain = Explain { $code }
live-more = { $count } more. See them all with liyi check.
