"""What Markdown and HTML share."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Block, Image
from newsclean.formats import structure


def block(kind: str = "list_item", level: int = 0, text: str = "x") -> Block:
    return Block(index=3, kind=kind, level=level, text=text, path="p")  # type: ignore[arg-type]


def items(*levels: int) -> tuple[Block, ...]:
    return tuple(block(level=level) for level in levels)


def test_runs_join_lists_quotes_and_tables_and_nothing_else() -> None:
    kinds = ["paragraph", "paragraph", "quote", "quote", "list_item", "heading", "heading", "table_row", "table_row"]
    runs = [(kind, len(run)) for kind, run in structure.runs(map(block, kinds))]
    assert runs == [
        ("paragraph", 1),
        ("paragraph", 1),
        ("quote", 2),
        ("list_item", 1),
        ("heading", 1),
        ("heading", 1),
        ("table_row", 2),
    ]


def order(article: Article) -> list[str]:
    """What stands where: the name of a picture, the kind of the blocks."""
    return [part.kind if isinstance(part, structure.Run) else str(part.alt) for part in structure.parts(article)]


def placed(*kinds: str) -> tuple[Block, ...]:
    return tuple(Block(index=10 * i, kind=kind, text="x", path="p") for i, kind in enumerate(kinds, 1))  # type: ignore[arg-type]


def test_pictures_stand_where_the_page_has_them() -> None:
    images = (
        Image(alt="lead", is_main=True),
        Image(alt="late", position=25),
        Image(alt="early", position=4),
        Image(alt="beside early", position=4),
        Image(alt="at the second", position=20),
        Image(alt="behind all", position=99),
        Image(alt="nowhere"),
    )
    assert order(Article(blocks=placed("paragraph", "heading", "paragraph"), images=images)) == [
        *("lead", "early", "beside early", "paragraph", "at the second", "heading", "late", "paragraph"),
        *("behind all", "nowhere"),
    ]


def test_a_picture_inside_of_a_list_or_table_stands_behind_it() -> None:
    blocks = placed("list_item", "list_item", "table_row", "table_row", "paragraph")
    images = (Image(alt="in the list", position=20), Image(alt="in the table", position=40))
    assert order(Article(blocks=blocks, images=images)) == [
        *("list_item", "in the list", "table_row", "in the table", "paragraph"),
    ]


def test_a_lead_picture_with_a_place_stands_there() -> None:
    images = (Image(alt="lead", is_main=True, position=20),)
    assert order(Article(blocks=placed("paragraph", "heading"), images=images)) == ["paragraph", "lead", "heading"]


@pytest.mark.parametrize(
    ("kind", "paths", "sizes"),
    [
        ("quote", ["body/blockquote/p", "body/blockquote/p[2]", "body/blockquote[2]/p"], [2, 1]),
        ("quote", ["body/blockquote/p", "body/blockquote/blockquote/p"], [2]),
        ("quote", ["body/aside/p", "body/aside[2]/p"], [2]),
        ("table_row", ["table/tr/td/table/tr", "table/tr/td/table/tr[2]", "table/tr/td/table[2]/tr"], [2, 1]),
        ("table_row", ["line 1", "line 2"], [2]),
        ("list_item", ["body/ul/li", "body/ul[2]/li"], [2]),
    ],
)
def test_two_quotes_and_two_tables_stay_two(kind: str, paths: list[str], sizes: list[int]) -> None:
    blocks = (replace(block(kind), path=path) for path in paths)
    assert [len(run) for _, run in structure.runs(blocks)] == sizes


@pytest.mark.parametrize(
    ("levels", "depths"),
    [
        ((1, 1), (0, 0)),
        ((1, 2, 2, 1), (0, 1, 1, 0)),
        ((1, 4, 2), (0, 1, 1)),
        ((3, 1, 2), (0, 0, 1)),
        ((0,), (0,)),
        (tuple(range(1, 10)), (0, 1, 2, 3, 4, 5, 5, 5, 5)),
        ((), ()),
    ],
)
def test_depths(levels: tuple[int, ...], depths: tuple[int, ...]) -> None:
    assert structure.depths(items(*levels)) == depths


@given(levels=st.lists(st.integers(-3, 40), min_size=1))
def test_depths_never_jump(levels: list[int]) -> None:
    depths = structure.depths(items(*levels))
    assert depths[0] == 0
    assert all(0 <= after <= before + 1 for before, after in pairwise(depths))
    assert max(depths) < structure.MAX_DEPTH


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a | b", ("a", "b")),
        ("a | | c", ("a", "", "c")),
        ("| a | b", ("", "a", "b")),
        ("a|b | c", ("a|b", "c")),
        ("a", ("a",)),
        ("| | a", ("", "", "a")),
    ],
)
def test_cells_of_a_row(text: str, cells: tuple[str, ...]) -> None:
    drawn = structure.cells(block("table_row", text=text))
    assert tuple("".join(piece.text for piece in cell) for cell in drawn) == cells


@pytest.mark.parametrize(("level", "drawn"), [(-1, 1), (0, 1), (2, 2), (6, 6), (9, 6)])
def test_heading_levels_are_those_of_html(level: int, drawn: int) -> None:
    assert structure.heading_level(block("heading", level)) == drawn


@pytest.mark.parametrize(
    ("caption", "credit", "legend"),
    [("A  quay", "Bo\nLind", "A quay (Bo Lind)"), ("A quay", None, "A quay"), (None, "Bo", "(Bo)"), (None, None, "")],
)
def test_legend(caption: str | None, credit: str | None, legend: str) -> None:
    assert structure.legend(Image(caption=caption, credit=credit)) == legend
