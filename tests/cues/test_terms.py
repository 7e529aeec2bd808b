"""What of a text is compared: keys of words in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.terms import fold_accents, holds, key_of, terms, unspaced


def found(text: str) -> list[str]:
    return [term.key for term in terms(text)]


def test_inflected_words_meet() -> None:
    assert found("harbours")[0] == found("harbour")[0]


def test_accents_and_case_do_not_matter() -> None:
    assert found("Erdoğan") == found("ERDOGAN")
    assert found("Großer Kühlturm") == found("grosser kuhlturme")


def test_joined_words_are_compared_by_their_parts_too() -> None:
    assert {"russia", "made"} <= set(found("Russian-made"))
    assert found("harbour’s")[-1] == "harbou"
    assert found("e-x") == ["e-x"]


def test_names_have_a_capital_letter_and_are_not_the_first_word() -> None:
    assert [(term.key, term.name) for term in terms("Mayor Ann speaks")] == [
        ("mayor", False),
        ("ann", True),
        ("speaks", False),
    ]


def test_scripts_without_spaces_are_pairs() -> None:
    assert found("古い岸壁") == ["古い", "い岸", "岸壁"]
    assert all(map(unspaced, found("古い岸壁")))
    assert found("岸 bell 壁") == ["bell"]


def test_letters_that_run_on_are_cut_into_overlapping_pieces() -> None:
    pieces = found("ท่าเรือเก่าเปิดอีกครั้ง")
    assert len(pieces) > 2
    assert all(unspaced(piece) for piece in pieces)


def test_particles_and_articles_of_other_languages_do_not_matter() -> None:
    assert found("서울에서") == found("서울은")
    assert key_of("الميناء") == key_of("ميناء")
    assert key_of("ال") == "ال"


@given(st.text(st.characters(codec="latin-1"), max_size=60) | st.text("古い岸壁を、 ", max_size=30))
def test_a_text_holds_its_own_words(text: str) -> None:
    folded = fold_accents(text)
    assert all(holds(folded, term.key) for term in terms(text))


def test_short_keys_are_whole_words_and_long_ones_parts_too() -> None:
    folded = fold_accents("The party sailed from Ankerholm-West on the Hafenkühlturm.")
    assert holds(folded, "party")
    assert holds(folded, "west")
    assert not holds(folded, "art")
    assert not holds(folded, "sail")
    assert holds(folded, "sailed")
    assert holds(folded, "kuhltu")


def test_accents_are_folded_alike_whatever_stands_beside_them() -> None:
    for word in ("Mjølner", "Łódź", "Erdoğan", "Straße", "çé", "Œuvre", "Ærø"):
        alone, among = fold_accents(word), fold_accents(f"{word} и 壁")
        assert among.startswith(alone)


@given(st.text(), st.text())
def test_folding_a_text_is_folding_its_characters(text: str, other: str) -> None:
    assert fold_accents(text + other) == fold_accents(text) + fold_accents(other)
    assert fold_accents(text) == "".join(map(fold_accents, text))


def test_characters_of_one_byte_that_become_others_of_two_are_folded_too() -> None:
    assert fold_accents("Straße, 5 µm – Ÿ") == "strasse, 5 μm – y"


@pytest.mark.parametrize("text", ["", " ", "…", "—"])
def test_a_text_without_words(text: str) -> None:
    assert terms(text) == []
