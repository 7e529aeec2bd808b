"""Which blocks are the standfirst."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.html.standfirst import standfirst_blocks

DEK = "Two ferries came at once, and the harbour master kept his promise to the islands."
BODY = "".join(
    f"<p class=body>The harbour office opened its longest quay on {day}, after eleven years of work on the old pier and its sheds.</p>"
    for day in ("Monday", "Tuesday", "Friday")
)


def texts(between: str, head: str = "", body: str = BODY) -> list[str]:
    html = f"<html><head><title>Longest quay opens</title>{head}</head><body><h1>Longest quay opens</h1>{between}{body}</body></html>"
    page = read_html(Document(html))
    return [page.blocks[index].text for index in standfirst_blocks(page)]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p class=standfirst>{DEK}</p>",
        f"<h2 class=article__subtitle>{DEK}</h2>",
        f"<div class=ArticleLead__x><p>{DEK}</p></div>",
        f"<div class=c-intro-text>{DEK}</div>",
        f"<p class=vorspann>{DEK}</p>",
        f"<p class=byline>By Ann Lee</p><p class=dek>{DEK}</p>",
    ],
)
def test_what_its_markup_names(markup: str) -> None:
    assert texts(markup) == [DEK]


def test_what_the_page_declares_and_shows_in_another_form() -> None:
    assert texts(f"<p class=x17>{DEK}</p>", f'<meta property="og:description" content="{DEK}">') == [DEK]
    assert texts(f"<p class=x17>{DEK}</p>", f'<meta name="description" content="{DEK[:60]} ...">') == [DEK]


def test_a_first_paragraph_that_was_copied_to_the_description_stays_one() -> None:
    first = BODY.split(">", 1)[1].split("<")[0]
    assert texts("", f'<meta property="og:description" content="{first}">') == []


def test_an_unnamed_line_that_nobody_declares_is_none() -> None:
    assert texts(f"<p class=x17>{DEK}</p>") == []


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=related><p class=summary>{DEK}</p></div>",
        f"<figure><img src=a.jpg><figcaption class=intro>{DEK}</figcaption></figure>",
        f"<p class=intro><a href=/x>{DEK}</a></p>",
        "<p class=intro>Too short</p>",
        f"<p class=intro hidden>{DEK}</p>",
        "<p class=dek>Longest quay opens</p>",
    ],
)
def test_what_is_something_else(markup: str) -> None:
    assert texts(markup) == []


def test_the_paragraphs_of_a_standfirst_go_together() -> None:
    more = "The day was fine, and the sheds were full."
    assert texts(f"<div class=article__preamble><p>{DEK}</p><p>{more}</p></div>") == [DEK, more]


def test_a_container_of_the_whole_story_names_nothing() -> None:
    assert texts("", body=f"<section class=lead-content>{BODY}</section>") == []


def test_it_stands_behind_the_headline_of_the_story_and_not_of_a_list() -> None:
    page = f"<ul><li><p>Longest quay opens</p><p class=summary>{DEK}</p></li></ul>"
    html = f"<title>Longest quay opens</title><body>{page}<h1>Longest quay opens</h1>{BODY}</body>"
    assert standfirst_blocks(read_html(Document(html))) == ()


def test_pages_without_a_headline_and_plain_text_have_none() -> None:
    assert standfirst_blocks(read_html(Document(f"<p class=dek>{DEK}</p>"))) == ()
    assert standfirst_blocks(read_text(f"Longest quay opens\n{DEK}")) == ()


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
    )
)
def test_any_page_gives_blocks_of_its_own(parts: list[str]) -> None:
    page = read_html(Document("".join(parts)))
    found = standfirst_blocks(page)
    assert list(found) == sorted(set(found))
    assert set(found) <= set(range(len(page.blocks)))
