"""Reading dates and times out of text: ISO at once, then the forms that pages show, in many languages and calendars."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.caseless import Caseless
from newsclean.normalize.calendars import ERAS, JALALI_YEARS, gregorian, islamic, jalali
from newsclean.normalize.months import ISLAMIC, JALALI, month_names, month_pattern, without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.model import Precision

MIN_YEAR: Final = 1800
"""Newspapers put their archives online; what is older is about history."""
MAX_YEAR: Final = 2100
CENTURY_TURN: Final = 69
"""Two-digit years up to this one are of this century, as POSIX has it."""
BUDDHIST_SHORT: Final = 43
"""Thai years of two digits from this one on are of the Buddhist calendar: 43 was 2000."""
BUDDHIST_CENTURY: Final = 2500
MAX_CHARS: Final = 300
"""A date stands in the first characters of the line that names it."""
TIME_REACH: Final = 24
"""Characters between a date and the time that belongs to it: ", at about ", "Uhr"."""
ISO_CHARS: Final = 10
"""Of a date: what stands behind may be its time, in a form that is not ISO's."""
NOON: Final = 12
"""Hours of half a day."""
EPOCH_SECONDS: Final = range(500_000_000, 4_100_000_000)
"""1985 to 2099."""

_ZONES: Final[Mapping[str, float]] = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "mez": 1, "west": 1, "cest": 2, "mesz": 2, "eet": 2,
    "sast": 2, "cat": 2, "eest": 3, "msk": 3, "мск": 3, "trt": 3, "eat": 3, "irst": 3.5, "irdt": 4.5, "gst": 4,
    "pkt": 5, "ist": 5.5, "npt": 5.75, "wib": 7, "ict": 7, "hkt": 8, "sgt": 8, "myt": 8, "awst": 8, "jst": 9, "kst": 9,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3, "art": -3, "ast": -4, "edt": -4, "est": -5, "cdt": -5,
    "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "akdt": -8, "akst": -9, "hst": -10,
}  # fmt: skip
"""Abbreviations of zones, in hours from UTC, in the sense that news gives them: IST is India's, CST America's, BST
Britain's. "ET", "PT" and the like do not say whether it is summer, so they give no zone."""

