# Reading: going on by itself, skipping what was read, looking back, rewinding.
settings-auto = Go on by itself
settings-auto-note = A line that has been read goes on by itself; it never answers for you.
settings-auto-off = Off
reading-speed-slow = Slow
reading-speed-normal = Normal
reading-speed-fast = Fast

play-auto = Auto
play-skip = Skip read
play-look-back = Look back
play-next-page = More
play-page = { $page }/{ $of }

pause-look-back = Look back

look-back-title = Look back
look-back-close = Return
look-back-last = Answer the last again
look-back-here = Back to here
look-back-earlier = Earlier

rewind-title = Back to “{ $beat }”?
rewind-what = The run goes on from there: what was said and done since is undone.
rewind-practice = A run in which you went back counts as practice: you still see your scorecard, marked “practice”, but it does not count as a first result.
rewind-stay = Stay here
rewind-go-back = Go back
