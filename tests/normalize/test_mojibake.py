"""Text that was read in the wrong encoding is mended where that is certain, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.mojibake import repaired, without_controls
from newsclean.normalize.text import normalise, normalise_preformatted


def damaged(text: str) -> str:
    """As a program reads it that takes UTF-8 for Windows-1252, with control characters where that has nothing."""
    return "".join(_character(byte) for byte in text.encode())


def _character(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize(
    "text",
    [
        "“The quay” – it’s open…",
        "Café am Kai",
        "Größe",
        "Español",
        "© Harbour Herald",
        "Набережная открыта",
        "Přístav otevřen žluťoučký",
        "Ankerholm 🌊",
    ],
)
def test_damage_is_undone_however_often_it_was_done(text: str) -> None:
    assert repaired(damaged(text)) == text
    assert repaired(damaged(damaged(text))) == text


@pytest.mark.parametrize(
    "text",
    [
        "The quay",
        "Café am Kai",
        "SÃO PAULO",
        "NESCAFÉ®",
        "Ä–Z",
        damaged("it’s ") + "né",
        damaged("it’s ") + "一",
        "Â",
        "â€",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert repaired(text) == text


def test_controls_are_the_signs_they_stand_in_for() -> None:
    assert without_controls("it\x92s \x93open\x94 \x96 80 \x80") == "it’s “open” – 80 €"
    assert normalise("n\xe9e \x96 it\x92s") == "née – it’s"
    assert normalise_preformatted("it\x92s\n\x95 open") == "it’s\n• open"


@pytest.mark.parametrize("text", ["line\x85end", "\x81\x8d", "it’s", "bell\x07"])
def test_other_controls_stand_in_for_nothing(text: str) -> None:
    assert without_controls(text) == text


def test_the_normaliser_mends_and_then_cleans() -> None:
    assert normalise(damaged("it’s\u00a0open\u200b")) == "it’s open"
    assert normalise("it\u00e2\u0080\u0099s") == "it’s"
    assert normalise_preformatted(damaged("it’s\n“open”")) == "it’s\n“open”"


@given(st.text(st.characters(max_codepoint=0x2FF) | st.sampled_from("ÂÃâð€™\u00ad\u200b\u0300"), max_size=30))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    assert repaired(repaired(text)) == repaired(text)
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_characters="ÂÃâð"), max_size=30))
def test_what_holds_no_sign_of_damage_is_never_longer_nor_lost(text: str) -> None:
    assert len(repaired(text)) <= len(text)
