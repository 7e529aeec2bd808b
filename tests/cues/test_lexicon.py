"""Phrases are data, a file a language; what is asked for comes from pages and is not trusted."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.lexicon import fold, fold_evenly, languages, lexicon, needles


def test_every_language_has_what_all_pages_get() -> None:
    for language in (None, *languages()):
        assert "afp" in lexicon(language)["credit.agencies"]
        assert "share this article" in lexicon(language)["share.lines"]


def test_english_is_there() -> None:
    assert "en" in languages()
    assert "common" not in languages()


@pytest.mark.parametrize("language", ["zz", "tlh", "xx"])
def test_a_language_without_a_file_gets_the_common_phrases(language: str) -> None:
    assert lexicon(language).phrases == lexicon(None).phrases


@pytest.mark.parametrize(
    "language",
    [
        "",
        "../en",
        "en/..",
        "/etc/passwd",
        "en.toml",
        "en-US",
        "EN",
        "e",
        "en\n",
        "\x00",
        "common\n",
        "ã",
        "..",
        "a" * 999,
    ],
)
def test_a_language_never_becomes_a_path(language: str) -> None:
    assert lexicon(language).phrases == lexicon(None).phrases


@given(st.text())
def test_any_string_may_be_asked_for(language: str) -> None:
    assert lexicon(language)["share.lines"]


def test_an_unknown_key_is_empty_and_its_pattern_matches_nothing() -> None:
    assert lexicon("en")["no.such"] == ()
    assert not re.search(lexicon("en").alternation("no.such"), "anything")
    assert not re.search(lexicon("en").alternation(), "")


def test_an_alternation_prefers_the_longest() -> None:
    found = re.match(lexicon("en").alternation("share.lines"), "share this article")
    assert found
    assert found.group() == "share this article"


def test_phrases_are_taken_literally() -> None:
    pattern = re.compile(lexicon("en").alternation("caption.positions"))
    assert pattern.search("ann lund (l) talks")
    assert not pattern.search("ann lund l talks")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Editor’s  Note", "editor's note"),
        ("SHARE\u00a0THIS\tARTICLE", "share this article"),
        ("re\u00adpair\u200bs", "repairs"),
        ("STRASSE", "strasse"),
        ("  ", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("language", ["common", *languages()])
def test_a_file_of_phrases_is_tidy(language: str) -> None:
    tables = tomllib.loads((files("newsclean.lexicon") / f"{language}.toml").read_text("utf-8"))
    for table, entries in tables.items():
        for key, phrases in entries.items():
            name = f"{table}.{key}"
            assert phrases, name
            assert all(isinstance(phrase, str) and phrase == fold(phrase) for phrase in phrases), name
            assert len(set(phrases)) == len(phrases), f"{name}: {sorted(p for p in phrases if phrases.count(p) > 1)}"
            assert all(len(phrase.split()) <= 5 for phrase in phrases), f"{name}: cue phrases have at most five words"


def test_a_party_is_no_position() -> None:
    for language in (None, *languages()):
        assert "(r)" not in lexicon(language)["caption.positions"]


@given(st.text("aB  \t\u00a0\u200b\u00ad’ß\u3000é", max_size=9))
def test_folding_leaves_no_odd_space_and_nothing_invisible(text: str) -> None:
    plain = text.replace("’", "'").replace("\u200b", "").replace("\u00ad", "")
    assert fold(text) == " ".join(plain.casefold().split())


@pytest.mark.parametrize(("text", "folded"), [("STRAßE’S", "straße's"), ("İzmir", "İzmir"), ("Quay", "quay"), ("", "")])
def test_folding_letter_by_letter(text: str, folded: str) -> None:
    assert fold_evenly(text) == folded


@given(st.text())
def test_folding_letter_by_letter_keeps_every_place(text: str) -> None:
    assert len(fold_evenly(text)) == len(text)


@pytest.mark.parametrize("language", [None, *languages()])
def test_each_phrase_has_a_needle(language: str | None) -> None:
    for phrases in lexicon(language).phrases.values():
        found = needles(phrases)
        assert len(found) <= len(phrases)
        assert all(any(needle in phrase for needle in found) for phrase in phrases)
