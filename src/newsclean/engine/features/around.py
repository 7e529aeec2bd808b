"""The neighbours of the blocks, and the heading above each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features.facts import running, shifted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.engine.features.facts import Facts, Floats

SHIFTS: Final = (-3, -2, -1, 1, 2, 3)
"""Neighbours whose main features a block sees too."""
SHOWN: Final = (
    "words", "link_share", "stops", "word_mean", "name_low", "name_total", "upper_share", "depth", "heading",
    "body_hit",
)  # fmt: skip
"""These features."""
OF_HEADING: Final = ("word_mean", "word_low", "word_high", "link_share", "words", "depth", "name_near")
"""Features of the heading above a block that the block sees too."""
NAMES: Final = (
    *(f"{name}{shift:+d}" for shift in SHIFTS for name in SHOWN),
    *(f"over_{name}" for name in OF_HEADING),
    *"over_blocks over_between over_deeper".split(),
)


def rows(facts: Facts, known: Mapping[str, Floats]) -> list[Floats]:
    """The rows of `NAMES`.

    Args:
        facts: of the page.
        known: features by name.
    """
    shown = np.array([known[name] for name in SHOWN])
    return [*(row for shift in SHIFTS for row in shifted(shown, shift)), *_heading(facts, known)]


def _heading(facts: Facts, known: Mapping[str, Floats]) -> list[Floats]:
    """What is known of the last heading before each block; -1 where there is none."""
    over = facts.over
    none = over < 0
    words = running(facts.words)
    found = np.array([known[name] for name in OF_HEADING])[:, over]
    extra = np.array(
        (facts.numbers - over, np.log1p(words[facts.numbers] - words[over + 1]), known["depth"] - known["depth"][over])
    )
    table = np.concatenate((found, extra))
    table[:, none] = -1.0
    return [*table]
