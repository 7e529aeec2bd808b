"""A byline up to its names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.byline_text import prepared, says_by, without_by, without_cjk_task, without_others


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("Autor: von Ann Lee", "Ann Lee"),
        ("By Ann Lee a@example.org @annlee", "Ann Lee"),
        ("<b>By</b> Ann&nbsp;Lee", "Ann Lee"),
        ("By Ann Lee\nBo Wang of Oslo", "Ann Lee; Bo Wang of Oslo"),
        ("Photo by Ann Lee", ""),
        ("Byron Lee", "Byron Lee"),
    ],
)
def test_what_is_left_of_a_byline(text: str, expected: str) -> None:
    assert prepared(text) == expected


def test_the_word_by() -> None:
    assert says_by("Von Ann Lee")
    assert not says_by("Ludwig von Lee")
    assert without_by("Guest column by Ann Lee") == "Ann Lee"
    assert without_by("Ludwig von Lee") == "Ludwig von Lee"


def test_others_and_tasks_behind_names() -> None:
    assert without_others("Ann Lee, photos by Bo Wang") == "Ann Lee"
    assert without_others("Ann Photosmith") == "Ann Photosmith"
    assert without_cjk_task("김철수 기자") == "김철수"
    assert without_cjk_task("Ann Lee") == "Ann Lee"


@given(st.text(max_size=80))
def test_any_text_is_prepared(text: str) -> None:
    assert prepared(text).strip() == prepared(text)
