"""Selectors as the parser needs them, and what they may cost."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_HAS: Final = ":has("
_START: Final = re.compile(r"""("[^"]*"|'[^']*'|\[[^\]"']*)|(?:(?<=[(,>+~\s])|\A):(?=[a-z])""", re.IGNORECASE)


@lru_cache(maxsize=1_024)
def mended(css: str) -> str:
    """The same selector with `*` in front of a pseudo-class that begins a compound, where `:has()` is used.

    Lexbor (selectolax 1.0.2) looks at the first element alone in `div:has(> :is(p, ul))`, and at all of them in
    `div:has(> *:is(p, ul))`; and around the elements that `:not(:is(:has(> p))) b` finds it looks at the nearest alone.
    """
    if _HAS not in css:
        return css
    return _START.sub(lambda match: match[1] or "*:", css)


MAX_DEPTH: Final = 100
"""Elements inside one another on a page on which deep selectors are used; at most 51 on the pages of the evaluation
corpus. `div:has(div a)` tries every element below an element, and every one below that: in five columns of elements it
takes 2.8 ms at a depth of 100, 25 ms at 200 and 321 ms at 400."""
MAX_DEEP_STEPS: Final = 1
"""Steps to any element below that a `:has()` may hold. With two, the same page takes 86 ms at a depth of 100."""

_PIECE: Final = re.compile(
    r"""(?P<skip>"[^"]*"|'[^']*'|\[(?:[^\]"']|"[^"]*"|'[^']*')*\])|(?P<has>:has\(\s*(?P<near>[>+~])?)\s*"""
    r"""|(?P<open>\(\s*)|(?P<close>\s*\))|(?P<step>\s*[>+~,]\s*)|(?P<deep>\s+)|.""",
    re.DOTALL,
)


@lru_cache(maxsize=1_024)
def deep_steps(css: str) -> int:
    """The most steps to any element below that a `:has()` of a selector holds, those of one inside of another added.

    The first step into `:has(a)` is none: it takes one look at each element below.
    """
    most = 0
    steps: list[int | None] = [None]  # of each bracket that is open; None in those of no `:has()`
    for piece in _PIECE.finditer(css):
        if piece["has"]:
            around = steps[-1]
            steps.append(0 if around is None else around + (piece["near"] is None))
        elif piece["open"]:
            steps.append(None)
        elif piece["close"] and len(steps) > 1:
            steps.pop()
        elif piece["deep"] and (inside := steps[-1]) is not None:
            steps[-1] = inside + 1
        most = max(most, steps[-1] or 0)
    return most
