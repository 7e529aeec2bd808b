"""The page as all later stages see it: places, frames, and what a reading offers to detectors."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsclean.page import NONE, Candidate, Frame, Page, Reading


def frame(tag: str, parent: int, *, nth: int = 1, depth: int = 0, figure: int = NONE, hidden: bool = False) -> Frame:
    return Frame(tag, "", "", parent, nth, depth, figure, hidden, None)


@pytest.fixture
def page() -> Page:
    return Page(
        mode="html",
        blocks=(
            Candidate(0, "A headline", "heading", 1, 1, 2),
            Candidate(1, "A caption", "paragraph", 0, 4, 2),
            Candidate(2, "A paragraph", "paragraph", 0, 2, 2),
        ),
        frames=(
            frame("body", NONE),
            frame("h1", 0, depth=1),
            frame("p", 0, nth=3, depth=1),
            frame("figure", 0, depth=1, figure=3),
            frame("figcaption", 3, depth=2, figure=3, hidden=True),
        ),
    )


@pytest.fixture
def lines() -> Page:
    return Page(
        mode="text",
        blocks=(
            Candidate(index=0, text="A headline", kind="paragraph", words=2, line=1),
            Candidate(index=1, text="A line", kind="paragraph", words=2, line=4),
        ),
    )


def test_a_path_in_html_names_the_frames_from_the_body_down(page: Page) -> None:
    assert page.path(1) == "body/figure/figcaption"


def test_a_path_counts_from_the_second_of_its_tag(page: Page) -> None:
    assert page.path(0) == "body/h1"
    assert page.path(2) == "body/p[3]"


def test_a_path_in_text_is_the_number_of_the_line(lines: Page) -> None:
    assert lines.path(1) == "line 4"


def test_ancestors_go_from_the_frame_itself_outwards(page: Page) -> None:
    assert list(page.ancestors(4)) == [4, 3, 0]
    assert list(page.ancestors(NONE)) == []


def test_hidden_and_figure_come_from_the_frame(page: Page) -> None:
    assert [page.hidden(i) for i in range(3)] == [False, True, False]
    assert [page.figure(i) for i in range(3)] == [NONE, 3, NONE]


def test_text_has_no_frames_and_neutral_evidence(lines: Page) -> None:
    assert not lines.hidden(0)
    assert lines.figure(0) == NONE
    assert lines.blocks[0].link_chars == 0
    assert lines.document is None


def test_a_reading_tells_title_body_and_captions_apart(page: Page) -> None:
    reading = Reading(page=page, labels=("title", "caption", "body"))
    assert reading.title == 0
    assert reading.captions == (1,)
    assert reading.body == (2,)
    assert reading.body_text == "A headline\nA paragraph"


def test_what_a_rule_keeps_is_body_too(page: Page) -> None:
    assert Reading(page=page, labels=("keep", "boilerplate", "body")).body == (0, 2)


def test_a_reading_without_a_headline(page: Page) -> None:
    reading = Reading(page=page, labels=("boilerplate", "boilerplate", "body"))
    assert reading.title == NONE
    assert reading.body_text == "A paragraph"


def test_a_copy_does_not_inherit_what_was_computed(page: Page) -> None:
    assert page.path(2) == "body/p[3]"
    assert (
        replace(page, frames=(*page.frames[:2], page.frames[2]._replace(nth=1), *page.frames[3:])).path(2) == "body/p"
    )
