"""Figures as tables for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

COUNTS: Final = re.compile(r"(?:^|\s)(?:pages|with body|n)$")
"""Names of figures that are counts."""
SIZES: Final = re.compile(r"^(?:ms|KB|MB)\b|^ratio$")
"""Names of figures of which two places are enough."""
NONE: Final = "-"


def table(columns: Mapping[str, Mapping[str, float]], names: Iterable[str] | None = None) -> str:
    """A line per figure, a column per heading."""
    named = list(names or dict.fromkeys(name for figures in columns.values() for name in figures))
    lines = [
        ["", *columns],
        *([name, *(cell(name, column.get(name)) for column in columns.values())] for name in named),
    ]
    return grid(lines)


def grid(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells, the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip() for line in lines
    )


def turned(lines: Mapping[str, Mapping[str, float]]) -> str:
    """A column per figure, a line per heading."""
    named = list(dict.fromkeys(name for figures in lines.values() for name in figures))
    return grid([["", *named], *([head, *(cell(n, figures.get(n)) for n in named)] for head, figures in lines.items())])


def cell(name: str, value: float | None) -> str:
    """A figure, as short as it is telling."""
    if value is None:
        return NONE
    if COUNTS.search(name):
        return f"{value:.0f}"
    return f"{value:.2f}" if SIZES.search(name) else f"{value:.4f}"
