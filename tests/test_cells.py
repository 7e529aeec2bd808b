"""The cells of a table row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cells import SEPARATOR, spans


def told(row: str) -> list[str]:
    return [row[start:end] for start, end in spans(row)]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Ferry | Seats", ["Ferry", "Seats"]),
        ("a | | c", ["a", "", "c"]),
        ("| b", ["", "b"]),
        ("a |", ["a", ""]),
        ("one", ["one"]),
        ("", [""]),
        ("a||b c|d", ["a||b c|d"]),
    ],
)
def test_cells_and_empty_ones(row: str, cells: list[str]) -> None:
    assert told(row) == cells


@given(st.lists(st.text("ab é", max_size=5).map(str.strip), min_size=1, max_size=6))
def test_what_is_joined_is_parted_again(cells: list[str]) -> None:
    row = " ".join(SEPARATOR.join(cells).split())
    assert told(row) == [" ".join(cell.split()) for cell in cells]
