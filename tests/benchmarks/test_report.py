"""Tables for people."""

from __future__ import annotations

from typing import Any

import pytest


def test_figures_are_lines_and_columns_line_up(program: Any) -> None:
    shown = program.table({"zyte": {"pages": 101, "word F1": 0.98765}, "all": {"pages": 7, "ms median": 2.25}})
    assert shown.splitlines() == [
        "             zyte   all",
        "pages         101     7",
        "word F1    0.9877     -",
        "ms median       -  2.25",
    ]


def test_only_the_figures_that_were_named(program: Any) -> None:
    assert program.table({"a": {"x": 1.0, "y": 2.0}}, ["y"]).splitlines() == ["        a", "y  2.0000"]


def test_or_the_other_way_round(program: Any) -> None:
    assert program.turned({"newsclean": {"ms median": 2.0, "pages": 3}, "peer": {"ms median": 14.0}}).splitlines() == [
        "           ms median  pages",
        "newsclean       2.00      3",
        "peer           14.00      -",
    ]


@pytest.mark.parametrize(
    ("name", "shown"), [("n", "3"), ("pages", "3"), ("ms p95", "3.00"), ("MB at 10", "3.00"), ("failed", "3.0000")]
)
def test_places_depend_on_the_figure(program: Any, name: str, shown: str) -> None:
    assert program.cell(name, 3.0) == shown
