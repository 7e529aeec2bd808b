"""Plain text: the headline is found, and everything else is the story until somebody says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from newsclean.engine.lines import CONFIDENT_WORDS, choose_lines, find_title, judge_lines
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine import Judgement
    from newsclean.page import Page

    Text = Callable[..., Page]
    Labelled = Callable[[Page, Judgement, str], list[str]]

TITLE = "Old quay opens again after three winters"


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Board weighs quay fee: Official",
        "Will the wall hold?",
        "“It held!”",
        "Quay opens",
        "Behind the picture: How a wall was saved",
        "NASA and SpaceX part ways",
        "Photo-sharing app Pictora leaves Ankerholm",
        "1,200 march for the old quay",
    ],
)
def test_the_first_line_is_the_headline(text: Text, prose: tuple[str, ...], title: str) -> None:
    assert find_title(text(title, "", *prose)) == 0


@pytest.mark.parametrize(
    "above",
    [
        ("News / World / Asia",),
        ("Install the new version of Harbour TV application",),
        ("Install the new version of Harbour TV application", "News / World"),
        ("March 4, 2024",),
        ("Mon Mar 04, 2024 06:30AM [Updated: Tue Mar 05, 2024 12:03PM ]",),
        ("By Mira Holt",),
        ("Home",),
        ("(AFP photo)",),
        ("Fishermen mend nets on the old quay. (AFP photo)",),
        ("Share on Facebook",),
    ],
)
def test_furniture_above_it_is_not_the_headline(text: Text, prose: tuple[str, ...], above: tuple[str, ...]) -> None:
    assert find_title(text(*above, TITLE, "", *prose)) == len(above)


def test_text_without_a_headline_has_none(text: Text, prose: tuple[str, ...]) -> None:
    assert find_title(text(*prose)) == NONE
    assert find_title(text(prose[0], TITLE, *prose[1:])) == NONE


@pytest.mark.parametrize("lines", [(), ("One line only",), ("One two three.", "Four five six.")])
def test_too_little_text_has_none(text: Text, lines: tuple[str, ...]) -> None:
    assert find_title(text(*lines)) == NONE


def test_far_down_no_headline_is_looked_for(text: Text, prose: tuple[str, ...]) -> None:
    assert find_title(text(*("Tea.",) * 9, TITLE, *prose)) == NONE


def test_the_other_lines_of_a_clean_text_are_body(text: Text, prose: tuple[str, ...], labelled: Labelled) -> None:
    page = text("News / World", TITLE, *prose, "SHARE THIS ARTICLE")
    judgement = judge_lines(page)
    assert labelled(page, judgement, "title") == [TITLE]
    assert labelled(page, judgement, "body") == [*prose, "SHARE THIS ARTICLE"]
    assert [verdict.block for verdict in judgement.verdicts] == list(range(len(page.blocks)))
    assert judgement.source == "engine"


def test_confidence_grows_with_the_words(text: Text, prose: tuple[str, ...]) -> None:
    assert judge_lines(text("Short")).confidence < 0.1
    few, many = judge_lines(text(prose[0])).confidence, judge_lines(text(*prose * 2)).confidence
    assert 0 < few < 0.5 < many <= 1.0
    assert judge_lines(text("word " * CONFIDENT_WORDS)).confidence == 1.0


def test_an_empty_text(text: Text) -> None:
    judgement = judge_lines(text(""))
    assert (tuple(judgement.verdicts), judgement.confidence) == ((), 0.0)


def test_a_clean_text_is_left_to_the_detectors_and_a_raw_one_loses_what_is_unlikely() -> None:
    assert choose_lines(np.array([0.9, 0.03, 0.9, 0.9])) == [0, 2, 3]
    assert choose_lines(np.array([0.9, 0.3, *[0.9] * 20])) == list(range(22))
    assert choose_lines(np.array([0.9, 0.01, *[0.9] * 20])) == list(range(22))
    assert choose_lines(np.array([0.05] * 5 + [0.3, 0.9])) == [6]


def test_where_no_line_is_the_story_all_stay() -> None:
    assert choose_lines(np.array([0.05, 0.3, 0.01])) == [0, 1, 2]


def test_below_the_menus_of_a_page_the_headline_is_near_the_story(text: Text, prose: tuple[str, ...]) -> None:
    menu = ("Home", "News", "Sport", "Weather", "Opinion", "Travel", "Culture", "More stories")
    page = text(*menu, TITLE, "What we read today", *prose)
    chosen = [page.blocks[-1].index - n for n in range(4)][::-1]
    assert find_title(page, chosen) == len(menu)
    assert find_title(text(*menu, "Elsewhere", *prose), [9, 10, 11, 12]) == NONE


def test_a_page_loses_its_menus_and_keeps_its_story(text: Text, prose: tuple[str, ...], labelled: Labelled) -> None:
    menu = ("Home", "News", "Sport", "Weather", "Log in", "Subscribe", "Search", "Menu", "Newsletters")
    foot = ("Related articles", "Most read", "Privacy policy", "Terms of use", "Contact us", "© 2024 Herald")
    page = text(*menu, TITLE, *prose, *foot)
    judgement = judge_lines(page)
    assert labelled(page, judgement, "title") == [TITLE]
    assert labelled(page, judgement, "body") == [*prose]


def test_captions_and_prompts_at_the_story_are_left_to_the_detectors(
    text: Text, prose: tuple[str, ...], labelled: Labelled
) -> None:
    caption = "Fishermen mend nets on the old quay. (Photo by Ann Lund/AFP)"
    page = text(TITLE, caption, *prose, "Share this article")
    assert labelled(page, judge_lines(page), "body") == [caption, *prose, "Share this article"]
