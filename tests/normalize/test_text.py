"""Text in one form: what goes, what stays, and that a second time changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.text import fold, normalise, normalise_preformatted, plain

ODD = st.text(
    st.sampled_from(
        "a é e\u0301 \u00a0\u2009\u200b\u200c\u200d\u00ad\ufeff\u202e\n\t\x00م‌یक्षि👩🏽🚀ﬁ'’“”–"
        "\x92\x93\x85\ufffc\u3164\u180e\u1820\u182c\ufe0f\U000e0101\U0001f3f4\U000e0067\U000e007f\ud83d\ude80Ââ\x80"
    )
    | st.characters()
)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("The  quay\u00a0opened\u2009on\tMonday ", "The quay opened on Monday"),
        ("co\u00adoper\u00adation", "cooperation"),
        ("zero\u200bwidth\ufeff and\u2060 marks\u200e", "zerowidth and marks"),
        ("cafe\u0301", "café"),
        ("line\r\nends\u2028fold", "line ends fold"),
        ("bell\x07 and \x00nul", "bell and nul"),
        ("before\ufffcafter \ufff9word\ufffagloss\ufffb", "before after wordgloss"),
        ("blank\u3164signs\u2800too", "blank signs too"),
        ("arabic\u061c letter mark", "arabic letter mark"),
        ("half of a pair \ud83d", "half of a pair \ufffd"),
        ("“Quotes” stay ‘as’ they 'are' – dashes — too…", "“Quotes” stay ‘as’ they 'are' – dashes — too…"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_one_line_of_text(given_text: str, expected: str) -> None:
    assert normalise(given_text) == expected


@pytest.mark.parametrize(
    "word",
    ["می\u200cخواهم", "क्\u200dष", "ශ්\u200dරී", "👩\u200d🚀", "❤\ufe0f\u200d🔥", "അവന്\u200d", "ত্\u200d কথা", "क्\u200c."],
)
def test_joiners_that_belong_to_the_script_stay(word: str) -> None:
    assert normalise(word) == unicodedata.normalize("NFC", word)


@pytest.mark.parametrize("word", ["qu\u200cay", "qu\u200day", "\u200cquay", "می\u200c", "می\u200c کند"])
def test_joiners_that_join_nothing_go(word: str) -> None:
    assert "\u200c" not in normalise(word)
    assert "\u200d" not in normalise(word)


@pytest.mark.parametrize(
    "word",
    [
        "ᠬᠠᠷ\u180eᠠ",
        "葛\U000e0100飾",
        "☎\ufe0e",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_signs_that_shape_the_one_before_stay(word: str) -> None:
    assert normalise(word) == word


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("quay\U000e0068\U000e0069 opens", "quay opens"),
        ("🏴\U000e0067\U000e0062 quay", "🏴 quay"),
        ("🏴" + "".join(chr(0xE0000 + ord(char)) for char in "gbeng\x7fmore") + " quay", "🏴 quay"),
        ("quay\ufe01\ufe02\U000e0101\U000e0110 opens", "quay\ufe01 opens"),
        ("\ufe0fquay \U000e0101opens", "quay opens"),
        ("quay\u180e opens", "quay opens"),
    ],
)
def test_signs_that_shape_nothing_hide_no_words(given_text: str, expected: str) -> None:
    assert normalise(given_text) == expected


def test_preformatted_text_keeps_its_lines_and_columns() -> None:
    assert normalise_preformatted("\n  a\u00a0 b\t1 \r\n\n  c\u200b d\n") == "  a  b\t1\n\n  c d"


def test_folding_ignores_case_width_and_invisible_characters() -> None:
    assert fold("Ｑuay\u200b  ONE") == fold("quay one")
    assert fold("quay") != fold("key")


@given(ODD)
def test_any_text_can_be_encoded(text: str) -> None:
    for clean in (normalise(text), normalise_preformatted(text)):
        assert clean.encode().decode() == clean


@given(ODD)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    again = normalise_preformatted(text)
    assert normalise_preformatted(again) == again


@given(st.lists(st.text(st.characters(categories=("Lu", "Ll", "Nd", "Pd", "Po")), min_size=1)))
def test_words_and_marks_are_all_kept(words: list[str]) -> None:
    text = "\u00a0 ".join(words)
    assert normalise(text) == " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quay &amp;amp; ferries", "Quay & ferries"),
        ("<b>Quay</b> opens", " Quay  opens"),
        ("&lt;p&gt;Quay", " Quay"),
        ("a < b > c, 3 <4", "a < b > c, 3 <4"),
    ],
)
def test_declared_values_lose_their_markup(text: str, expected: str) -> None:
    assert plain(text) == expected
