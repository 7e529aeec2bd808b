"""Plain text: a line is a block, whatever ends it, and neighbours stay apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.blocks import read_text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(end: str) -> None:
    page = read_text(end.join(("First line", "Second line", "", "Third line")))
    assert [block.text for block in page.blocks] == ["First line", "Second line", "Third line"]
    assert [block.line for block in page.blocks] == [1, 2, 4]
    assert [block.after_gap for block in page.blocks] == [True, False, True]


def test_neighbouring_lines_are_never_joined() -> None:
    page = read_text("Another story's caption. (AFP photo)\nThis story's caption. (Photo by Reuters)")
    assert len(page.blocks) == 2


def test_line_numbers_are_those_of_an_editor() -> None:
    page = read_text("\n\n  \nFirst text\n\n\nSecond text")
    assert [page.path(block.index) for block in page.blocks] == ["line 4", "line 7"]


def test_white_space_is_folded_and_blank_lines_are_no_blocks() -> None:
    page = read_text("\ufeff  News \u00a0 / \u00a0 World \t\n \u00a0 \n\u3000\nText")
    assert [block.text for block in page.blocks] == ["News / World", "Text"]
    assert page.blocks[1].after_gap


def test_a_line_of_text_has_no_markup_evidence() -> None:
    (block,) = read_text("Three plain words").blocks
    assert (block.kind, block.level, block.frame, block.link_chars, block.words) == ("paragraph", 0, -1, 0, 3)


def test_the_address_is_kept() -> None:
    page = read_text("Text", url="https://example.org/a")
    assert (page.mode, page.url) == ("text", "https://example.org/a")


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t\r\n"])
def test_nothing_is_no_block(text: str) -> None:
    assert read_text(text).blocks == ()


@given(st.text(alphabet=st.sampled_from("ab \t\n\r\u00a0\u2028,.")))
def test_no_line_is_lost_and_none_is_invented(text: str) -> None:
    lines = (" ".join(line.split()) for line in re.split(r"\r\n|[\n\r\u2028\u2029]", text))
    assert [block.text for block in read_text(text).blocks] == [line for line in lines if line]


@given(st.text())
def test_blocks_are_numbered_in_order(text: str) -> None:
    blocks = read_text(text).blocks
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert all(block.text.strip() for block in blocks)
    assert [block.line for block in blocks] == sorted({block.line for block in blocks})


@given(st.text())
def test_no_character_is_lost_but_white_space(text: str) -> None:
    kept = "".join("".join(block.text.split()) for block in read_text(text).blocks)
    assert kept.replace("\ufeff", "") == "".join(text.split()).replace("\ufeff", "")
