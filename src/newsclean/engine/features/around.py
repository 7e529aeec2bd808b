"""The neighbours of the blocks, and the heading above each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.engine.features.facts import Facts, Floats

SHOWN: Final = {"word_mean": (-1, 1), "name_low": (-2, -1, 1, 2), "words": (-1, 1)}
"""Features of its neighbours that a block sees too, and which neighbours."""
OF_HEADING: Final = ("word_high", "word_mean", "name_near")
"""Features of the heading above a block that the block sees too."""
NAMES: Final = (
    *(f"{name}{shift:+d}" for name, shifts in SHOWN.items() for shift in shifts),
    *(f"over_{name}" for name in OF_HEADING),
)


def rows(facts: Facts, known: Mapping[str, Floats]) -> Floats:
    """The rows of `NAMES`.

    Args:
        facts: of the page.
        known: features by name.
    """
    found = np.full((len(NAMES), len(facts.texts)), -1.0)
    place = 0
    for name, shifts in SHOWN.items():
        shown = known[name]
        for by in shifts:
            if by < 0:
                found[place, -by:] = shown[:by]
            else:
                found[place, :-by] = shown[by:]
            place += 1
    headed = (facts.over >= 0).nonzero()[0]
    over = facts.over[headed]
    for name in OF_HEADING:
        found[place, headed] = known[name][over]
        place += 1
    return found
