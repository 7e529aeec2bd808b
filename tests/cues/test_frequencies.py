"""How much a word tells."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.frequencies import RARE, UNKNOWN_LONG, UNKNOWN_SHORT, Frequencies, frequencies
from newsclean.cues.lexicon import languages

TABLES = sorted(entry.name for entry in files("newsclean.cues").joinpath("idf").iterdir() if entry.name[0] != "_")


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    english = frequencies("en")
    assert english.weight("nocturn") > RARE > english.weight("there")


def test_a_word_of_every_text_tells_nothing_and_one_of_none_tells_all() -> None:
    known = Frequencies("en", 100, {"ferry": 100})
    assert known.weight("ferry") == pytest.approx(0.0)
    assert known.weight("herrin") == 1.0


@pytest.mark.parametrize("key", ["washin", "germany"[:6], "march", "monday", "photo", "afp", "2021", "of", "j"])
def test_dates_places_agencies_and_initials_weigh_nothing(key: str) -> None:
    assert frequencies("en").weight(key) == 0.0


def test_what_weighs_nothing_in_english_weighs_nothing_elsewhere() -> None:
    assert frequencies("sv").ignores("photo")


def test_without_a_table_the_length_tells() -> None:
    other = frequencies("zz")
    assert other.weight("kai") == UNKNOWN_SHORT
    assert other.weight("brygga") == UNKNOWN_LONG


def test_ideographs_are_no_initials_and_kana_tell_little() -> None:
    other = frequencies("zz")
    assert other.weight("岸壁") == UNKNOWN_LONG
    assert other.weight("から") == UNKNOWN_SHORT


@pytest.mark.parametrize("language", [None, "../en", "en-US", "", "EN"])
def test_a_language_never_names_a_file(language: str | None) -> None:
    assert 0 <= frequencies(language).weight("harbou") <= 1


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_small_and_of_known_languages(name: str) -> None:
    file = files("newsclean.cues").joinpath("idf", name)
    table = json.loads(file.read_text("utf-8"))
    assert name.removesuffix(".json") in languages()
    assert max(table["stems"].values()) <= table["texts"]


def test_all_tables_together_are_small() -> None:
    content = (files("newsclean.cues").joinpath("idf", name).read_bytes() for name in TABLES)
    assert sum(map(len, content)) <= 300_000


@given(st.text(min_size=1, max_size=8))
def test_a_weight_is_from_0_to_1_and_stays(key: str) -> None:
    english = frequencies("en")
    assert 0.0 <= english.weight(key) <= 1.0
    assert english.weight(key) == english.weight(key)
