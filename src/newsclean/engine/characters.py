"""Counts of kinds of characters per block, all blocks of a page in one go."""

from __future__ import annotations

import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Final

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


def count_kinds(
    texts: Sequence[str], table: npt.NDArray[np.uint8]
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """How many characters of each kind the texts have, and the kinds of the first and last character of each.

    Args:
        texts: none of them empty; of long ones only the first `MAX_CHARS` characters count.
        table: the `Char` of every character of the basic plane (`training/characters.py` makes it).

    Returns:
        A row per `Char` and a column per text; one `Char` per text, twice.
    """
    cut = [text if len(text) <= MAX_CHARS else text[:MAX_CHARS] for text in texts]
    ends = np.cumsum(np.fromiter(map(len, cut), np.intp, len(cut)))
    codes = np.frombuffer("".join(cut).encode(_ENCODING, "surrogatepass"), np.uint32)
    kinds = np.take(table, codes, mode="clip")
    counts = np.empty((KINDS, len(cut)), np.intp)
    starts = np.concatenate((np.zeros(1, np.intp), ends[:-1]))
    for kind in range(KINDS):
        np.add.reduceat(kinds == kind, starts, out=counts[kind], dtype=np.intp)
    return counts, kinds[starts], kinds[ends - 1]
