"""What a page declares about its story is held against the blocks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newsclean.engine.witnesses import MIN_PROBE, NOTHING, PROBE, Witnesses, read_witnesses, squeeze
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

    Html = Callable[[str], Page]

TITLE = "Old quay of Ankerholm opens again"
BODY = squeeze("The harbour board opened the old quay again. " * 3 + "Nobody had thought that the wall would hold.")


def witnesses(body: str = "", description: str = "") -> Witnesses:
    return Witnesses(NONE, frozenset(), description, body)


def test_case_and_white_space_do_not_count() -> None:
    assert squeeze(" Old\u00a0Quay\n opens ") == squeeze("old quay opens") == "oldquayopens"
    assert squeeze("Straße") == squeeze("STRASSE")
    assert squeeze("  ") == ""


def test_both_ends_of_a_block_may_stand_in_the_declared_text() -> None:
    mine = witnesses(body=BODY)
    inside, outside = BODY[5 : 5 + PROBE], squeeze("Sign up for letters from the harbour every morning")[:PROBE]
    assert mine.body_hit(inside, inside) == 1.0
    assert mine.body_hit(inside, outside) == mine.body_hit(outside, inside) == 0.5
    assert mine.body_hit(outside, outside) == 0.0


def test_nothing_is_said_of_short_blocks_or_without_a_text() -> None:
    assert witnesses(body=BODY).body_hit(BODY[: MIN_PROBE - 1], BODY[: MIN_PROBE - 1]) == -1.0
    assert witnesses(body=BODY).body_hit(BODY[:MIN_PROBE], BODY[:MIN_PROBE]) == 1.0
    assert NOTHING.body_hit(BODY[:PROBE], BODY[:PROBE]) == -1.0


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("The old quay opens again on Monday, says", 1.0),
        ("quay opens again on Monday", 1.0),
        ("The old quay opens again on Monday, says the board that runs it", 1.0),
        ("Nobody had thought that the wall held", 0.0),
        ("The quay", -1.0),
    ],
)
def test_a_block_may_begin_as_the_description_or_stand_in_it(head: str, expected: float) -> None:
    mine = witnesses(description=squeeze("The old quay opens again on Monday, says the board."))
    assert mine.description_hit(squeeze(head)[:PROBE]) == expected


def test_without_a_description_nothing_is_said() -> None:
    assert NOTHING.description_hit("theoldquayopensagainonmonday") == -1.0


def test_all_that_a_page_declares_is_read(html: Html) -> None:
    node = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "The board opened the old quay. " * 9}
    page = html(
        f"<title>{TITLE} | Herald</title><meta name=description content='The old Quay'>"
        f'<script type="application/ld+json">{json.dumps(node)}</script>'
        f"<nav><p>{TITLE}</p></nav><h1>{TITLE}</h1><p>The board opened it.</p>"
    )
    found = read_witnesses(page)
    assert page.blocks[found.title].kind == "heading"
    assert found.title_words == {"old", "quay", "ankerholm", "opens", "again"}
    assert found.description == "theoldquay"
    assert found.body == squeeze("The board opened the old quay. " * 9)


def test_a_page_that_declares_nothing(html: Html, text: Callable[..., Page]) -> None:
    assert read_witnesses(html("<p>The board opened the old quay.</p>")) == NOTHING
    assert read_witnesses(text(TITLE, "The board opened the old quay.")) == NOTHING


def test_a_headline_that_no_block_shows(html: Html) -> None:
    found = read_witnesses(html(f"<title>{TITLE}</title><p>The board opened it on Monday.</p>"))
    assert found.title == NONE
    assert "ankerholm" in found.title_words


def test_a_hidden_headline_is_none(html: Html) -> None:
    head, body = f"<title>{TITLE}</title>", f"<p>{TITLE}</p>"
    assert read_witnesses(html(f"{head}<div hidden>{body}</div>")).title == NONE
    assert read_witnesses(html(f"{head}<div hidden>{body}</div><div>{body}</div>")).title == 1


def test_a_summary_is_no_text(html: Html) -> None:
    node = json.dumps({"@type": "NewsArticle", "articleBody": "The board opened it."})
    assert read_witnesses(html(f'<script type="application/ld+json">{node}</script><p>x</p>')).body == ""
