"""Dates told from the time of the fetch."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.normalize.relative import read_relative

FETCHED = datetime(2024, 5, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("3 hours ago", "en", "2024-05-10"),
        ("yesterday", "en", "2024-05-09"),
        ("vor 3 Stunden", "de", "2024-05-10"),
        ("gestern", "de", "2024-05-09"),
        ("il y a 2 jours", "fr", "2024-05-08"),
        ("hace 2 días", "es", "2024-05-08"),
        ("2 giorni fa", "it", "2024-05-08"),
        ("há 2 dias", "pt", "2024-05-08"),
        ("2 dagen geleden", "nl", "2024-05-08"),
        ("2 dni temu", "pl", "2024-05-08"),
        ("2 gün önce", "tr", "2024-05-08"),
        ("2 дня назад", "ru", "2024-05-08"),
        ("2日前", "ja", "2024-05-08"),
        ("2天前", "zh", "2024-05-08"),
        ("2일 전", "ko", "2024-05-08"),
        ("2 hari yang lalu", "id", "2024-05-08"),
        ("قبل 2 أيام", "ar", "2024-05-08"),
        ("2 ngày trước", "vi", "2024-05-08"),
        ("for 2 dager siden", "no", "2024-05-08"),
        ("πριν 2 ημέρες", "el", "2024-05-08"),
        ("2 روز قبل", "fa", "2024-05-08"),
        ("2 วันที่แล้ว", "th", "2024-05-08"),
        ("3小時前", "zh", "2024-05-10"),
        ("Published 2 days ago", "en", "2024-05-08"),
        ("Veröffentlicht: vor 2 Tagen", "de", "2024-05-08"),
    ],
)
def test_days_in_many_languages(text: str, language: str, day: str) -> None:
    found = read_relative(text, FETCHED, language)
    assert found is not None
    assert (found.value.date().isoformat(), found.precision, found.value.tzinfo) == (day, "day", None)


@pytest.mark.parametrize(
    "text", ["in 3 days", "Paris", "2", "May", "3 hours ago, a man of the harbour office said so", ""]
)
def test_what_is_no_past_moment(text: str) -> None:
    assert read_relative(text, FETCHED, "en") is None


def test_a_fetch_without_a_zone_tells_nothing() -> None:
    assert read_relative("yesterday", FETCHED.replace(tzinfo=None), "en") is None


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40))
def test_any_line_is_read_or_left(text: str) -> None:
    found = read_relative(text, FETCHED, "xx")
    assert found is None or found.value.date() <= FETCHED.date()
