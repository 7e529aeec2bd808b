"""Dates and times out of text: the forms that pages give them in, in many languages, calendars and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.instants import read_instant, read_iso


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2024-05-02T13:16:05+03:30", "2024-05-02T13:16:05+03:30", "second"),
        ("2024-05-02T13:16:05.123Z", "2024-05-02T13:16:05+00:00", "second"),
        ("2024-05-02T13:16:05:123Z", "2024-05-02T13:16:05", "second"),
        ("2024-05-02T13:16:60Z", "2024-05-02T13:16:59+00:00", "second"),
        ("2024-05-02T13:16:05+14:30", "2024-05-02T13:16:05", "second"),
        ("2567-05-02T13:16:05+07:00", "2024-05-02T13:16:05+07:00", "second"),
        ("2024-05-02T13:16+0200", "2024-05-02T13:16:00+02:00", "minute"),
        ("2024-05-02 13:16 UTC", "2024-05-02T13:16:00+00:00", "minute"),
        ("2024-05-02T23:15:0Z", "2024-05-02T23:15:00+00:00", "second"),
        ("2024-05-02T24:00", "2024-05-03T00:00:00", "minute"),
        ("2024-05-02", "2024-05-02T00:00:00", "day"),
        ("20240502", "2024-05-02T00:00:00", "day"),
        ("20240502T131605Z", "2024-05-02T13:16:05+00:00", "second"),
        ("1714655765", "2024-05-02T13:16:05+00:00", "second"),
        ("1714655765123", "2024-05-02T13:16:05+00:00", "second"),
        ("2024-05-02T99:99", "2024-05-02T00:00:00", "day"),
    ],
)
def test_machine_readable_values(text: str, expected: str, precision: str) -> None:
    found = read_iso(text)
    assert found is not None
    assert found.value.isoformat() == expected
    assert found.precision == precision


@pytest.mark.parametrize("text", ["", "2024", "2024-13-01", "2024-02-30", "0001-01-01", "9999-99-99", "12", "soon"])
def test_no_instant(text: str) -> None:
    assert read_iso(text) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Thu, 02 May 2024 13:16:00 +0300", None, "2024-05-02T13:16:00+03:00"),
        ("Thu May 02 2024 13:16:05 GMT+0300", None, "2024-05-02T13:16:05+03:00"),
        ("Thu May  2 13:16:05 EST 2024", None, "2024-05-02T13:16:05-05:00"),
        ("Published 9:06 PM EDT, Thu May 2, 2024", "en", "2024-05-02T21:06:00-04:00"),
        ("May 2nd, 2024 at 12:05 a.m.", "en", "2024-05-02T00:05:00"),
        ("2 Sept. 2024, 7pm", "en", "2024-09-02T19:00:00"),
        ("2. Mai 2024, 13:16 Uhr", "de", "2024-05-02T13:16:00"),
        ("02.05.2024 | 13.16 Uhr", "de", "2024-05-02T13:16:00"),
        ("2. Jänner 2024", "de", "2024-01-02T00:00:00"),
        ("le 1er février 2024 à 14h05", "fr", "2024-02-01T14:05:00"),
        ("2 de mayo de 2024 - 14:05", "es", "2024-05-02T14:05:00"),
        ("2 maggio 2024", "it", "2024-05-02T00:00:00"),
        ("2 de maio de 2024", "pt", "2024-05-02T00:00:00"),
        ("2 mei 2024", "nl", "2024-05-02T00:00:00"),
        ("2 maj 2024 kl. 14.05", "sv", "2024-05-02T14:05:00"),
        ("2. mai 2024", "no", "2024-05-02T00:00:00"),
        ("2 maja 2024", "pl", "2024-05-02T00:00:00"),
        ("2. května 2024", "cs", "2024-05-02T00:00:00"),
        ("2 Mayıs 2024", "tr", "2024-05-02T00:00:00"),
        ("2 мая 2024, 10:11 МСК", "ru", "2024-05-02T10:11:00+03:00"),
        ("2 травня 2024", "uk", "2024-05-02T00:00:00"),
        ("2 Μαΐου 2024", "el", "2024-05-02T00:00:00"),
        ("2 मई 2024", "hi", "2024-05-02T00:00:00"),
        ("2 Mei 2024 | 10:05 WIB", "id", "2024-05-02T10:05:00+07:00"),
        ("Ngày 2 tháng 5 năm 2024", "vi", "2024-05-02T00:00:00"),
        ("٢ مايو ٢٠٢٤", "ar", "2024-05-02T00:00:00"),
        ("2 أيار / مايو 2024", "ar", "2024-05-02T00:00:00"),
        ("۱۳ اردیبهشت ۱۴۰۳ - ۱۲:۳۰", "fa", "2024-05-02T12:30:00"),
        ("۱۴۰۳/۰۲/۱۳", "fa", "2024-05-02T00:00:00"),
        ("2 พฤษภาคม 2567 14:05 น.", "th", "2024-05-02T14:05:00"),
        ("令和6年5月2日 10時05分", "ja", "2024-05-02T10:05:00"),
        ("平成元年1月8日", "ja", "1989-01-08T00:00:00"),
        ("２０２４年５月２日", "ja", "2024-05-02T00:00:00"),
        ("2024年5月2日 下午3:05", "zh", "2024-05-02T15:05:00"),
        ("2024년 5월 2일 오후 3:05", "ko", "2024-05-02T15:05:00"),
        ("8.5.12", "de", "2012-05-08T00:00:00"),
        ("1/2/99", "fr", "1999-02-01T00:00:00"),
    ],
)
def test_dates_as_pages_show_them(text: str, language: str | None, expected: str) -> None:
    found = read_instant(text, language)
    assert found is not None
    assert found.value.isoformat() == expected


@pytest.mark.parametrize(
    ("text", "month_first", "expected"),
    [
        ("3/9/2026", True, "2026-03-09"),
        ("3/9/2026", False, "2026-09-03"),
        ("13/9/2026", True, "2026-09-13"),
        ("3.9.2026", True, "2026-09-03"),
    ],
)
def test_the_order_of_day_and_month(text: str, month_first: bool, expected: str) -> None:  # noqa: FBT001 - a case
    found = read_instant(text, "en", month_first=month_first)
    assert found is not None
    assert found.value.date().isoformat() == expected


def test_a_month_without_a_day_is_the_first_of_it_and_says_so() -> None:
    found = read_instant("May 2024", "en")
    assert found is not None
    assert (found.value.isoformat(), found.precision) == ("2024-05-01T00:00:00", "month")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no date",
        "12 apples and 2024 pears",
        "30 February 2024",
        "call 555 2024",
        "Mayor 12, 2024 people",
        "41/41/2024",
        "The 2024 vote",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_instant(text, "en") is None


def test_names_of_months_of_another_language_are_not_guessed() -> None:
    assert read_instant("2 травня 2024", "en") is None


@given(st.text(max_size=400), st.sampled_from([None, "en", "fa", "th", "ja", "ar", "xx"]), st.booleans())
def test_any_text_gives_a_sane_instant_or_none(text: str, language: str | None, month_first: bool) -> None:  # noqa: FBT001
    found = read_instant(text, language, month_first=month_first)
    assert found is None or 1800 <= found.value.year <= 2101


@given(
    st.datetimes(
        min_value=__import__("datetime").datetime(1850, 1, 1), max_value=__import__("datetime").datetime(2099, 12, 31)
    )
)
def test_iso_is_read_back(value: object) -> None:
    whole = value.replace(microsecond=0)  # type: ignore[attr-defined]
    found = read_iso(whole.isoformat())
    assert found is not None
    assert found.value == whole


@pytest.mark.parametrize("text", ["24.01.2022", "16.01.22", "Am 15.01.2022 war es soweit"])
def test_day_and_month_are_no_time_of_the_day(text: str) -> None:
    found = read_instant(text, "de")
    assert found is not None
    assert (found.value.hour, found.value.minute, found.precision) == (0, 0, "day")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2024-05-02T10:22:00 CET", None, "2024-05-02T10:22:00+01:00"),
        ("2024-05-02 10:22 PM", None, "2024-05-02T22:22:00"),
        ("2024-05-02 10:22 PM EST", None, "2024-05-02T22:22:00-05:00"),
        ("2024-05-02T10:22:00 GMT+1", None, "2024-05-02T10:22:00+01:00"),
        ("2024-05-02T10:22:00&#43;01:00", None, "2024-05-02T10:22:00+01:00"),
        ("2024-05-02 kl. 10.22", "sv", "2024-05-02T10:22:00"),
        ("2024-05-02, 10:22", "lt", "2024-05-02T10:22:00"),
        ("2024-05-02 at 10:22 am", None, "2024-05-02T10:22:00"),
        ("2024-05-02 - 06.05.2024", None, "2024-05-02T00:00:00"),
        ("/Date(1714645320000)/", None, "2024-05-02T10:22:00+00:00"),
        ("Thu May  2 10:22:00 UTC 2024", None, "2024-05-02T10:22:00+00:00"),
        ("5 fevrier 2024", "fr", "2024-02-05T00:00:00"),
        ("5 AOUT 2024", "fr", "2024-08-05T00:00:00"),
        ("5 ΜΑΡΤΙΟΥ 2024", "el", "2024-03-05T00:00:00"),
        ("5 ARALIK 2024", "tr", "2024-12-05T00:00:00"),
        ("5 HAZİRAN 2024", "tr", "2024-06-05T00:00:00"),
        ("5. mart 2024.", "sr", "2024-03-05T00:00:00"),
        ("1º de março de 2024", "pt", "2024-03-01T00:00:00"),
        ("5 במרץ 2024", "he", "2024-03-05T00:00:00"),
        ("5 مارس، 2024", "ar", "2024-03-05T00:00:00"),
        ("24 شعبان 1445هـ - 5 مارس 2024م", "ar", "2024-03-05T00:00:00"),
        ("10:22 05.03.2024 (обновлено: 11:00 05.03.2024)", "ru", "2024-03-05T10:22:00"),
        ("2024. március 5., kedd 10:22", "hu", "2024-03-05T10:22:00"),
        ("2024. gada 5. marts", "lv", "2024-03-05T00:00:00"),
        ("2024 m. kovo 5 d.", "lt", "2024-03-05T00:00:00"),
        ("2024, March 5", "en", "2024-03-05T00:00:00"),
        ("2023 March 5, 2024", "en", "2024-03-05T00:00:00"),
        ("2024-Mar-05 10:22", None, "2024-03-05T10:22:00"),
        ("5 มี.ค. 67", "th", "2024-03-05T00:00:00"),
        ("5 มี.ค. 24", "th", "2024-03-05T00:00:00"),
        ("2024年3月5日 晚上8:22", "zh", "2024-03-05T20:22:00"),
        ("二〇二四年十二月二十五日", "zh", "2024-12-25T00:00:00"),
        ("二〇二四年十月十日", "zh", "2024-10-10T00:00:00"),
        ("民國113年3月5日", "zh", "2024-03-05T00:00:00"),
        ("令和6年(2024年)3月5日", "ja", "2024-03-05T00:00:00"),
        ("2024年(令和6年)3月5日 10時", "ja", "2024-03-05T10:00:00"),
        ("2024年3月5日 10時間", "ja", "2024-03-05T00:00:00"),
    ],
)
def test_forms_that_are_seldom(text: str, language: str | None, expected: str) -> None:
    found = read_instant(text, language)
    assert found is not None
    assert found.value.isoformat() == expected


def test_a_month_alone() -> None:
    found = read_instant("2024-03")
    assert found is not None
    assert (found.value.isoformat(), found.precision) == ("2024-03-01T00:00:00", "month")
    assert read_instant("2024-13") is None


@pytest.mark.timeout(30)
def test_a_long_tail_of_a_date_does_not_hang() -> None:
    found = read_instant("2024-05-02T10:00" + " " * 100_000)
    assert found is not None
    assert found.value.isoformat() == "2024-05-02T10:00:00"
