"""A table in columns of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.formats import table

TEXT = st.text(st.sampled_from("ab c港口é\u0301\u200cیک \n"))


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("港口", 4), ("e\u0301", 1), ("ﾊﾝ", 2), ("Ａ", 2)])
def test_columns(text: str, columns: int) -> None:
    assert table.columns(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("港口重新 开放", 5, ["港口", "重新", "开放"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert table.wrap(text, width) == lines


@given(text=TEXT, width=st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = table.wrap(text, width)
    assert all(table.columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_last_column_wraps_under_itself() -> None:
    drawn = table.draw([("a", "long name", "first words of it\nby nobody"), ("bb", "x", "")], 32)
    assert drawn.split("\n") == [
        "a   long name  first words of it",
        "               by nobody",
        "bb  x",
    ]
    narrow = table.draw([("a", "long name", "first words of it and many more")], 29)
    assert narrow.split("\n") == ["a  long name  first words of it", "              and many more"]
