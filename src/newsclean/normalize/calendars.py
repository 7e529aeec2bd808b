"""Years and days of other calendars to Gregorian dates: Persian (Jalali), Thai Buddhist, Japanese eras, Islamic."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

JALALI_YEARS: Final = range(1300, 1500)
"""1921 to 2121: a year of this size in Persian text is a Jalali year."""
BUDDHIST_YEARS: Final = range(2440, 2650)
"""1897 to 2107."""
BUDDHIST_OFFSET: Final = 543
ISLAMIC_YEARS: Final = range(1330, 1510)
"""1911 to 2087; told from Jalali by the names of the months."""
ERAS: Final[Mapping[str, int]] = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "民國": 1911,
    "民国": 1911,
}
"""Japanese era, or the Republic of China's, to the Gregorian year before its first."""

_JALALI_EPOCH: Final = date(1921, 3, 21)
"""1 Farvardin 1300."""
_JALALI_FIRST: Final = 1300
_JALALI_CYCLE: Final = 33
_JALALI_LEAPS: Final = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Leap years by their remainder in the cycle of 33; the result is that of jdatetime 5.2 on every day from 1300 to
1473."""
_ISLAMIC_EPOCH: Final = date(622, 7, 18).toordinal()
"""The astronomical epoch: beside the Umm al-Qura calendar of hijridate 2.6 it is off by a day at most in 99 of 100
months from 1343 to 1499; the civil one, a day later, in 95."""
_JALALI_LONG_MONTHS: Final = 6
"""Those of 31 days, the first half of the year."""
MONTHS: Final = 12
"""Of a year, in both calendars."""
LONGEST_MONTH: Final = 30
"""Days of the longest months of the Islamic calendar."""
_ISLAMIC_LEAPS: Final = frozenset((2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29))
"""Leap years of the tabular calendar in its cycle of 30."""


def jalali(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a day of the Persian calendar, or None when there is no such day."""
    if year not in JALALI_YEARS or not 1 <= month <= MONTHS or not 1 <= day <= _jalali_days(year, month):
        return None
    days = sum(366 if y % _JALALI_CYCLE in _JALALI_LEAPS else 365 for y in range(_JALALI_FIRST, year))
    days += sum(_jalali_days(year, m) for m in range(1, month)) + day - 1
    return _JALALI_EPOCH + timedelta(days=days)


def _jalali_days(year: int, month: int) -> int:
    if month <= _JALALI_LONG_MONTHS:  # then five of 30 days, and the last by the year
        return 31
    return 30 if month < MONTHS or year % _JALALI_CYCLE in _JALALI_LEAPS else 29


def islamic(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a day of the tabular Islamic calendar, within a day of the observed one, or None."""
    if year not in ISLAMIC_YEARS or not 1 <= month <= MONTHS or not 1 <= day <= LONGEST_MONTH:
        return None
    cycle, rest = divmod(year - 1, 30)
    leaps = cycle * len(_ISLAMIC_LEAPS) + sum(leap <= rest for leap in _ISLAMIC_LEAPS)
    days = (year - 1) * 354 + leaps + (month - 1) * 29 + month // 2 + day - 1
    return date.fromordinal(_ISLAMIC_EPOCH + days)


def gregorian(year: int, month: int, day: int) -> date | None:
    """The date of a day of the Gregorian calendar whose year may be counted as in Thailand, or None."""
    if year in BUDDHIST_YEARS:
        year -= BUDDHIST_OFFSET
    try:
        return date(year, month, day)
    except ValueError:
        return None