_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):?(\d\d)(?::?(\d{1,2})(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?(?!\d)|UTC|GMT)?)?",
    re.IGNORECASE,
)
_EXACT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?\Z", re.ASCII)
_COMPACT = re.compile(
    r"\s*(\d{4})(\d\d)(\d\d)(?:[T\s-]?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*$", re.IGNORECASE
)
_TIGHT = re.compile(r"\d[:.]\d\d(?:\s*[ap]\.?m\b\.?)?[\s,|·–—-]{1,3}$", re.IGNORECASE)
"""A time just before a date belongs to it, and not the one that may follow behind other words."""
_HALF = re.compile(r"\s*([ap])\.?\s?m\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(r"\s*(\d{4})-(\d\d)\s*$")
_EPOCH = re.compile(r"\s*(?:/Date\()?(\d{9,10})(?:\d{3})?(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?\s*$")
_HAN_YEAR = re.compile(r"[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日")
_HAN_DIGITS: Final = {ord(char): str(value) for value, char in enumerate("〇一二三四五六七八九")} | {ord("零"): "0"}
_DIGIT = re.compile(r"\d")
_SERIALISED: Final = "/Date("
"""How some frameworks write seconds since 1970."""
_FARTHEST_ZONE: Final = timedelta(hours=14)
_TIME = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:.](\d\d)|\s?h\s?(\d\d)|\s?[時时시点點]\s?(\d{1,2})\s?[分분])(?:[:.](\d\d)(?:\.\d+)?)?(?![./]?\d)\s*(?:([ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![\d.:])(\d{1,2})\s*(?:([ap])\.?\s?m\b\.?|(?:uhr|h)\b|[時时시点點](?!\s?[間间간]))", re.IGNORECASE
)
_AFTERNOON = re.compile(r"[下午後]{2}|晚上|晚间|晚間|傍晚|오후|ب\.?ظ|م(?=\s|$)")
_OFFSET = re.compile(r"^\s*+[(,]?\s*+(?:(?:utc|gmt)\s*+)?([+\-−])\s?(\d{1,2}):?(\d\d)?(?!\d)", re.IGNORECASE)
_ZONE_NAME = re.compile(r"^\s*+(?:uhr\b)?\s*+[(,\[]?\s*+([A-Za-zМСКмск]{1,4})\b", re.IGNORECASE)


class Instant(NamedTuple):
    """A point in time as a page gives it."""

    value: datetime
    """Timezone-aware when the zone is given."""
    precision: Precision


def read_iso(text: str) -> Instant | None:
    """The instant of a machine-readable value: ISO 8601 and its common slips, compact digits, seconds since 1970."""
    if not text.lstrip()[:1].isdigit() and not text.startswith(_SERIALISED):
        return None  # most of what readers see
    exact = _exact(text)
    if exact is not None:
        return exact
    match = _ISO.match(text) or _COMPACT.match(text)
    if match is None:
        return _epoch(text)
    year, month, day, hour, minute, second, zone = match.groups()
    clock, offset = _clock(hour, minute, second), _offset(zone)
    rest = text[match.end() :][:TIME_REACH]
    if clock and rest:
        half = _HALF.match(rest)
        if half:
            clock, rest = (_half_day(clock[0], half[1].lower()), *clock[1:]), rest[half.end() :]
        if not offset or (zone.upper() in {"GMT", "UTC"} and rest[:1] in tuple("+-")):  # "GMT+1"
            offset = _shown_zone(rest) or offset
    return _instant(_date(int(year), int(month), int(day)), clock, offset)


def _exact(text: str) -> Instant | None:
    """The commonest form, "2024-05-14T07:30:00+01:00", which `datetime` itself reads in a fifth of the time."""
    if _EXACT.match(text) is None:
        return None
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    offset = value.utcoffset()
    if not MIN_YEAR <= value.year <= MAX_YEAR or (offset is not None and abs(offset) > _FARTHEST_ZONE):
        return None
    return Instant(value.replace(microsecond=0) if value.microsecond else value, "second")


def read_instant(text: str, language: str | None = None, *, month_first: bool = False) -> Instant | None:
    """The first date in a text, with the time beside it, or None.

    Args:
        text: a value of a meta tag, or a line that readers see.
        language: primary subtag, for names of months; English ones are always known.
        month_first: whether 3/9/2026 is the 9th of March.
    """
    read = _read_short if len(text) <= MAX_CHARS else _read
    return read(text, language, month_first)


@lru_cache(maxsize=32)
def _read_short(text: str, language: str | None, month_first: bool) -> Instant | None:  # noqa: FBT001 - as `_read`
    """Kept for the last short texts: a page says its date in several places."""
    return _read(text, language, month_first)


def _read(text: str, language: str | None, month_first: bool) -> Instant | None:  # noqa: FBT001 - private, by position
    if "&#" in text:
        text = unescape(text)
    found = read_iso(text)
    if found is not None and (found.precision != "day" or not _TIME.search(text, ISO_CHARS)):
        return found
    month = _MONTH_ALONE.match(text)
    if month:
        first = _date(int(month[1]), int(month[2]), 1)
        return _whole(first, "month") if first else None
    text = _HAN_YEAR.sub(_han_digits, _ascii_digits(text[:MAX_CHARS]))
    if not _DIGIT.search(text):
        return None
    for day, start, end, precision in _dates(text, language, month_first=month_first):
        if day is not None and MIN_YEAR <= day.year <= MAX_YEAR:
            return _with_time(text, day, start, end, precision)
    return None


def _with_time(text: str, day: date, start: int, end: int, precision: Precision) -> Instant:
    if precision != "day":
        return _whole(day, precision)
    after, before = text[end : end + TIME_REACH * 2], text[max(0, start - TIME_REACH) : start]
    places = ((after, False), (text[start:end], True), (before, False))
    for around, inside in places[::-1] if _TIGHT.search(before) else places:
        match = _TIME.search(around) if not inside or ":" in around else None  # "24.01.2022" holds no "24.01"
        clock = _shown_clock(match, around) if match else None
        if clock is None and not inside:
            match = _HOUR.search(around)
            clock = _full_hour(match) if match else None
        if match and clock and (around is not after or match.start() <= TIME_REACH):
            zone = _shown_zone(around[match.end() :]) or (_shown_zone(text[end:]) if inside else None)
            return _instant(day, clock, zone) or _whole(day, "day")
    return _whole(day, "day")


def _shown_clock(match: re.Match[str], around: str) -> tuple[int, int, int | None] | None:
    hour, minute = int(match[1]), int(match[2] or match[3] or match[4])
    second = int(match[5]) if match[5] else None
    half = (match[6] or "").lower() or ("p" if _AFTERNOON.search(around) else "")
    return _half_day(hour, half), minute, second


def _full_hour(match: re.Match[str]) -> tuple[int, int, int | None]:
    return _half_day(int(match[1]), (match[2] or "").lower()), 0, None


def _half_day(hour: int, half: str) -> int:
    if half == "p" and hour < NOON:
        return hour + NOON
    return 0 if half == "a" and hour == NOON else hour


def _shown_zone(rest: str) -> timezone | None:
    match = _OFFSET.match(rest)
    if match:
        sign = -1 if match[1] in "-−" else 1
        return _zone(sign * (int(match[2]) + int(match[3] or 0) / 60))
    match = _ZONE_NAME.match(rest)
    hours = _ZONES.get(match[1].lower()) if match else None
    if hours is None:
        return None
    more = _OFFSET.match(rest[match.end() :]) if match and match[1].lower() in {"utc", "gmt"} else None
    return _shown_zone(rest[match.end() :]) if more and match else _zone(hours)


def _dates(text: str, language: str | None, *, month_first: bool) -> Iterator[tuple[date | None, int, int, Precision]]:
    """All dates of a text in the order of their forms, the surest form first: (day, start, end, precision)."""
    if "年" in text or "년" in text:
        for match in _east_asian().finditer(text):
            yield _east_asian_date(match), *match.span(), "day"
    # an Islamic date last: it may be a day beside the Gregorian one that it stands with
    for match in sorted(_worded(language).finditer(text), key=_is_islamic):
        yield _worded_date(match, language), *match.span(), "day"
    for match in _YEAR_FIRST.finditer(text):
        year, month, day = map(int, match.groups())
        yield (jalali if year in JALALI_YEARS else _date)(year, month, day), *match.span(), "day"
    for match in _NUMERIC.finditer(text):
        yield _numeric_date(match, month_first=month_first), *match.span(), "day"
    for match in _month_year(language).finditer(text):
        number = _month(match["month"], language)
        yield _date(int(match["year"]), number, 1) if number else None, *match.span(), "month"


_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.:-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?![\d/-])")


