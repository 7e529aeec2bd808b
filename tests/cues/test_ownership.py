"""Whose caption? The share of its telling words that the story repeats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.lexicon import lexicon
from newsclean.cues.ownership import Story

STORY = Story.of(
    "Old quay opens again. The harbour board opened the old quay in Ankerholm again on Monday after three winters of "
    "repairs. Harbour master Ann Lund said the granite wall had held. Ferries to Skarvo will leave every hour, and "
    "fishermen may land their herring there from April 2021, the board said in Washington.",
    "en",
)
OWN = "Fishermen land herring at the old quay in Ankerholm. (AFP photo)"
STRAY = (
    "Pianist Orla Quist (L) rehearses a nocturne with cellist Teodor Brandt before the gala in Washington in "
    "April 2021. (AFP photo)"
)


def test_an_own_caption_scores_high() -> None:
    assert STORY.owns(OWN).score > 0.6


def test_a_stray_caption_scores_low_and_names_strangers() -> None:
    own = STORY.owns(STRAY)
    assert own.score < 0.15
    assert own.rare >= 4
    assert own.foreign_runs >= 1


def test_dates_and_capitals_that_both_name_do_not_make_it_own() -> None:
    without = STRAY.replace("in Washington in April 2021", "")
    assert STORY.owns(STRAY).score == pytest.approx(STORY.owns(without).score)


def test_the_credit_does_not_count() -> None:
    assert STORY.owns(OWN) == STORY.owns(OWN.removesuffix(" (AFP photo)"))
    assert STORY.owns(OWN.replace("(AFP photo)", "(Photo by Ann Lund)")) == STORY.owns(OWN)


def test_inflected_and_joined_words_meet() -> None:
    story = Story.of("The Russian missile systems were delivered to Ankerholm.", "en")
    assert story.owns("A Russian-made missile").present >= 1
    assert Story.of("harbours", "en").owns("The harbour’s lamp").score > 0


def test_case_does_not_matter() -> None:
    assert STORY.owns("HERRING AT ANKERHOLM").score == STORY.owns("herring at ankerholm").score


@pytest.mark.parametrize(
    "caption", ["", "(AFP)", "2021", "A file photo", "In this file picture", "Washington, March 8, 2019"]
)
def test_a_caption_that_tells_nothing_has_no_rare_words(caption: str) -> None:
    own = STORY.owns(caption)
    assert (own.rare, own.present, own.foreign_runs) == (0, 0, 0)


@pytest.mark.parametrize("caption", ["", "(AFP)", "2021", "Washington, March 8, 2019"])
def test_a_caption_without_words_that_count_is_owned(caption: str) -> None:
    assert STORY.owns(caption).score == 1.0


def test_a_run_with_one_known_name_is_not_foreign() -> None:
    assert STORY.owns("Mayor Ann Lund speaks").foreign_runs == 0
    assert STORY.owns("Mayor Teodor Brandt speaks").foreign_runs == 1


def test_a_title_of_a_person_is_no_name() -> None:
    assert STORY.owns("Rep. Brandt speaks").foreign_runs == 0


def test_the_head_of_a_caption_is_no_name() -> None:
    assert STORY.owns("FILE PHOTO: herring on the quay").foreign_runs == 0


def test_a_repeated_word_counts_once() -> None:
    assert STORY.owns("Herring, herring and herring") == STORY.owns("Herring")


@pytest.mark.parametrize("language", [None, "de", "zz", "../en", "en-US"])
def test_every_language_gives_a_score(language: str | None) -> None:
    story = Story.of("Der alte Kai in Ankerholm ist wieder offen", language)
    assert story.owns("Der alte Kai in Ankerholm").score > story.owns("Pianistin Orla Quist probt").score


def test_places_are_there_and_unique() -> None:
    for names in (lexicon("en")["places.countries"], lexicon("en")["places.capitals"]):
        assert len(set(names)) == len(names)
        assert names


@given(st.text(), st.text())
def test_scores_are_shares(text: str, caption: str) -> None:
    own = Story.of(text, "en").owns(caption)
    assert 0 <= own.score <= 1
    assert 0 <= own.present <= own.rare
    assert own.foreign_runs >= 0


@given(st.text(max_size=200))
def test_a_story_owns_its_own_words(text: str) -> None:
    assert Story.of(text, "en").owns(text).score == pytest.approx(1.0)
