"""Names of months."""

from __future__ import annotations

import re

import pytest

from newsclean.normalize.months import month_names, month_pattern


@pytest.mark.parametrize(
    ("language", "name", "number"),
    [
        ("de", "märz", 3),
        ("de", "jänner", 1),
        ("fr", "août", 8),
        ("ru", "января", 1),
        ("ru", "январь", 1),
        ("pl", "stycznia", 1),
        ("ar", "شباط", 2),
        ("ar", "فبراير", 2),
        ("xx", "march", 3),
        (None, "sept", 9),
    ],
)
def test_names_and_numbers(language: str | None, name: str, number: int) -> None:
    assert month_names(language)[name] == number


def test_english_is_always_known() -> None:
    assert month_names("fi")["may"] == 5


def test_a_language_that_nobody_knows_has_the_english_names() -> None:
    assert month_names("qqq") == month_names(None)


def test_the_longest_name_is_found_first() -> None:
    found = re.match(month_pattern("en"), "september 2024", re.IGNORECASE)
    assert found is not None
    assert found[0] == "september"
