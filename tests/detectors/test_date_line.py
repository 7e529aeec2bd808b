"""A line that is nothing but a date moves; dates in sentences, and years on their own, stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2024",
        "4 March 2024",
        "Monday, 4 March 2024 6:30 AM",
        "Mon Mar 04, 2024 06:30AM",
        "Mon Mar 04, 2024 06:30AM [Updated: Tue Mar 05, 2024 12:03PM ]",
        "Published: March 4, 2024 at 6:30 p.m. EST",
        "Last updated on 4 March 2024, 06:30 GMT",
        "UPDATED March 4, 2024 | 2:10 PM",
        "2024-03-04T06:30:00Z",
        "04/03/2024 06:30",
        "4.3.2024",
        "March 4th, 2024",
    ],
)
def test_a_date_above_the_story_moves(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("date_line", story(line)) == {line: "date_line"}
    assert said("date_line", article(f"<p>{line}</p>")) == {line: "date_line"}


@pytest.mark.parametrize(
    "line",
    [
        "2024",
        "In 2024",
        "Monday",
        "March",
        "May 2024 be kinder",
        "The quay opened on March 4, 2024.",
        "Ankerholm, March 4, 2024",
        "4 March 2024 was a Monday.",
        "1,200 in 2024",
        "10 - 2",
        "Update: 1 of 2 at 2024 feet",
    ],
)
def test_other_lines_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("date_line", story(line)) == {}
    assert said("date_line", article(f"<p>{line}</p>")) == {}


def test_a_date_in_the_middle_heads_a_part_of_the_story(story: Read, article: Read, said: Said) -> None:
    assert said("date_line", story(middle=("March 4, 2024",))) == {}
    assert said("date_line", article(middle="<p>March 4, 2024</p>")) == {}
    assert said("date_line", story(below=("March 4, 2024",))) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("date_line", story()) == {}
    assert said("date_line", article()) == {}


@pytest.mark.timeout(20)
def test_a_hostile_line_is_read_in_time(story: Read, said: Said) -> None:
    said("date_line", story("2024 " + "1" * 40 + "x"))
    said("date_line", story("1/1/2024 " + "-" * 20_000 + "x"))
