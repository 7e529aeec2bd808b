"""Other calendars: known days, days that there are not, and that days follow one another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.calendars import gregorian, islamic, jalali


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((1402, 1, 1), date(2023, 3, 21)),
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1399, 9, 3), date(2020, 11, 23)),
        ((1300, 1, 1), date(1921, 3, 21)),
        ((1402, 12, 30), None),
        ((1402, 13, 1), None),
        ((1402, 7, 31), None),
        ((2023, 1, 1), None),
    ],
)
def test_persian_days(day: tuple[int, int, int], expected: date | None) -> None:
    assert jalali(*day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1444, 9, 25), date(2023, 4, 15)),
        ((1445, 13, 1), None),
        ((2024, 1, 1), None),
    ],
)
def test_islamic_days_are_right_within_a_day(day: tuple[int, int, int], expected: date | None) -> None:
    found = islamic(*day)
    assert (found is None) == (expected is None)
    assert found is None or expected is None or abs(found - expected) <= timedelta(days=1)


def test_thai_years_are_counted_back_and_others_not() -> None:
    assert gregorian(2567, 5, 2) == date(2024, 5, 2)
    assert gregorian(2024, 5, 2) == date(2024, 5, 2)
    assert gregorian(2024, 2, 30) is None


@given(st.integers(1300, 1498), st.integers(1, 12), st.integers(1, 31))
def test_persian_days_follow_one_another(year: int, month: int, day: int) -> None:
    found = jalali(year, month, day)
    following = jalali(year, month, day + 1) or jalali(year, month + 1, 1) or jalali(year + 1, 1, 1)
    assert found is None or following == found + timedelta(days=1)


@given(st.integers(), st.integers(), st.integers())
def test_numbers_that_are_no_day_are_none(year: int, month: int, day: int) -> None:
    for calendar in (jalali, islamic):
        assert calendar(year, month, day) is None or 1 <= month <= 12
