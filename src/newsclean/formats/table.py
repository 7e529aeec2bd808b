"""A plain-text table whose last column wraps, measured in columns of a terminal: an ideograph takes two."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP: Final = "  "
"""Between two columns."""
MIN_LAST: Final = 20
"""Columns that the last column has at least; a narrower terminal breaks the lines itself."""

_TWO_COLUMNS: Final = frozenset("WF")


def draw(rows: Sequence[tuple[str, ...]], width: int) -> str:
    """The rows, below one another; a line break in a last cell starts a new line in it.

    Args:
        rows: cells, as many in each row; all but the last are on one line.
        width: columns that the table may take.
    """
    firsts = [max(columns(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    indent = sum(firsts) + len(GAP) * len(firsts)
    return "\n".join(line.rstrip() for row in rows for line in _lines(row, firsts, max(width - indent, MIN_LAST)))


def _lines(row: tuple[str, ...], firsts: list[int], last: int) -> Iterator[str]:
    head = "".join(cell + " " * (size - columns(cell)) + GAP for cell, size in zip(row, firsts, strict=False))
    for paragraph in row[-1].split("\n"):
        for line in wrap(paragraph, last):
            yield head + line
            head = " " * columns(head)


def columns(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, broken at spaces, and inside a word that is longer than a line."""
    lines: list[str] = []
    for piece in (piece for word in text.split() for piece in _pieces(word, width)):
        if lines and columns(lines[-1]) + 1 + columns(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines or [""]


def _pieces(text: str, width: int) -> Iterator[str]:
    """A text in pieces of at most `width` columns, cut without regard to words."""
    start = used = 0
    for i, char in enumerate(text):
        size = _columns_of(char)
        if used + size > width and i > start:
            yield text[start:i]
            start, used = i, 0
        used += size
    yield text[start:]


def _columns_of(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _TWO_COLUMNS else 1
