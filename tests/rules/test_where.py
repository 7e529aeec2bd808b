"""Places: the first and last blocks of a story, and what comes after an entry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.where import Where, parse_where


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("first:3", Where("first", 3)),
        ("last:8", Where("last", 8)),
        ("first:20%", Where("first", 20, percent=True)),
        ("last:100%", Where("last", 100, percent=True)),
        ("after:mirrors", Where("after", entry="mirrors")),
    ],
)
def test_the_five_forms_are_read(text: str, place: Where) -> None:
    assert parse_where(text) == place


@pytest.mark.parametrize(
    "text", ["", "first", "first:0", "last:-1", "first:101%", "middle:3", "after:", "first: 3", "last:1.5%"]
)
def test_anything_else_is_refused_with_the_forms_that_there_are(text: str) -> None:
    with pytest.raises(ValueError, match="first:N, last:N"):
        parse_where(text)


def test_what_stands_before_the_story_counts_as_first_and_what_stands_behind_it_as_last() -> None:
    story = (3, 4, 5, 6)
    assert list(parse_where("first:2").span(story, 10)) == [0, 1, 2, 3, 4]
    assert list(parse_where("last:1").span(story, 10)) == [6, 7, 8, 9]


def test_a_share_is_rounded_up_so_that_it_is_never_nothing() -> None:
    assert list(parse_where("first:1%").span(range(10), 10)) == [0]
    assert list(parse_where("last:25%").span(range(10), 10)) == [7, 8, 9]


def test_a_story_without_blocks_has_no_places() -> None:
    assert not parse_where("first:3").span((), 5)


@given(count=st.integers(1, 100), size=st.integers(1, 60), percent=st.booleans())
def test_first_and_last_of_everything_are_everything(count: int, size: int, *, percent: bool) -> None:
    first, last = (Where(side, count, percent).span(range(size), size) for side in ("first", "last"))
    assert 1 <= len(first) == len(last) <= size
    if not percent and count >= size:
        assert first == last == range(size)
