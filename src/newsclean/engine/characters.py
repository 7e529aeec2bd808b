"""Counts of kinds of characters per block, all blocks of a page in one go."""

from __future__ import annotations

import sys
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

MAX_CHARS: Final = 4_000
"""Characters of a block that are looked at; what a longer one is, its first screens show."""
BMP: Final = 0x10000
"""Characters that the table knows; those beyond it count as its last."""
_ENCODING: Final = f"utf-32-{'le' if sys.byteorder == 'little' else 'be'}"


class Char(IntEnum):
    """Kinds of characters that tell prose from furniture."""

    OTHER = 0
    LOWER = 1
    UPPER = 2
    DIGIT = 3
    SPACE = 4
    COMMA = 5
    STOP = 6
    """Ends of sentences."""
    QUOTE = 7
    PUNCTUATION = 8
    IDEOGRAPH = 9
    """Scripts that put no spaces between words."""
    BAR = 10
    """Separators of lists in one line."""


KINDS: Final = len(Char)
_LANES: Final = 4
"""Kinds that are counted at a time: each has 16 bits of a number of 64, and `MAX_CHARS` fits there."""


class Counts(NamedTuple):
    """Kinds of characters of some texts."""

    counts: npt.NDArray[np.uint16]
    """Kind and text to the number of its characters."""
    first: npt.NDArray[np.uint8]
    """Text to the `Char` of its first character."""
    last: npt.NDArray[np.uint8]


def count_kinds(texts: Sequence[str], table: npt.NDArray[np.uint8], kinds: Sequence[Char] = tuple(Char)) -> Counts:
    """How many characters of some kinds the texts have, and how each begins and ends.

    Args:
        texts: none of them empty; of long ones only the first `MAX_CHARS` characters count.
        table: the `Char` of every character of the basic plane (`training/characters.py` makes it).
        kinds: those to count.
    """
    cut = [text if len(text) <= MAX_CHARS else text[:MAX_CHARS] for text in texts]
    ends = np.cumsum(np.fromiter(map(len, cut), np.intp, len(cut)))
    codes = np.frombuffer("".join(cut).encode(_ENCODING, "surrogatepass"), np.uint32)
    found = np.take(table, codes, mode="clip")
    starts = np.concatenate((np.zeros(1, np.intp), ends[:-1]))
    rows = [
        np.add.reduceat(_one_each(*kinds[i : i + _LANES])[found], starts).view(np.uint16).reshape(-1, _LANES).T
        for i in range(0, len(kinds), _LANES)
    ]
    counts = rows[0] if len(rows) == 1 else np.concatenate(rows)
    return Counts(counts[: len(kinds)], found[starts], found[ends - 1])


@cache
def _one_each(*kinds: Char) -> npt.NDArray[np.uint64]:
    """For every `Char` a number with a one in the lane of that kind, or 0: the sum of many holds all counts."""
    lanes = np.zeros((KINDS, _LANES), np.uint16)
    lanes[kinds, range(len(kinds))] = 1
    return lanes.view(np.uint64)[:, 0]
