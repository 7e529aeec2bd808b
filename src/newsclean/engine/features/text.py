"""Lengths and characters of the blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.characters import Char, count_kinds

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats, Kinds

_LOGARITHMS: Final = ("words", "chars", "commas", "stops", "bars")
NAMES: Final = (*_LOGARITHMS, "link_share", "ends_sentence")
_COUNTED: Final = (Char.COMMA, Char.STOP, Char.BAR)


def rows(facts: Facts, table: Kinds) -> Floats:
    """The rows of `NAMES`.

    Args:
        facts: of the page.
        table: the `Char` of every character.
    """
    counts, _, last = count_kinds(facts.texts, table, _COUNTED)
    ends = (last == Char.STOP) | (last == Char.QUOTE)
    out = np.array((facts.words, facts.chars, *counts, facts.link_share, ends))
    logarithms = out[: len(_LOGARITHMS)]
    np.log1p(logarithms, out=logarithms)
    return out
