# Liyi's interface text. Both languages must have the same keys.

## Title
title-tagline = Practise service standards in real situations, and hear what customers really think.
title-start = Start practising
title-continue = Go on: { $title }
title-settings = Settings
title-quit = Quit
title-keys = Tab or arrow keys move · Enter chooses · Esc goes back
title-version = Version { $version }

## Settings
settings-title = Settings
settings-language = Language
settings-text-size = Text size
settings-timers = Practice timers
settings-timers-note = Slows or stops rings, silences and other limits; the scorecard says so.
settings-sound = Sound
settings-sound-off = Off
settings-sound-percent = { $percent }%
settings-motion = Movement
settings-motion-full = Full
settings-motion-reduced = Reduced
settings-close = Done
text-size-small = Small
text-size-normal = Normal
text-size-large = Large
text-size-larger = Larger
timers-off = Off
