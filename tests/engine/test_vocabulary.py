"""Names of elements and words of lines, as vocabularies have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.engine.vocabulary import (
    CALLED,
    MAX_CHARS,
    MAX_NAMES,
    MAX_WORDS,
    NameScore,
    line_tokens,
    name_scorer,
    name_tokens,
    phrases,
)


def called(*names: str) -> int:
    return sum(1 << n for n, (name, _) in enumerate(CALLED) if name in names)


@pytest.mark.parametrize(
    ("classes", "identity", "hints", "expected"),
    [
        ("story-body", "", "", {"=story-body", "story", "body"}),
        ("storyBody", "", "", {"=story-body", "story", "body"}),
        ("", "storyBody2", "", {"=story-body0", "story", "body"}),
        ("col-md-8", "", "", {"=col-md-0", "col", "md"}),
        ("", "post-12345", "", {"=post-0", "post"}),
        ("a-b", "", "", {"=a-b", "a", "b"}),
        ("c-x7f", "", "", {"=c-x0f", "c", "x", "f"}),
        ("", "", "main\narticleBody", {"@main", "main", "@article-body", "article", "body"}),
        ("STORY", "", "", {"=story", "story"}),
        ("", "one two three", "", {"=one", "one", "=two", "two"}),
        ("", "", "", set()),
    ],
)
def test_names_and_their_parts(classes: str, identity: str, hints: str, expected: set[str]) -> None:
    assert set(name_tokens(classes, identity, hints)) - {"@"} == expected


def test_of_many_classes_the_first_are_read() -> None:
    classes = " ".join("n" + "x" * n + "z" for n in range(100))
    assert sum(token[0] == "=" for token in name_tokens(classes, "")) == MAX_NAMES


def test_a_very_long_name_is_cut() -> None:
    assert max(map(len, name_tokens("x" * 10_000, ""))) <= 61


def test_names_are_scored_by_their_tokens() -> None:
    score = name_scorer({"story": 2.0, "=story-wrap": -1.0, "wrap": 0.5})
    assert score("story-wrap", "", "") == NameScore(-1.0, 2.0, 1.5, called("story"))
    assert score("story", "", "")[:3] == (2.0, 2.0, 2.0)


def test_unknown_names_say_nothing() -> None:
    assert name_scorer({"story": 2.0})("grid", "x1", "") == NameScore(0.0, 0.0, 0.0, 0)


def test_what_an_element_is_called_needs_no_odds() -> None:
    score = name_scorer({})
    assert score("comment-list", "related", "").called == called("comments", "related")
    assert score("commentary", "", "").called == 0


def test_a_name_may_call_an_element_two_things() -> None:
    assert name_scorer({})("secondary", "", "").called == called("side", "second")


def test_scores_do_not_depend_on_the_order_of_questions() -> None:
    odds = {"story": 2.0, "wrap": -0.5}
    one, other = name_scorer(odds), name_scorer(odds)
    pairs = [("story", ""), ("wrap", "story"), ("", "")]
    assert [one(*pair, "") for pair in pairs] == [other(*pair, "") for pair in reversed(pairs)][::-1]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("Share this!", True, ["share", "this"]),
        ("“Read” MORE…", True, ["read", "more"]),
        ("| — |", True, ["", "", ""]),
        ("one two three four five six seven eight nine ten", False, "one two three four five six seven eight".split()),
        ("one two", False, ["one", "two"]),
        ("Straße", True, ["strasse"]),
    ],
)
def test_words_of_a_line_and_of_prose(text: str, line: bool, expected: list[str]) -> None:  # noqa: FBT001
    assert line_tokens(text, line=line) == expected


def test_of_prose_only_the_first_screen_is_read() -> None:
    tokens = line_tokens("x" * 50 + " " + "y" * 500 + " z", line=False)
    assert tokens == ["x" * 50, "y" * (MAX_CHARS - 51)]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("share this", ["share this", "share this."]),
        ("read the story", ["read the", "the story.", "read the story"]),
        ("a b c d e f", ["a b", "e f.", "a b c d e f"]),
        ("a b c d e f g", ["a b", "f g."]),
    ],
)
def test_phrases(tokens: str, expected: list[str]) -> None:
    assert phrases(tokens.split()) == expected


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1), min_size=1), st.booleans())
def test_a_text_with_words_has_tokens(words: list[str], line: bool) -> None:  # noqa: FBT001
    tokens = line_tokens(" ".join(words), line=line)
    assert tokens
    if not line:
        assert len(tokens) <= MAX_WORDS
    assert all(token == token.casefold() for token in tokens)
