# The standards screen.

title-standards = Look up standards
briefing-all-standards = All standards
window-standards = Standards

standards-title = Standards
standards-search = Search the standards
standards-hint = Chinese, English, pinyin: ws
standards-clear = Clear
standards-all = All
standards-domain = { $domain }, { $count }
standards-found = { $count ->
    [one] 1 standard
   *[other] { $count } standards
}
standards-for = “{ $typed }”
standards-for-in = { $domain }: “{ $typed }”
standards-house = Numbers as in the house “{ $house }”
standards-nothing = Nothing fits “{ $typed }”. Try another word, or the initials of the pinyin, such as ws for 握手.
standards-nothing-here = Nothing in “{ $domain }” fits “{ $typed }”; elsewhere { $count ->
    [one] 1 does
   *[other] { $count } do
}.
standards-none = There are no standards: none of their files can be used. Run liyi check.
standards-page = Page { $page } of { $of }
standards-before = ← Previous
standards-after = Next →
standards-tested = Practised in:
standards-untested = No scenario practises it yet.

## The parts of a standard
dimension-procedural = How the work is done
dimension-personal = How people are treated
dimension-both = Work and people
dimension-knowledge = Knowledge
treatment-teach = Do as written
treatment-teach-with-note = Do as written, see the note
standard-numbers = Numbers: { $measures }
measure-of-origin = { $bound } ({ $origin })
measure-with-tolerance = { $measure }, give or take { $amount } ({ $origin })
origin-source = from the source
origin-design = a design value; the source gives none
origin-house = this house’s own
measure-at-most = at most { $amount }
measure-at-least = at least { $amount }
measure-exactly = { $amount }
measure-between = { $low } to { $amount }
measure-by = by { $amount }
measure-from = from { $amount }
measure-site = the site’s own time
unit-rings = { $n ->
    [one] 1 ring
   *[other] { $n } rings
}
unit-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}
unit-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
unit-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
unit-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
unit-working-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
}
unit-times = { $n ->
    [one] once
   *[other] { $n } times
}
unit-items = { $n ->
    [one] 1 item
   *[other] { $n } items
}
unit-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
unit-turns = { $n ->
    [one] 1 turn
   *[other] { $n } turns
}
unit-sentences = { $n ->
    [one] 1 sentence
   *[other] { $n } sentences
}
unit-steps = { $n ->
    [one] 1 step
   *[other] { $n } steps
}
unit-percent = { $n }%
unit-degrees = { $n }°
unit-celsius = { $n } °C
