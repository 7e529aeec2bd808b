"""The cells of a table row in the text of its block: joined by ` | `, also where some are empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATOR: Final = " | "
"""Between the cells, in `Block.text`."""

_BETWEEN = re.compile(r"(?<!\S)\|(?!\S)")
"""White space is folded, so around an empty cell the separators have one space between them."""


def spans(row: str) -> Iterator[tuple[int, int]]:
    """Where each cell of a row begins and ends, white space around it left out; an empty one has no length."""
    start = 0
    for match in _BETWEEN.finditer(row):
        yield _trimmed(row, start, match.start())
        start = match.end()
    yield _trimmed(row, start, len(row))


def _trimmed(row: str, start: int, end: int) -> tuple[int, int]:
    cell = row[start:end]
    left = len(cell) - len(cell.lstrip())
    return start + left, start + left + len(cell.strip())
