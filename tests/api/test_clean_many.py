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

def read(real, question):
    if question.source == "<p>a page that takes long</p>":
        time.sleep(600)
    if question.source == "<p>a page that kills</p>":
        os._exit(1)
    return real(question)
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


PLACES = ("Ankerholm", "Brevik", "Corsund", "Dalvik")
PROMO = "The harbour paper: every Saturday on your table"
SENTENCES = (
    (
        "The board of {0} opened the old quay again on Monday after {1} winters of repairs, and the first ferry left the "
        "harbour of {0} at six in the morning with forty people on board."
    ),
    (
        "Nobody in {0} had thought that the granite wall would hold, the harbour master said, but the stones turned out to "
        "be sounder than the concrete that was poured over them {1} years later."
    ),
    (
        "The repairs cost {0} twice what the town had set aside, and the council will meet in {1} days to speak of the debt, "
        "which the board wants to pay with a small fee on every crossing."
    ),
)


def story_page(nth: int, *, below: str = PROMO, host: str = "gazette.example") -> Response:
    """A page of a site; each tells another story."""
    place, number = PLACES[nth], str(nth + 2)
    prose = "".join(f"<p>{sentence.format(place, number)}</p>" for sentence in SENTENCES)
    title = f"Old quay of {place} opens again"
    markup = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{prose}<p>{below}</p></article></body>"
    return Response(url=f"https://{host}/story/{nth}", status=200, body=markup.encode())


def articles(cleaner: Cleaner, given: list[Response], limit: float | None = None) -> list[Article]:
    outcomes = cleaner.clean_many(given, limit=limit)
    assert all(isinstance(outcome, Article) for outcome in outcomes)
    return outcomes  # type: ignore[return-value]


def test_what_recurs_on_the_pages_of_a_site_leaves_their_stories() -> None:
    given = [story_page(nth) for nth in range(4)]
    with Cleaner() as cleaner:
        alone = [cleaner.parse(page) for page in given]
        together = articles(cleaner, given)
        assert [cleaner.parse(page) for page in given] == alone  # nothing is remembered
        assert articles(cleaner, given[:2]) == alone[:2]
    for before, after in zip(alone, together, strict=True):
        assert PROMO in before.text
        assert after.text == before.text.replace(f"\n\n{PROMO}", "")
        (removal,) = (removal for removal in after.removed if removal.by == "detector:repetition")
        assert (removal.text, removal.kind) == (PROMO, "duplicate")
        assert removal.evidence == {"pages": 4, "share": 1.0}


def test_neither_order_nor_a_process_of_its_own_changes_what_recurs() -> None:
    given = [story_page(nth) for nth in range(4)]
    others = [story_page(nth, below=f"{name} is far away.", host=f"{name}.example") for nth, name in enumerate("ab")]
    with Cleaner() as cleaner:
        straight = articles(cleaner, given)
        mixed = articles(cleaner, [given[2], others[0], given[0], given[3], others[1], given[1]])
        assert [mixed[2], mixed[5], mixed[0], mixed[3]] == straight
        assert [mixed[1], mixed[4]] == [cleaner.parse(page) for page in others]
        assert articles(cleaner, given, limit=30) == straight


def test_pages_of_several_sites_are_not_compared() -> None:
    given = [story_page(nth, host=f"{place}.example") for nth, place in enumerate(PLACES)]
    with Cleaner() as cleaner:
        assert articles(cleaner, given) == [cleaner.parse(page) for page in given]


@pytest.mark.parametrize("name", ["repetition", "detector:repetition"])
def test_the_comparison_can_be_switched_off(name: str) -> None:
    given = [story_page(nth) for nth in range(4)]
    with Cleaner(Options(disable=(name,))) as cleaner:
        assert articles(cleaner, given) == [cleaner.parse(page) for page in given]


def test_a_correction_stays_however_often_it_stands_there() -> None:
    note = "Correction: An earlier version of this story named the wrong harbour master."
    with Cleaner() as cleaner:
        cleaned = articles(cleaner, [story_page(nth, below=note) for nth in range(4)])
    assert all(note in article.text and article.corrections == (note,) for article in cleaned)


def test_texts_of_a_site_that_a_signature_tells_are_compared() -> None:
    footer = "Press TV’s website can be opened as well under these alternate addresses:"
    given = [
        "\n".join((*(s.format(place, nth + 2) for s in SENTENCES), PROMO, *[f"Nothing else of {place}."] * 3, footer))
        for nth, place in enumerate(PLACES)
    ]
    with Cleaner() as cleaner:
        alone = [cleaner.parse(text) for text in given]
        together = cleaner.clean_many(given)
    for before, after in zip(alone, together, strict=True):
        assert isinstance(after, Article)
        assert PROMO in before.text
        assert PROMO not in after.text