def _han_digits(match: re.Match[str]) -> str:
    """A date in ideographs in digits: "二〇二四年十二月五日" as "2024年12月5日"."""
    parts = re.split("[年月日]", match[0])
    day = [re.sub("^十", "一十", part) for part in parts[1:3]]
    numbers = [re.sub("十$", "〇", part).replace("十", "") for part in day]
    return "{}年{}月{}日".format(*(part.translate(_HAN_DIGITS) for part in (parts[0], *numbers)))


@cache
def _east_asian() -> re.Pattern[str]:
    eras = "|".join(ERAS)
    return re.compile(
        rf"(?:(?P<era>{eras})\s?)?(?P<year>\d{{1,4}}|元)\s?[年년](?:\s?\([^)]{{1,8}}\))?\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]"
    )


def _east_asian_date(match: re.Match[str]) -> date | None:
    year = 1 if match["year"] == "元" else int(match["year"])
    year += ERAS[match["era"]] if match["era"] else 0
    return _date(year, int(match["month"]), int(match["day"]))


@cache
def _worded(language: str | None) -> Caseless:
    months = month_pattern(language)
    between = (
        r"\s?(?:st|nd|rd|th|er|-?е|-?го|º|ª|\.|[oa](?=\s))?[\s,./-]{0,3}(?:(?:de|of|d['’]|den|ta['’]|do|din)\s?|ב)?"
    )
    then = r"[.,،]?[\s,./-]{0,3}(?:(?:de|del|of|đến|ค\.ศ\.|พ\.ศ\.|năm)\s?)?[\s,]{0,2}"
    before = r"(?:\.|,|\s?m\.|ko|\.?\sgada)?[\s,./-]{0,2}"
    time = r"(?:\d{1,2}:\d\d(?::\d\d)?\s+(?:[a-z]{2,4}\s+)?)?"
    return Caseless(
        rf"(?<!\d)(?P<day>\d{{1,2}}){between}(?:(?:{months})\s?/\s?)?(?P<month>{months})(?![^\W\d_]){then}(?P<year>\d{{4}}|['’]?\d\d)(?![\d:])"
        rf"|(?<![^\W\d_])(?P<month2>{months})(?![^\W\d_])\.?[\s,./-]{{0,3}}(?P<day2>\d{{1,2}})(?:st|nd|rd|th|º)?(?!\d)[,.]?\s{{0,2}}"
        rf"(?:-\s?)?{time}(?:of\s)?(?P<year2>\d{{4}})(?!\d)"
        rf"|(?<!\d)(?P<year3>\d{{4}}){before}(?:(?P<month3>{months})(?:aren)?(?![^\W\d_])[\s,./-]{{1,3}}(?P<day3>\d{{1,2}})(?!\d)"
        rf"|(?P<day4>\d{{1,2}})\.\s?(?P<month4>{months})(?![^\W\d_]))(?![.,]?\s?\d{{4}})",
    )


