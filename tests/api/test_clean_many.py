"""Many pages at once: in order, each its article or its error; with a limit, in a process that a page may be the end of."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsclean import Article, Cleaner, InputError, NotAnArticle, Options, Response

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.timeout(60)

STORY = Path(__file__).parents[2] / "docs" / "examples" / "harbour.html"
HOSTILE = "<div>" * 100_000
TASKS = """
import os, time
from functools import partial
from newsclean import api

def reader(options, *, make=api._reader):
    return partial(read, make(options))

def read(real, source):
    if source == "<p>a page that takes long</p>":
        time.sleep(600)
    if source == "<p>a page that kills</p>":
        os._exit(1)
    return real(source)
"""


@pytest.fixture
def _slow_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two pages that do in a worker what no page should."""
    (tmp_path / "pages_of_a_worker.py").write_text(TASKS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("newsclean.api._reader", importlib.import_module("pages_of_a_worker").reader)
    yield
    del sys.modules["pages_of_a_worker"]


def pages(tmp_path: Path) -> list[object]:
    """One of each kind of source that needs no network, some of them no article."""
    body = STORY.read_bytes()
    (tmp_path / "story.html").write_bytes(body)
    return [
        body,
        bytearray(body),
        memoryview(body),
        body.decode(),
        tmp_path / "story.html",
        Response(url="https://example.org/a", requested_url="https://example.org/a", status=200, headers=(), body=body),
        "A text of one line, and no more.",
        b"",
        b"%PDF-1.7 and so on",
        HOSTILE,
        "<html><body><script>start()</script></body></html>",
        tmp_path / "not there.html",
    ]


def comparable(outcome: object) -> object:
    return outcome if isinstance(outcome, Article) else (type(outcome), str(outcome))


def test_a_limit_changes_no_result(tmp_path: Path) -> None:
    given = pages(tmp_path)
    with Cleaner(Options(second_opinion=False)) as cleaner:
        here = cleaner.clean_many(given)  # type: ignore[arg-type]
        there = cleaner.clean_many(given, limit=30)  # type: ignore[arg-type]
    assert len(here) == len(given)
    fixed = [[comparable(o) for o in outcomes] for outcomes in (here, there)]
    for one, other in zip(*fixed, strict=True):
        if isinstance(one, Article) and one.fetched_at:  # a file is read when it is read
            assert isinstance(other, Article)
            assert one.text == other.text
        else:
            assert one == other
    assert {type(outcome) for outcome in here} == {Article, InputError, NotAnArticle}


@pytest.mark.usefixtures("_slow_pages")
def test_a_page_that_takes_long_or_kills_leaves_the_others_alone() -> None:
    body = STORY.read_bytes()
    bad = ["<p>a page that takes long</p>", "<p>a page that kills</p>"]
    with Cleaner() as cleaner:
        good = cleaner.parse(body)
        first, slow, second, deadly, third = cleaner.clean_many([body, bad[0], body, bad[1], body], limit=3)
    assert first == second == third == good
    for outcome in (slow, deadly):
        assert isinstance(outcome, InputError)
        assert outcome.reason == "too_complex"
    assert "3 seconds" in str(slow)
    assert "died" in str(deadly)


def test_pages_are_taken_one_after_another_from_any_iterable() -> None:
    with Cleaner() as cleaner:
        assert cleaner.clean_many(iter(()), limit=5) == []
        assert len(cleaner.clean_many(f"<p>{word}</p>" for word in "ab")) == 2


@pytest.mark.parametrize("limit", [None, 5])
def test_what_is_no_page_is_a_type_error(limit: float | None) -> None:
    with Cleaner() as cleaner, pytest.raises(TypeError, match="not int"):
        cleaner.clean_many([3], limit=limit)  # type: ignore[list-item]


def test_a_limit_of_nothing_is_refused() -> None:
    with Cleaner() as cleaner, pytest.raises(ValueError, match="above 0"):
        cleaner.clean_many([b"<p>x</p>"], limit=0)
