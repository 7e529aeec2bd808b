"""The summary between headline and story leaves the text; a first paragraph that was only copied to it stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.blocks import read_html, read_text
from newsclean.detectors.standfirst import find
from newsclean.html.document import Document
from newsclean.page import Page, Reading

DEK = "Two ferries came at once, and the harbour master kept his promise to the islands."
BODY = "".join(
    f"<p class=body>The harbour office opened its longest quay on {day}, after eleven years of work on the old pier and its sheds.</p>"
    for day in ("Monday", "Tuesday", "Friday", "Sunday")
)
NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Longest quay opens"}</script>'
DECLARED = f'<meta property="og:description" content="{DEK}">'


def reading(page: Page, *, kept: bool) -> Reading:
    """As an engine labels it that keeps what has the class "body", and the standfirst where `kept` says so."""
    first = next((b.index for b in page.blocks if "body" in _around(page, b.index)), len(page.blocks))
    said = []
    for block in page.blocks:
        inside = "body" in _around(page, block.index) or (kept and block.index < first)
        said.append("title" if block.level == 1 else "body" if inside else "boilerplate")
    return Reading(page=page, labels=tuple(said), language="en")  # type: ignore[arg-type]


def _around(page: Page, block: int) -> str:
    return " ".join(page.frames[frame].classes for frame in page.ancestors(page.blocks[block].frame))


def texts(between: str, head: str = "", body: str = BODY, *, kept: bool = False) -> list[str]:
    html = f"<html><head><title>Longest quay opens</title>{head}</head><body><h1>Longest quay opens</h1>{between}{body}</body></html>"
    page = read_html(Document(html))
    return [page.blocks[verdict.block].text for verdict in find.find(reading(page, kept=kept))]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p class=standfirst>{DEK}</p>",
        f"<h2 class=article__subtitle>{DEK}</h2>",
        f"<h2 class=doc__subheader>{DEK}</h2>",
        f"<div class=ArticleLead__x><p>{DEK}</p></div>",
        f"<div class=c-intro-text>{DEK}</div>",
        f"<p class=vorspann>{DEK}</p>",
        f"<p class=byline>By Ann Lee</p><p class=dek>{DEK}</p>",
        f"<div class=summary>The quay is long, and it is made of granite.</div><h2 class=deck>{DEK}</h2>",
    ],
)
def test_what_its_markup_names(markup: str) -> None:
    assert texts(markup) == [DEK]


@pytest.mark.parametrize("description", [DEK, f"{DEK[:60]} ..."])
def test_what_the_page_declares_and_shows_in_another_form(description: str) -> None:
    declared = f'<meta name="description" content="{description}">'
    assert texts(f"<p class=x17>{DEK}</p>", declared) == [DEK]
    assert texts(f"<p class=x17>{DEK}</p>", declared + NEWS, kept=True) == [DEK]


def test_out_of_the_story_only_news_gives_what_one_sign_speaks_for() -> None:
    assert texts(f"<p class=x17>{DEK}</p>", DECLARED, kept=True) == []
    assert texts(f"<p class=intro>{DEK}</p>", kept=True) == []
    assert texts(f"<p class=intro>{DEK}</p>", NEWS, kept=True) == [DEK]
    assert texts(f"<p class=intro>{DEK}</p>", DECLARED, kept=True) == [DEK]


def test_a_sentence_above_the_story_of_a_news_page() -> None:
    assert texts(f"<p class=x17>{DEK}</p>", NEWS) == [DEK]
    assert texts(f"<p class=x17>{DEK}</p>") == []
    assert texts("<p class=x17>From our own harbour correspondent on the islands</p>", NEWS) == []


def test_a_first_paragraph_that_is_all_bold_and_a_class_of_its_own() -> None:
    bold = f"<p class=body><b>{DEK}</b></p>"
    assert texts(bold, NEWS) == [DEK]
    assert texts(f"<p class=body><b>{DEK}</b> So he said.</p>", NEWS) == []
    assert texts(bold + bold.replace("Two", "Three"), NEWS) == []
    assert texts(f"<p class='body first-font'>{DEK}</p>", NEWS) == [DEK]
    assert texts(f"<p class='body first-font'>{DEK}</p>", NEWS, body=BODY.replace("body", "'body x'", 1)) == []


def test_a_first_paragraph_that_was_copied_to_the_description_stays_one() -> None:
    first = BODY.split(">", 1)[1].split("<")[0]
    assert texts("", NEWS + f'<meta property="og:description" content="{first}">') == []


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=related><p class=summary>{DEK}</p></div>",
        f"<figure><img src=a.jpg><figcaption class=intro>{DEK}</figcaption></figure>",
        f"<p class=intro><a href=/x>{DEK}</a></p>",
        "<p class=intro>Too short</p>",
        f"<p class=intro hidden>{DEK}</p>",
        "<p class=dek>Longest quay opens</p>",
        f"<div class=carousel><p class=x>{DEK}</p></div>",
    ],
)
def test_what_is_something_else(markup: str) -> None:
    assert texts(markup, NEWS) == []


def test_the_paragraphs_of_a_standfirst_go_together_but_not_links() -> None:
    more = "The day was fine, and the sheds were full."
    link = "<p><a href=/x>The harbour is closed to traffic from Monday on</a></p>"
    assert texts(f"<div class=article__preamble><p>{DEK}</p><p>{more}</p>{link}</div>") == [DEK, more]


def test_a_container_of_the_whole_story_names_nothing() -> None:
    assert texts("", NEWS, body=f"<section class=lead-content>{BODY}</section>") == []
    assert texts("", NEWS, body=f"<div class=lead-content>{BODY}</div>") == []


def test_it_stands_behind_the_headline_of_the_story_and_not_of_a_list() -> None:
    teaser = f"<ul><li><p>Longest quay opens</p><p class=summary>{DEK}</p></li></ul>"
    html = f"<title>Longest quay opens</title><body>{teaser}<h1>Longest quay opens</h1>{BODY}</body>"
    assert list(find.find(reading(read_html(Document(html)), kept=False))) == []


def test_a_headline_in_parts_is_the_heading_above_the_story() -> None:
    html = f"<title>Quay: longest opens</title><body><h2><i>Quay</i> longest</h2><p class=dek>{DEK}</p>{BODY}</body>"
    page = read_html(Document(html))
    assert [page.blocks[v.block].text for v in find.find(reading(page, kept=False))] == [DEK]


def test_pages_without_a_headline_and_plain_text_have_none() -> None:
    assert list(find.find(reading(read_html(Document(f"<p class=dek>{DEK}</p>")), kept=True))) == []
    assert list(find.find(reading(read_text(f"Longest quay opens\n{DEK}"), kept=True))) == []


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<h1>Q a</h1>",
                "<p class=lead>",
                "</p>",
                "<div class=intro>",
                "</div>",
                "one two three four five",
                "<figure>",
                "<h2>",
            ]
        ),
        max_size=20,
    ),
    st.booleans(),
)
def test_any_page_gives_blocks_of_its_own(parts: list[str], kept: bool) -> None:  # noqa: FBT001 - drawn
    page = read_html(Document(NEWS + "".join(parts)))
    found = [verdict.block for verdict in find.find(reading(page, kept=kept))]
    assert found == sorted(set(found))
    assert set(found) <= set(range(len(page.blocks)))
