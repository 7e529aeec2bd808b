"""Selectors as the parser needs them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_HAS: Final = ":has("
_START: Final = re.compile(r"""("[^"]*"|'[^']*'|\[[^\]"']*)|(?<=[(,>+~\s]):(?=[a-z])""", re.IGNORECASE)


@lru_cache(maxsize=1_024)
def mended(css: str) -> str:
    """The same selector with `*` in front of a pseudo-class that begins a compound, where `:has()` is used.

    Lexbor (selectolax 1.0.2) looks at the first element alone in `div:has(> :is(p, ul))`, and at all of them in
    `div:has(> *:is(p, ul))`.
    """
    if _HAS not in css:
        return css
    return _START.sub(lambda match: match[1] or "*:", css)
