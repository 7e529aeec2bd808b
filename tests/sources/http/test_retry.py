from __future__ import annotations

from email.utils import formatdate

import pytest

from newsclean.sources.http.exchange import Answer, Failure
from newsclean.sources.http.retry import FIRST_PAUSE, TRIES, pause_before_retry, retry_after

NOW = 1_800_000_000.0


def busy(status: int = 503, value: str | None = None) -> Answer:
    return Answer(status, (("retry-after", value),) if value is not None else ())


@pytest.fixture
def highest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.sources.http.retry.random.uniform", lambda _low, high: high)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_not_now_is_asked_again_later_and_later(status: int, highest: None) -> None:
    pauses = [pause_before_retry(busy(status), tries, NOW) for tries in range(1, TRIES)]
    assert pauses == [FIRST_PAUSE * 2**n for n in range(TRIES - 1)]
    assert pause_before_retry(busy(status), TRIES, NOW) is None


@pytest.mark.parametrize("status", [200, 304, 400, 401, 403, 404, 410, 500])
def test_any_other_answer_stands(status: int) -> None:
    assert pause_before_retry(busy(status, "1"), 1, NOW) is None


def test_a_connection_that_failed_is_tried_again_and_a_refusal_is_not() -> None:
    assert pause_before_retry(Failure("connect", "reset", again=True), 1, NOW) is not None
    assert pause_before_retry(Failure("forbidden_address", "no"), 1, NOW) is None
    assert pause_before_retry(Failure("tls", "no"), 1, NOW) is None


def test_the_server_may_say_when() -> None:
    assert pause_before_retry(busy(429, "7"), 1, NOW) == 7.0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 5 ", 5.0),
        (formatdate(NOW + 90, usegmt=True), 90.0),
        (formatdate(NOW - 90, usegmt=True), 0.0),
        ("-1", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert retry_after(busy(503, value), NOW) == seconds
