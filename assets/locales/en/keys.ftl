# Keys and what they do.

key-enter = Enter
key-space = Space
key-numpad = Numpad { $key }
keys-between = { ", " }

## Keys in the settings
keys-note = Choose the key on the right, then press the new one. Tab, Enter, Space and Esc always do the same.
keys-none = Not set
keys-change = { $action }: { $keys }; change
keys-press = Press a key …
keys-press-for = Press a key for “{ $action }”
keys-cancel = Cancel
keys-clear = Remove
keys-clear-of = Remove the keys of “{ $action }”
keys-cleared = “{ $action }” has lost its keys.
keys-reset = Reset all
keys-were-reset = All keys are what they were at first.
keys-given = { $key } now does “{ $action }”.
keys-conflict = { $key } does “{ $other }” now. Give it to “{ $action }”?
keys-take = Give it
keys-leave = Leave it
keys-taken = { $key } now does “{ $action }”; “{ $other }” has other keys.
keys-taken-last = { $key } now does “{ $action }”; “{ $other }” has no key left.
keys-fixed = { $key } always does “{ $other }”; choose another key.
keys-unknown = That key cannot be used; choose another.

## Actions
action-confirm = Choose
action-go-on = Read on
action-back = Back, pause
action-next-control = Next item
action-previous-control = Previous item
action-up = Up
action-down = Down
action-left = Left
action-right = Right
action-page-up = A screen up
action-page-down = A screen down
action-top = To the top
action-bottom = To the bottom
action-option = Item { $number }
action-history = History
action-auto-advance = Read on by itself
action-skip = Skip what was read (hold)
action-rewind = Back a beat
action-settings = Settings
action-larger-text = Larger text
action-smaller-text = Smaller text
action-language = Other language
action-projector = Projector view
action-full-screen = Full screen
action-problems = Fold, open file problems
