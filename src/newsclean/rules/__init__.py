"""Site rules: what no general engine can know of one site, as data (`sites/<host>.toml`), applied as verdicts.

`load` reads and checks a file, `library` finds the rules of a page, `apply` says what they say of its blocks.
"""
