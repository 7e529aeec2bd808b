from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources.feeds.values import absolute, date, plain


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mon, 23 Nov 2020 10:00:00 GMT", datetime(2020, 11, 23, 10, tzinfo=UTC)),
        ("Mon, 23 Nov 2020 10:00:00 +0330", datetime(2020, 11, 23, 10, tzinfo=timezone(timedelta(hours=3.5)))),
        ("23 Nov 2020 10:00 EST", datetime(2020, 11, 23, 10, tzinfo=timezone(timedelta(hours=-5)))),
        (" 2020-11-23T10:00:00Z ", datetime(2020, 11, 23, 10, tzinfo=UTC)),
        ("2020-11-23T10:00:00.5+03:30", datetime(2020, 11, 23, 10, 0, 0, 500_000, timezone(timedelta(hours=3.5)))),
        ("2020-11-23", datetime(2020, 11, 23)),  # noqa: DTZ001 - it names no zone
        ("Mon, 23 Nov 2020 10:00:00 -0000", datetime(2020, 11, 23, 10)),  # noqa: DTZ001 - as RFC 5322 has it
        ("yesterday", None),
        ("", None),
        (None, None),
        ("Mon, 99 Nov 2020 10:00:00 GMT", None),
    ],
)
def test_dates_are_read_and_never_made_up(text: str | None, when: datetime | None) -> None:
    assert date(text) == when


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    date(text)
    date(f"Mon, 23 Nov 2020 {text}")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("  One\n two ", "One two"),
        ("A &amp;amp; B", "A & B"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
        ("<i></i> ", None),
        ("", None),
        (None, None),
        ("2 < 3 and 4 > 3", "2 < 3 and 4 > 3"),
    ],
)
def test_a_title_is_text(title: str | None, text: str | None) -> None:
    assert plain(title) == text


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_address_is_a_web_address_or_none(address: str, base: str) -> None:
    for start in (base, "https://example.org/"):
        found = absolute(address, start)
        assert found is None or found.startswith(("http://", "https://"))
