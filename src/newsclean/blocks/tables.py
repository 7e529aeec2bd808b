"""Joins the cells of data tables to one block a row; tables that only lay out the page are left as they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cells import SEPARATOR
from newsclean.page import NONE, Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.page import Frame

CELL_WORDS: Final = 60
"""A cell with more words holds running text: the table is layout."""
_CELLS: Final = frozenset(("td", "th"))
MAX_EMPTY: Final = 20
"""Empty cells side by side that are drawn: more make room for pictures or nothing."""


class Joined(NamedTuple):
    """Blocks, counted anew."""

    blocks: tuple[Candidate, ...]
    places: tuple[int, ...]
    """Old index to new index, and one more entry for "after the last"."""


def join_rows(blocks: Sequence[Candidate], frames: Sequence[Frame]) -> Joined:
    """The blocks with every data row as one block, its cells joined by ` | `."""
    if not any(frame.tag == "tr" for frame in frames):
        return Joined(tuple(blocks), tuple(range(len(blocks) + 1)))
    row_of = [_nearest(block.frame, ("tr",), frames) for block in blocks]
    rows: defaultdict[int, list[Candidate]] = defaultdict(list)
    for block, row in zip(blocks, row_of, strict=True):
        rows[row].append(block)
    rows.pop(NONE, None)
    data = _data_rows(rows, frames)
    out: list[Candidate] = []
    places: list[int] = []
    new_index: dict[int, int] = {}
    for block, row in zip(blocks, row_of, strict=True):
        if row not in data:
            places.append(len(out))
            out.append(block._replace(index=len(out)))
            continue
        if row not in new_index:
            new_index[row] = len(out)
            out.append(_join(rows[row], row, len(out), frames))
        places.append(new_index[row])
    return Joined(tuple(out), (*places, len(out)))


def in_columns(text: str, row: int, frames: Sequence[Frame]) -> str:
    """The text of a data row with its empty cells, so that the others stand in their columns: `a | | c`.

    An empty `th` before a `td` with text is not seen: empty cells are no frames, and elements are counted by tag.

    Args:
        text: of the block that was made of the row.
        row: index of its frame.
        frames: of the page.
    """
    cells = text.split(SEPARATOR)
    before = _empty_before(row, frames)
    if not any(before) or len(cells) != len(before):  # or one has a separator of its own, or only a picture
        return text
    return SEPARATOR.join(column for cell, empty in zip(cells, before, strict=True) for column in (*[""] * empty, cell))


def _empty_before(row: int, frames: Sequence[Frame]) -> list[int]:
    """How many cells without text stand before each of the others in a row."""
    out: list[int] = []
    column = 0
    seen: Counter[str] = Counter()
    for cell in islice(frames, row + 1, None):
        if cell.depth <= frames[row].depth:
            break
        if cell.parent == row and cell.tag in _CELLS:
            others = seen.total() - seen[cell.tag]
            seen[cell.tag] += 1
            out.append(min(max(cell.nth - 1 + others - column, 0), MAX_EMPTY))
            column += out[-1] + 1
    return out


def _data_rows(rows: dict[int, list[Candidate]], frames: Sequence[Frame]) -> frozenset[int]:
    """Rows of tables in which no cell holds running text or a heading, and some row has two cells or more."""
    layout: set[int] = set()
    wide: set[int] = set()
    for row, blocks in rows.items():
        table = _nearest(row, ("table",), frames)
        cells: defaultdict[int, int] = defaultdict(int)
        for block in blocks:
            cells[_nearest(block.frame, _CELLS, frames)] += block.words
        if max(cells.values()) > CELL_WORDS or any(block.kind == "heading" for block in blocks):
            layout.add(table)
        if len(cells) > 1:
            wide.add(table)
    return frozenset(row for row in rows if _nearest(row, ("table",), frames) in wide - layout)


def _join(cells: Sequence[Candidate], row: int, index: int, frames: Sequence[Frame]) -> Candidate:
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for cell in cells:
        texts[_nearest(cell.frame, _CELLS, frames)].append(cell.text)
    return Candidate(
        index=index,
        text=SEPARATOR.join(" ".join(parts) for parts in texts.values()),
        kind="table_row",
        frame=row,
        words=sum(cell.words for cell in cells),
        link_chars=sum(cell.link_chars for cell in cells),
    )


def _nearest(frame: int, tags: Sequence[str] | frozenset[str], frames: Sequence[Frame]) -> int:
    """The innermost frame with one of the tags, or NONE."""
    while frame != NONE and frames[frame].tag not in tags:
        frame = frames[frame].parent
    return frame
