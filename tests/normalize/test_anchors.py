"""Where links stand in the text of a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.blocks import read_html
from newsclean.html.document import Document
from newsclean.normalize.article import build_article
from newsclean.normalize.draft import Draft
from newsclean.resolve import resolve
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean import Article

HOST = "https://www.example.org"


@pytest.fixture
def links(draft: Callable[..., Draft]) -> Callable[[str], list[list[tuple[str, str]]]]:
    """(words, address) of the links in each block of a page, but the headline."""
    return lambda html: said(build_article(draft(f"<h1>Quay</h1>{html}", links=True)))


def said(article: Article) -> list[list[tuple[str, str]]]:
    return [[(block.text[one.start : one.end], one.url) for one in block.links] for block in article.blocks]


def test_links_are_kept_on_their_words(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    assert links("<p>The quay is old. The <a href=/q>new  <b>quay</b></a>\n opens; the new quay is long.</p>") == [
        [("new quay", f"{HOST}/q")]
    ]


def test_only_when_they_are_wanted(draft: Callable[..., Draft]) -> None:
    assert said(build_article(draft("<h1>Quay</h1><p>The <a href=/q>quay</a> opens.</p>"))) == [[]]


def test_the_second_of_two_equal_words(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    html = "<p>Quay and <a href=/q>quay</a></p><div>Pier<br><br><a href=/p>Pier</a> again</div>"
    assert links(html) == [[("quay", f"{HOST}/q")], [], [("Pier", f"{HOST}/p")]]


def test_blocks_in_one_element_have_their_own(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    assert links("<div>Pier <a href=/1>one</a> opens<br><br>Pier <a href=/2>two</a> opens</div>") == [
        [("one", f"{HOST}/1")],
        [("two", f"{HOST}/2")],
    ]


def test_lists_in_lists_and_tables(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    html = (
        "<ul><li>First <a href=/1>ferry</a><ul><li>its <a href=/2>crew</a></li></ul></li></ul>"
        "<table><tr><th>Ferry<th>Seats</tr><tr><td><a href=/3>Ann</a><td>120 <a href=/4>seats</a></tr></table>"
    )
    assert links(html) == [
        [("ferry", f"{HOST}/1")],
        [("crew", f"{HOST}/2")],
        [],
        [("Ann", f"{HOST}/3"), ("seats", f"{HOST}/4")],
    ]


@pytest.mark.parametrize("href", ["#note", "javascript:x()", "mailto:a@example.org", "", "http://["])
def test_what_leads_to_no_other_page_is_no_link(links: Callable[[str], list[list[tuple[str, str]]]], href: str) -> None:
    assert links(f"<p>The <a href='{href}'>quay</a> opens.</p>") == [[]]


def test_invisible_characters_and_unicode_forms(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    html = "<p>Ha\u00adfen: <a href=/q>gro\u00df\u200be Bru\u0308cke</a> er\u00f6ffnet</p>"
    assert links(html) == [[("große Brücke", f"{HOST}/q")]]


def test_preformatted_text(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    assert links("<pre>06:00  <a href=/q>quay</a>\n08:30  pier</pre>") == [[("quay", f"{HOST}/q")]]


def test_hidden_words_are_passed_over(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    hidden = "<span style='display:none'>secret</span><a class=sr-only href=/s>skip</a>"
    assert links(f"<p>The {hidden}<a href=/q>quay</a> opens.</p>") == [[("quay", f"{HOST}/q")]]


def test_a_block_whose_words_stand_nowhere_has_none(links: Callable[[str], list[list[tuple[str, str]]]]) -> None:
    composed = "<p>The <a href=/q>u</a>\u0308ber opens.</p>"  # one letter in the text, two in the element
    assert links(f"{composed}<p>The <a href=/q>quay</a> opens.</p>") == [[], [("quay", f"{HOST}/q")]]


@given(st.lists(st.tuples(st.text(st.sampled_from("ab <b>&;\u00ad\u0308."), max_size=8), st.booleans()), max_size=8))
def test_links_lie_in_order_inside_of_the_text(parts: list[tuple[str, bool]]) -> None:
    html = "".join(f"<a href=/q>{text}</a>" if linked else text for text, linked in parts)
    page = read_html(Document(f"<p>{html}</p>", url=HOST))
    kept = [Verdict(block=block.index, label="body", by="engine", reason="So.") for block in page.blocks]
    for block in build_article(Draft(page=page, outcome=resolve(page, kept), links=True)).blocks:
        ends = [place for link in block.links for place in (link.start, link.end)]
        assert ends == sorted(ends)
        assert not ends or 0 <= ends[0] <= ends[-1] <= len(block.text)
        for link in block.links:
            assert block.text[link.start : link.end].strip()
