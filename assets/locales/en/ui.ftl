# Liyi's interface text. Both languages must have the same keys.

## Title
title-tagline = Practise service standards, and hear what customers really think.
title-start = Start practising
title-continue = Go on: { $title }
title-settings = Settings
title-quit = Quit
title-keys = { $next } or arrow keys move, { $confirm } chooses, { $back } goes back
title-version = Version { $version }

## Settings
settings-title = Settings
settings-language = Language
settings-text-size = Text size
settings-projector = View
settings-projector-note = Type large enough for the back of a room. F11 fills the screen.
settings-projector-off = Screen
settings-projector-on = Projector
settings-timers = Practice timers
settings-timers-note = Slows or stops rings, silences and other limits; the scorecard says so.
settings-sound = Everything
settings-sound-off = Off
settings-sound-percent = { $percent }%
settings-ambience = Surroundings
settings-speech = Voices
settings-captions = Sound captions
settings-captions-note = Writes what is heard on the screen: which ring it is, a door, a cup.
settings-cues = Cue for met and missed
settings-cues-note = One quiet sound when the outcome of a step has been told. The debrief says more.
settings-no-ears = This machine has no sound device, so nothing is heard; what should be heard is written as captions.
settings-on = On
settings-off = Off
settings-motion = Movement
settings-motion-full = Full
settings-motion-reduced = Reduced
settings-close = Done
settings-choice = { $setting }: { $choice }
settings-leaf-reading = Reading
settings-leaf-play = Play
settings-leaf-sound = Sound
settings-leaf-screen = Screen
settings-leaf-keys = Keys
text-size-small = Small
text-size-normal = Normal
text-size-large = Large
text-size-larger = Larger
text-size-huge = Huge
text-size-largest = Largest
timers-off = Off

## Everywhere
back = Back
list-comma = { "; " }

## Scenario list
list-title = Scenarios
list-empty = There are no scenarios here yet. Put scenario files into the scenarios folder and open Liyi again.
list-minutes = About { $minutes } min
list-standards = { $count } standards
list-standing = Best { $best }, last { $last }
list-problem = { $file } has a problem and cannot be played
list-problem-playable = { $file } has a problem; its last good version is used
list-finding = { $found }. Expected: { $expected }
list-nearest = { " " }(did you mean “{ $name }”?)
list-more = { $count } more. See them all with liyi check.

## Briefing
briefing-situation = Situation
briefing-standards = { $count } standards
briefing-standards-note = The run is scored by these standards and no others. Read them now or afterwards, as you like.
briefing-goal = What to achieve
briefing-people = The people
briefing-house = House profile
briefing-seed = Variation number
briefing-seed-note = The same number brings the same variations.
briefing-seed-down = Variation number minus one
briefing-seed-up = Variation number plus one
briefing-seed-draw = Another
briefing-change = Change
briefing-begin = Begin
house-as-written = As the sources say: sex and marriage count in who goes first.
house-classroom = For everyday teaching: sex counts on social occasions only.
house-international = For guests from everywhere: neither sex nor marriage counts; business order at the table.

## Standards
standard-criterion = Measured by: { $criterion }
standard-source = Source: { $clauses }
standard-off = Does not count in this house
severity-critical = Critical
severity-major = Major
severity-minor = Minor
treatment-caveat = Dated; read with care
treatment-toggle = Depends on the house
treatment-refuse = Recognise and refuse

## Results
band-not-yet-safe = Not yet safe
band-practise-again = Practise again
band-competent = Competent
band-good = Good
band-exemplary = Exemplary
verdict-met = Met
verdict-recovered = Recovered
verdict-partial = Partly met
verdict-missed = Missed
verdict-violated = Violated
verdict-not-applicable = Not applicable

## Service types
service-quality = Quality service
service-by-the-book = By the book
service-indifferent = Indifferent

## Gaps
gap-dissatisfied = Dissatisfied
gap-satisfied = Satisfied
gap-delighted = Delighted
attribute-reliability = Reliability
attribute-responsiveness = Responsiveness
attribute-competence = Competence
attribute-courtesy = Courtesy
attribute-surroundings = Surroundings
# Between two short pieces of one line.
dot = {", "}
