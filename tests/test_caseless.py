"""Patterns that find what they say in any case, as `re.IGNORECASE` does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.caseless import Caseless

PATTERN = r"\b(?:by|von|écrit par|автор)(?P<colon>\s?:)?\s+(?=[a-z])"
LINES = st.text("By vonVON écritÉCRIT parPAR авторАВТОР:ann .\n", max_size=40)


@pytest.mark.parametrize(
    "text", ["By Ann Lee", "VON ann lee", "Story BY: Ann Lee", "Écrit par Ann Lee", "АВТОР: Ann Lee"]
)
def test_case_does_not_count(text: str) -> None:
    assert Caseless(PATTERN).search(text)


@pytest.mark.parametrize("text", ["", "Baby Ann", "By 1912", "bу Ann Lee"])  # the last has a Cyrillic letter
def test_letters_do(text: str) -> None:
    assert Caseless(PATTERN).search(text) is None


def test_only_the_beginning_is_matched() -> None:
    assert Caseless("by").match("By Ann")
    assert Caseless("by").match("Ann, by day") is None


def test_flags_count() -> None:
    assert Caseless("by.+ann").search("By\nAnn") is None
    assert Caseless("by.+ann", re.DOTALL).search("By\nAnn")


@given(text=LINES)
def test_it_finds_the_same_places_as_ignoring_the_case_of_the_text_as_written(text: str) -> None:
    ours, plain = Caseless(PATTERN), re.compile(PATTERN, re.IGNORECASE)
    found, expected = list(ours.finditer(text)), list(plain.finditer(text))
    assert [match.span() for match in found] == [match.span() for match in expected]
    assert [match.span("colon") for match in found] == [match.span("colon") for match in expected]
    first, begun = ours.search(text), ours.match(text)
    assert (first and first.span()) == (expected[0].span() if expected else None)
    assert (begun is None) == (plain.match(text) is None)
