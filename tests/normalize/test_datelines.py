"""Lines that may date a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.normalize.datelines import scripted_dates, short_lines, shown_changes, shown_datelines

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

PAGE = """<nav><p>News</p></nav><h1>Quay opens</h1><p>Published: 2 May 2024</p><p>© 2019 Example</p>
<p>The harbour office opened its longest quay in 2024, after eleven years of work on the old pier and its sheds, and two
ferries from the islands came in at once, as the harbour master had promised them in the spring.</p><p>3 May 2023</p>"""


def test_a_line_that_says_so_near_the_headline_comes_first(draft: Callable[..., Draft]) -> None:
    lines = list(shown_datelines(draft(PAGE), "en"))
    best = max(lines, key=lambda line: line.weight)
    assert best.text == "Published: 2 May 2024"
    assert best.source == "dom:text"


def test_copyright_and_long_paragraphs_date_nothing(draft: Callable[..., Draft]) -> None:
    texts = {line.text[:10] for line in shown_datelines(draft(PAGE), "en")}
    assert texts == {"Published:", "3 May 2023"}


def test_links_to_other_stories_date_nothing(draft: Callable[..., Draft]) -> None:
    assert not list(
        shown_datelines(draft("<h1>A</h1><p><a href=/b>Pier closed on 2 May 2024</a></p><p>Text.</p>"), "en")
    )


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("(11.02.2021) The office opened its quay.", "(11.02.2021"),
        (
            "Press release of 14 February 2021 | Harbour – The office opened its quay.",
            "Press release of 14 February 2021",
        ),
        ("3.2.2021 - The office opened its quay.", "3.2.2021"),
        ("Harbour, May 2, 2024: The office opened its quay.", "Harbour, May 2, 2024"),
        ("On 2 May 2024 the office opened its quay.", None),
        ("The office opened its quay (built in 2019).", None),
    ],
)
def test_a_story_may_begin_with_its_date(draft: Callable[..., Draft], opening: str, date: str | None) -> None:
    more = " Two ferries from the islands came in at once, as the harbour master had promised them in the spring." * 2
    lines = list(shown_datelines(draft(f"<h1>Quay opens</h1><p>{opening}{more}</p>"), "en"))
    assert [line.text for line in lines] == ([date] if date else [])


def test_a_sentence_of_the_story_dates_something_else(draft: Callable[..., Draft]) -> None:
    sentence = "The next meeting of the harbour council is on 5 February 2024."
    told = draft(f"<h1>Quay opens</h1><p>{sentence}</p>", labels={"The next": "body"})
    assert not list(shown_datelines(told, "en"))
    stated = draft(f"<h1>Quay opens</h1><p>{sentence} 14:30</p>", labels={"The next": "body"})
    assert list(shown_datelines(stated, "en"))


def test_numbers_of_versions_are_dates_in_german_only(draft: Callable[..., Draft]) -> None:
    made = draft("<h1>Quay opens</h1><p>Tool 7.3.21 released</p><p>The harbour office opened its quay.</p>")
    assert not list(shown_datelines(made, "en"))
    assert list(shown_datelines(made, "de"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Last updated: 6 December 2023", True),
        ("Ann Lee · Editor · Updated April 9, 2024", True),
        ("revision 3, last edited: 4 Mar 2021", True),
        ("Edited by Ann Lee, 4 Mar 2021", False),
        ("Published 6 December 2023", False),
        ("© 2019 Example, updated daily", False),
    ],
)
def test_lines_of_the_last_change(draft: Callable[..., Draft], line: str, found: bool) -> None:  # noqa: FBT001 - a case
    made = draft(f"<h1>Quay opens</h1><p>{line}</p><p>The harbour office opened its quay.</p>")
    assert bool(list(shown_changes(made, "en"))) is found


def test_far_from_the_story_only_a_line_that_opens_with_it(draft: Callable[..., Draft]) -> None:
    boats = "<p>The harbour office opened its quay and the ferries came in.</p>" * 30
    made = draft(f"<h1>Quay</h1>{boats}<div>{boats}</div><p>Pier · Updated 3 May 2024</p><p>Updated 4 May 2024</p>")
    assert {line.text for line in shown_changes(made, "en")} == {"Updated 4 May 2024"}


def test_data_in_attributes_is_searched_too(draft: Callable[..., Draft]) -> None:
    html = """<h1>A</h1><x-island props="{&quot;datePublished&quot;:&quot;2024-05-02T10:00&quot;}"></x-island>"""
    assert [(line.source, line.text) for line in scripted_dates(draft(html))] == [("attribute", "2024-05-02T10:00")]


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
