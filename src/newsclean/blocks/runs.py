"""Where one run of text ends and the next begins: does a sentence run on, is a space missing."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

_ADDRESSES: Final = ("http:", "https:", "www.")
_SENTENCE_ENDS: Final = (".", "!", "?", "…", ":", ";", ".”", ".“", '."', ".»", "!”", "?”", '!"', '?"')


def runs_on(before: str, after: str) -> bool:
    """Whether a sentence runs on behind a line break: no end before it, a small letter behind it, and no address.

    Args:
        before: text before the break, without white space at its end.
        after: text behind it, without white space at its start.
    """
    return after[0].islower() and not after.startswith(_ADDRESSES) and not before.endswith(_SENTENCE_ENDS)


def spaced(runs: list[str]) -> list[str]:
    """Texts of neighbouring elements, with a space where two sentences would stand together without one."""
    out = [runs[0]]
    for before, after in pairwise(runs):
        if after[:1].isupper() and before[-1:] in ".!?" and before[-2:-1].islower():
            out.append(" ")
        out.append(after)
    return out
