"""Data tables: a row is a block. Tables that lay out the page are left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks.tables import MAX_EMPTY, in_columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

PROSE = " ".join(["The harbour board met again on Monday to speak of the quay and its walls."] * 6)


def test_a_row_is_one_block_with_bars_between_cells(read: Callable[[str], Page]) -> None:
    page = read(
        "<table><caption>Boats</caption><thead><tr><th>From<th>To</thead>"
        "<tbody><tr><td>Quay<td>Island<tr><td>Island<td>Quay</table>"
    )
    assert [(block.text, block.kind) for block in page.blocks] == [
        ("Boats", "paragraph"),
        ("From | To", "table_row"),
        ("Quay | Island", "table_row"),
        ("Island | Quay", "table_row"),
    ]
    assert [page.path(i) for i in (1, 2, 3)] == ["body/table/thead/tr", "body/table/tbody/tr", "body/table/tbody/tr[2]"]


def test_a_row_counts_words_and_links_of_its_cells(read: Callable[[str], Page]) -> None:
    (block,) = read('<table><tr><td>two words<td><a href="/x">link</a></table>').blocks
    assert (block.words, block.link_chars) == (3, 4)


def test_paragraphs_of_one_cell_stand_together(read: Callable[[str], Page]) -> None:
    (block,) = read("<table><tr><td><p>one</p><p>two</p><td>three</table>").blocks
    assert block.text == "one two | three"


def test_indices_run_on_after_a_table(read: Callable[[str], Page]) -> None:
    page = read("<p>a</p><table><tr><td>b<td>c</table><p>d</p>")
    assert [(block.index, block.text) for block in page.blocks] == [(0, "a"), (1, "b | c"), (2, "d")]


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>Menu<td><p>{PROSE}</p></table>",
        "<table><tr><td>Menu<td><h2>Headline</h2><p>Text</p></table>",
        "<table><tr><td><p>One</p><p>Two</p></table>",
    ],
    ids=["running text", "heading", "one column"],
)
def test_a_layout_table_is_left_alone(read: Callable[[str], Page], table: str) -> None:
    assert not any(block.kind == "table_row" for block in read(table).blocks)
    assert not any("|" in block.text for block in read(table).blocks)


def test_a_data_table_inside_a_layout_table(read: Callable[[str], Page]) -> None:
    page = read(f"<table><tr><td>Menu<td><p>{PROSE}</p><table><tr><td>a<td>b</table></table>")
    assert [block.kind for block in page.blocks] == ["paragraph", "paragraph", "table_row"]
    assert page.blocks[2].text == "a | b"


def test_running_text_cut_into_paragraphs_is_still_layout(read: Callable[[str], Page]) -> None:
    short = "<p>The harbour board met again on Monday to speak of the quay and its old stone walls.</p>" * 8
    page = read(f"<table><tr><td>Menu<td>{short}</table>")
    assert len(page.blocks) == 9


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("<td>a<td><td>b", "a |  | b"),
        ("<th><th>a<th>b", " | a | b"),
        ("<th>a<td><td>b", "a |  | b"),
        ("<td>a<td>b<td>", "a | b"),
        ("<td>a<th>b<td>c", "a | b | c"),
        ("<td><p>a<p>b<td><td> <td>c", "a b |  |  | c"),
        ("<td>a | b<td><td>c", "a | b | c"),
        ("<td>a" + "<td>" * 50 + "b", "a" + " | " * (MAX_EMPTY + 1) + "b"),
    ],
)
def test_cells_can_be_put_into_their_columns(read: Callable[[str], Page], row: str, text: str) -> None:
    page = read(f"<table><tr>{row}<tr><td>d<td>e<td>f</table>")
    first, second = page.blocks
    assert in_columns(first.text, first.frame, page.frames) == text
    assert in_columns(second.text, second.frame, page.frames) == "d | e | f"


def test_an_empty_cell_leaves_no_trace(read: Callable[[str], Page]) -> None:
    texts = [block.text for block in read("<table><tr><td>a<td><td>b<tr><td>c<td>d<td>e</table>").blocks]
    assert texts == ["a | b", "c | d | e"]
