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
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]]:
    """How many characters of each kind the texts have, and the kind of the last character of each.

    Args:
        texts: none of them empty; of long ones only the first `MAX_CHARS` characters count.
        table: the `Char` of every character of the basic plane (`training/characters.py` makes it).

    Returns:
        A row per text and a column per `Char`; one `Char` per text.
    """
    cut = [text if len(text) <= MAX_CHARS else text[:MAX_CHARS] for text in texts]
    lengths = np.fromiter(map(len, cut), np.int64, len(cut))
    codes = np.frombuffer("".join(cut).encode(_ENCODING, "surrogatepass"), np.uint32)
    kinds = table[np.minimum(codes, BMP - 1)]
    owner = np.repeat(np.arange(len(cut), dtype=np.int64) * KINDS, lengths)
    counts = np.bincount(owner + kinds, minlength=len(cut) * KINDS)
    return counts.reshape(len(cut), KINDS).astype(np.float32), kinds[np.cumsum(lengths) - 1]
