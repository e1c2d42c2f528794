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
      3. to play it, move the file to Liyi's folder scenarios: then liyi play { $id }
    The format: scenarios/README.md. Every field: scenarios/REFERENCE.md.
