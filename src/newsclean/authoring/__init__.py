"""What helps people to write site rules: rules held against saved pages, compared, drafted and learned.

`saved` finds the pages, `reader` reads them with given rules and no others, `parts` says what came out. On top of
these, `diff` compares two sets of rules and `blame` tells what each rule is good for.
"""
