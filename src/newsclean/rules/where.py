"""`where`: the part of a page in which an entry may match."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

PATTERN: Final = r"(first|last):([1-9][0-9]*)(%?)|after:(\S+)"
"""Grammar of `where`, also for the schema."""
_GRAMMAR: Final = re.compile(PATTERN)
_ALL: Final = 100


@dataclass(frozen=True, slots=True)
class Where:
    """A parsed `where`."""

    side: Literal["first", "last", "after"]
    count: int = 0
    percent: bool = False
    entry: str = ""
    """Id of the entry of an `after`."""

    def span(self, story: Sequence[int], size: int) -> range:
        """Indices of the blocks meant by `first` and `last`.

        Args:
            story: the blocks that are counted, in order; what stands before the first of them is "first" too, what
                stands behind the last of them "last".
            size: blocks of the page.
        """
        if not story:
            return range(0)
        count = math.ceil(len(story) * self.count / _ALL) if self.percent else self.count
        count = min(count, len(story))
        return range(story[count - 1] + 1) if self.side == "first" else range(story[-count], size)


def parse_where(text: str) -> Where:
    """Reads a `where`.

    Raises:
        ValueError: it is none; the message says what it may be.
    """
    match = _GRAMMAR.fullmatch(text)
    if match is None or (match[3] and int(match[2]) > _ALL):
        message = f"{text!r} is not a place: write first:N, last:N, first:P%, last:P% (P from 1 to 100) or after:<id>"
        raise ValueError(message)
    if match[4]:
        return Where("after", entry=match[4])
    return Where("first" if match[1] == "first" else "last", int(match[2]), match[3] == "%")