def _month_name(match: re.Match[str]) -> str:
    return match["month"] or match["month2"] or match["month3"] or match["month4"]


def _is_islamic(match: re.Match[str]) -> bool:
    return _folded(_month_name(match)) in ISLAMIC


def _worded_date(match: re.Match[str], language: str | None) -> date | None:
    name = _month_name(match)
    day = int(match["day"] or match["day2"] or match["day3"] or match["day4"])
    year = _full_year((match["year"] or match["year2"] or match["year3"]).lstrip("'’"), language)
    folded = _folded(name)
    if folded in JALALI and year in JALALI_YEARS:
        return jalali(year, JALALI[folded], day)
    if folded in ISLAMIC:
        return islamic(year, ISLAMIC[folded], day)
    number = _month(name, language)
    return _date(year, number, day) if number else None


@cache
def _month_year(language: str | None) -> Caseless:
    return Caseless(
        rf"(?<![^\W\d_])(?<!\d[\s.])(?P<month>{month_pattern(language)})(?![^\W\d_])\.?,?\s+(?P<year>\d{{4}})(?!\d)"
    )


def _month(name: str, language: str | None) -> int | None:
    names = month_names(language)
    folded = _folded(name)
    return names.get(folded) or names.get(without_marks(folded))


def _folded(name: str) -> str:
    return name.lower().rstrip(".").strip()


def _numeric_date(match: re.Match[str], *, month_first: bool) -> date | None:
    one, two, year = int(match[1]), int(match[3]), _full_year(match[4])
    day, month = (two, one) if (month_first and match[2] != ".") else (one, two)
    return _date(year, month, day) or _date(year, day, month)


def _full_year(digits: str, language: str | None = None) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - digits of a short year
        return year
    if language == "th" and year >= BUDDHIST_SHORT:
        return year + BUDDHIST_CENTURY
    return year + (2000 if year < CENTURY_TURN else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    found = gregorian(year, month, day)
    return found if found and MIN_YEAR <= found.year <= MAX_YEAR else None


def _clock(hour: str | None, minute: str | None, second: str | None) -> tuple[int, int, int | None] | None:
    return (int(hour), int(minute or 0), int(second) if second else None) if hour else None


def _whole(day: date, precision: Precision) -> Instant:
    """A day, or the first one of a month or year."""
    return Instant(datetime(day.year, day.month, day.day), precision)  # noqa: DTZ001 - the page gives no zone


def _instant(day: date | None, clock: tuple[int, int, int | None] | None, zone: timezone | None) -> Instant | None:
    if day is None:
        return None
    if clock is None:
        return _whole(day, "day")
    hour, minute, second = clock
    next_day = hour == 24 and not minute  # noqa: PLR2004 - midnight at the end of the day, as ISO 8601 allows
    try:
        value = datetime(
            day.year, day.month, day.day, 0 if next_day else hour, minute, min(second or 0, 59), tzinfo=zone
        )
    except ValueError:
        return _whole(day, "day")
    return Instant(value + timedelta(days=next_day), "minute" if second is None else "second")


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = text[1:].replace(":", "")
    hours = int(digits[:2]) + int(digits[2:] or 0) / 60
    return _zone(-hours if text[0] == "-" else hours)


def _zone(hours: float) -> timezone | None:
    offset = timedelta(hours=hours)
    if abs(offset) > _FARTHEST_ZONE:
        return None
    return timezone(offset) if offset else UTC


def _epoch(text: str) -> Instant | None:
    match = _EPOCH.match(text)
    if match is None or int(match[1]) not in EPOCH_SECONDS:
        return None
    return Instant(datetime.fromtimestamp(int(match[1]), UTC), "second")


def _ascii_digits(text: str) -> str:
    """Digits of all scripts as 0 to 9."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text).replace("\u200c", " ")
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() and not char.isascii() else char for char in text)
