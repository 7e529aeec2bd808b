"""The entries of a live blog, as it declares them or as its elements show them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.normalize.article import build_article
from newsclean.normalize.updates import find_updates

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.article import Article
    from newsclean.normalize.draft import Draft

SUMMARY = "The quay is closed since Monday, and nobody knows when the ferries will leave again."
ENTRIES = (
    (
        "2024-05-02T14:30:00+02:00",
        "The harbour master speaks",
        "He said that the quay would hold, and that he would stay.",
    ),
    (
        "2024-05-02T13:05:00+02:00",
        "The first ferry turns back",
        "With forty people on board it turned round at the light.",
    ),
    ("2024-05-02T12:10:00+02:00", "", "A wall has fallen into the harbour basin, the office says."),
)


def live(entries: Any, *, declared: str = "LiveBlogPosting") -> str:
    data = {"@type": declared, "headline": "Quay closed", "datePublished": "2024-05-02", "liveBlogUpdate": entries}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def page(head: str = "", *, clock: bool = True) -> str:
    shown = "".join(
        f"<div class=post><span>{time[11:16] if clock else 'earlier'}</span>{f'<h2>{title}</h2>' if title else ''}<p>{text}</p><p>More soon.</p></div>"
        for time, title, text in ENTRIES
    )
    return (
        f"<html lang=en><head>{head}</head><body><h1>Quay closed</h1><p>{SUMMARY}</p><div>{shown}</div></body></html>"
    )


DECLARED = live(
    [
        {"@type": "BlogPosting", "headline": title or None, "datePublished": time, "articleBody": text}
        for time, title, text in ENTRIES
    ]
)
CLOCKS = {time[11:16]: "boilerplate" for time, *_ in ENTRIES}


def article(made: Draft) -> Article:
    return build_article(made)


def test_declared_entries(draft: Callable[..., Draft]) -> None:
    made = article(draft(page(DECLARED), labels=CLOCKS))
    assert made.kind == "live_blog"
    assert made.provenance["updates"].source == "jsonld:liveBlogUpdate"
    assert [(str(u.time), u.title) for u in made.updates] == [
        ("2024-05-02 14:30:00+02:00", "The harbour master speaks"),
        ("2024-05-02 13:05:00+02:00", "The first ferry turns back"),
        ("2024-05-02 12:10:00+02:00", None),
    ]
    assert [[block.text for block in u.blocks] for u in made.updates] == [[text, "More soon."] for *_, text in ENTRIES]


def test_entries_quote_the_text_and_the_summary_is_apart(draft: Callable[..., Draft]) -> None:
    made = article(draft(page(DECLARED), labels=CLOCKS))
    quoted = [block for update in made.updates for block in update.blocks]
    assert set(quoted) <= set(made.blocks)
    assert made.blocks[0].text == SUMMARY
    assert made.blocks[0] not in quoted


def test_entries_that_only_the_page_shows(draft: Callable[..., Draft]) -> None:
    made = article(draft(page(live(None)), labels=CLOCKS))
    assert made.provenance["updates"].source == "dom:entries"
    assert [(str(u.time), u.title) for u in made.updates] == [
        ("2024-05-02 14:30:00", "The harbour master speaks"),
        ("2024-05-02 13:05:00", "The first ferry turns back"),
        ("2024-05-02 12:10:00", None),
    ]


def test_a_clock_time_is_of_no_day_when_there_are_several(draft: Callable[..., Draft]) -> None:
    head = live(None) + '<meta property="article:modified_time" content="2024-05-04T10:00:00Z">'
    made = article(draft(page(head), labels=CLOCKS))
    assert [update.time for update in made.updates] == [None, None, None]


def test_declared_entries_that_are_not_in_the_text_are_left_out(draft: Callable[..., Draft]) -> None:
    elsewhere = live([{"headline": "Something else altogether", "articleBody": "Not on this page at all."}])
    assert article(draft(page(elsewhere, clock=False), labels={"earlier": "boilerplate"})).updates == ()


def test_other_stories_have_none(draft: Callable[..., Draft]) -> None:
    made = article(draft(page(live(None, declared="NewsArticle")), labels=CLOCKS))
    assert made.kind == "news"
    assert made.updates == ()
    assert "updates" not in made.provenance


@pytest.mark.parametrize(
    "entries", ["x", 7, [None, 3, "x", []], {"headline": ["a", {"@value": 3}]}, [[[{"name": {}}]]]]
)
def test_mangled_entries(draft: Callable[..., Draft], entries: Any) -> None:
    made = draft(page(live(entries), clock=False), labels={"earlier": "boilerplate"})
    assert find_updates(made, build_article(made).blocks, "en").value is None


def test_plain_text_has_none(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("Quay closed\n14:30\nThe wall fell.")
    assert find_updates(made, build_article(made).blocks, "en").value is None


@pytest.mark.parametrize("head", [DECLARED, live([])], ids=["declared", "shown"])
def test_times_that_stay_in_the_text_are_no_blocks_of_entries(draft: Callable[..., Draft], head: str) -> None:
    made = article(draft(page(head)))
    assert [[block.text for block in update.blocks] for update in made.updates] == [
        [text, "More soon."] for _, _, text in ENTRIES
    ]
    assert [update.title for update in made.updates] == [title or None for _, title, _ in ENTRIES]


def test_the_elements_of_times_give_them_whole(draft: Callable[..., Draft]) -> None:
    shown = page(live([]))
    for time, *_ in ENTRIES:
        shown = shown.replace(f"<span>{time[11:16]}</span>", f'<time datetime="{time}">{time[11:16]}</time>')
    assert [update.time.isoformat() for update in article(draft(shown)).updates if update.time] == [
        time for time, *_ in ENTRIES
    ]
