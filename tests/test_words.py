"""One definition of a word for counts, thresholds and comparisons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.words import STEM_LENGTH, count_words, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ("— … / *** ___", []),
        ("The ferry sailed.", ["The", "ferry", "sailed"]),
        ("S-400 and don't", ["S-400", "and", "don't"]),
        ("the harbour’s wall", ["the", "harbour’s", "wall"]),
        ("3.4 billion, 1,200 people", ["3.4", "billion", "1,200", "people"]),
        ("U.S. envoy", ["U.S", "envoy"]),
        ("one/two|three", ["one", "two", "three"]),
        ("snake_case", ["snake", "case"]),
        ("Über Zürich", ["Über", "Zürich"]),
        ("Это паром", ["Это", "паром"]),
        ("عادت العبارة", ["عادت", "العبارة"]),
        ("渡船回来了", ["渡", "船", "回", "来", "了"]),
        ("フェリー", ["フ", "ェ", "リ", "ー"]),
        ("연락선이 돌아왔다", ["연락선이", "돌아왔다"]),
        ("NHK東京", ["NHK", "東", "京"]),
    ],
)
def test_what_a_word_is(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_arabic_vowel_marks_do_not_split_a_word() -> None:
    assert count_words("العبّارة عادت") == 2


def test_devanagari_vowel_signs_do_not_split_a_word() -> None:
    assert count_words("नौका लौट आई") == 3


@given(st.text())
def test_count_and_list_agree(text: str) -> None:
    assert count_words(text) == len(words(text))


@given(st.text())
def test_words_stand_in_the_text_in_order(text: str) -> None:
    at = 0
    for word in words(text):
        at = text.index(word, at) + len(word)


@given(st.lists(st.sampled_from(["ferry", "S-400", "渡", "3.4"]), max_size=20))
def test_white_space_of_any_kind_only_separates(parts: list[str]) -> None:
    assert count_words(" ".join(parts)) == count_words("\n\n\t".join(parts)) == len(parts)


def test_a_stem_is_short_and_without_case() -> None:
    assert stem("HARBOURS") == stem("harbourmaster") == "harbou"
    assert stem("sea") == "sea"
    assert stem("Straße") == stem("STRASSE")
    assert len(stem("unbelievable")) == STEM_LENGTH


def test_a_long_run_is_read_in_time() -> None:
    assert count_words("a" * 1_000_000) == 1
    assert count_words("a." * 500_000) == 1


@given(st.text(st.characters(max_codepoint=0x2100)))
def test_latin_texts_are_read_like_all_others(text: str) -> None:
    assert words(text) == words(text + " 港")[:-1]


@given(st.text(st.sampled_from("abÉß9²ƒˆ_ \n-–'’.,\xad“…/\u0301\u200dя渡カ\ud800"), max_size=40))
def test_words_are_counted_as_they_are_found(text: str) -> None:
    assert count_words(text) == len(words(text))


@given(st.text(max_size=60))
def test_words_of_any_text_are_counted_as_they_are_found(text: str) -> None:
    assert count_words(text) == len(words(text))


@pytest.mark.parametrize("code", range(256))
def test_every_character_of_a_byte_counts_as_in_a_word(code: int) -> None:
    char = bytes((code,)).decode("cp1252", "replace")
    for text in (char, f"a{char}b", f"a{char}", f"{char}b", f"a{char}{char}b", f"a-{char}-b"):
        assert count_words(text) == len(words(text))
