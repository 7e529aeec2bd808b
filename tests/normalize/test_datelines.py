"""Lines that may date a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.normalize.datelines import scripted_dates, short_lines, shown_datelines

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

PAGE = """<nav><p>News</p></nav><h1>Quay opens</h1><p>Published: 2 May 2024</p><p>© 2019 Example</p>
<p>The harbour office opened its longest quay in 2024, after eleven years of work on the old pier and its sheds, and two
ferries from the islands came in at once, as the harbour master had promised them in the spring.</p><p>3 May 2023</p>"""


def test_a_line_that_says_so_near_the_headline_comes_first(draft: Callable[..., Draft]) -> None:
    lines = list(shown_datelines(draft(PAGE)))
    best = max(lines, key=lambda line: line.weight)
    assert best.text == "Published: 2 May 2024"
    assert best.source == "dom:text"


def test_copyright_and_long_paragraphs_date_nothing(draft: Callable[..., Draft]) -> None:
    texts = {line.text[:10] for line in shown_datelines(draft(PAGE))}
    assert texts == {"Published:", "3 May 2023"}


def test_links_to_other_stories_date_nothing(draft: Callable[..., Draft]) -> None:
    assert not list(shown_datelines(draft("<h1>A</h1><p><a href=/b>Pier closed on 2 May 2024</a></p><p>Text.</p>")))


def test_scripts_are_searched_for_dates_of_publication_only(draft: Callable[..., Draft]) -> None:
    html = """<h1>A</h1><script>{"datePublished":"2024-05-02","buildDate":"2020-01-01"}</script>
    <script>self.push("{\\"publishedAt\\":\\"2024-05-03\\"}")</script><script src=x.js></script>"""
    assert [line.text for line in scripted_dates(draft(html))] == ["2024-05-02", "2024-05-03"]


def test_plain_text_has_no_scripts(text_draft: Callable[..., Draft]) -> None:
    assert not list(scripted_dates(text_draft("A\nB")))


def test_short_lines_are_those_around_the_headline(draft: Callable[..., Draft]) -> None:
    assert [block.text for block in short_lines(draft("<h1>Quay opens</h1><p>3 hours ago</p><p>A</p>"))] == [
        "Quay opens",
        "3 hours ago",
    ]
