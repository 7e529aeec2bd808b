"""What helps people to write site rules: rules held against saved pages, compared, drafted and learned.

`saved` finds the pages, `reader` reads them with given rules and no others, `parts` says what came out. On top of
these, `diff` compares two sets of rules, `blame` tells what each rule is good for, `draft` writes what a person has to
complete, and `lesson` what several pages of a site teach; the last two see a page as a `specimen`.
"""
