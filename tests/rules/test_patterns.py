"""Lines are folded, patterns find both apostrophes, and none takes longer than its time."""

from __future__ import annotations

import contextlib
import time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.patterns import (
    TIME_LIMIT,
    Lines,
    PatternTimeoutError,
    check_pattern,
    compiled,
    fold,
    plain,
    search,
)

HOSTILE = r"^(a|a)*$"
LONG = "|".join(f"w{n}" for n in range(20_000))
ENDLESS = "a" * 60 + "!"


def found(pattern: str, *texts: str) -> list[int]:
    return [index for index, _ in Lines([plain(fold(text)) for text in texts]).search(pattern)]


def test_folding_makes_one_space_of_any_white_space() -> None:
    assert fold(" News \u00a0 / \u00a0 World\t\n") == "News / World"


def test_plain_text_has_the_same_length_so_that_positions_stay() -> None:
    text = "The site’s ‘other’ name: caf\u00e9\u202f!"
    assert plain(text) == "The site's 'other' name: caf\u00e9 !"
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("pattern", ["^The site's name$", "^The site’s name$", "^The site‘s\u00a0name$"])
@pytest.mark.parametrize("text", ["The site's name", "The site’s  name", "The site’s\u00a0name"])
def test_whichever_apostrophe_and_space_is_written_both_are_found(pattern: str, text: str) -> None:
    assert found(pattern, text) == [0]


def test_every_matching_line_is_found_in_order_and_no_other() -> None:
    assert found("(?i)^more", "More here", "No more", "MORE", "", "more") == [0, 2, 4]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\Aone", [0]),  # sees the start of the text, not of the joined lines
        (r"e\Z", [0, 2]),
        (r"one(?!\s)", [0]),  # there is no white space behind a line
        (r"^[^x]{1,9}+$", [0, 1, 2]),  # possessive: could not give a line end back
        (r"(?m)^o", [0]),
        (r"(?s)o.*", [0, 1]),
        (r"e\s+t", []),  # a line end is no white space
        (r"[^q]*o", [0, 1]),  # matches across lines in the joined text
        (r"$", [0, 1, 2]),
    ],
)
def test_a_line_is_matched_as_if_it_stood_alone(pattern: str, expected: list[int]) -> None:
    assert found(pattern, "one", "two", "three") == expected


PIECES = (
    "a",
    "b",
    "^",
    "$",
    ".",
    " ",
    "a*",
    "b+",
    "a?",
    "[^a]",
    r"\s",
    r"\w+",
    "(?:ab|b)",
    r"\b",
    "(?i)",
    "(?!a)",
    "b++",
    r"\A",
    "|",
)


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join),
    st.lists(st.text("abB c", max_size=8).map(fold), max_size=6),
)
def test_searching_all_lines_finds_what_searching_each_line_finds(pattern: str, texts: list[str]) -> None:
    try:
        each = compiled(pattern)
    except regex.error:
        return
    expected = [index for index, text in enumerate(texts) if each.search(text)]
    assert [index for index, _ in Lines(texts).search(pattern)] == expected


def test_a_hostile_pattern_is_cut_off_in_its_time() -> None:
    began = time.perf_counter()
    with pytest.raises(PatternTimeoutError):
        found(HOSTILE, *[ENDLESS] * 50)
    assert time.perf_counter() - began < 100 * TIME_LIMIT  # against hanging; unhindered it would take for ever
    with pytest.raises(PatternTimeoutError):
        search(HOSTILE, ENDLESS)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a{1,9999}){1,9999}$",
        r"(?:(?:(?:a+)+)+)+b",
        r"(a+)\1+\1+b",
        r"(?=(a+)+b)",
        r"(?>(a|aa)+)b",
        r"(?R)?a",
        r"(?<=(a|a)*)!x",
        r"(?:foo bar baz){e<=20}",
        r"(.*)(.*)(.*)(.*)(.*)x",
        "(?i)" + "s" * 900,
    ],
)
def test_no_pattern_that_is_one_takes_long(pattern: str) -> None:
    check_pattern(pattern)
    began = time.thread_time()
    with contextlib.suppress(PatternTimeoutError):
        found(pattern, "a" * 5_000 + "!", "ab " * 3_000 + "!", "1," * 3_000 + "x")
    assert time.thread_time() - began < 100 * TIME_LIMIT  # against hanging


def test_a_pattern_that_is_slow_over_many_lines_is_given_each_line_alone() -> None:
    across = r"(?:[^q]|[^q])*z!"
    with pytest.raises(TimeoutError):
        regex.search(across, "\n".join([*["ab"] * 40, "q z!"]), timeout=TIME_LIMIT)
    assert found(across, *["ab"] * 40, "q z!") == [40]


@pytest.mark.parametrize(
    "pattern",
    ["^(a|b)+$", r"\d{4}-\d{2}-\d{2}", "a{0,99999}", "(?:a{100}){100}", "(?R)", "|".join(["line " * 60] * 30)],
)
def test_a_pattern_that_can_be_compiled_is_one(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "*",
        "a{2,1}",
        "(?a)(?u)b",
        r"\p{Nothing}",
        "(?:a{100000}){100000}",
        "(?:(?:a{30}){30}){30}",
        "(?i)" + "s" * 3_000,
        LONG,
    ],
)
def test_a_pattern_that_cannot_be_compiled_or_only_at_great_cost_is_none(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        check_pattern(pattern)


@given(st.text(r"ab()[]{}?*+|^$\.:=!<>P#-,09iRx&", max_size=12))
def test_any_text_is_a_pattern_or_told_to_be_none(pattern: str) -> None:
    with contextlib.suppress(ValueError, PatternTimeoutError):
        check_pattern(pattern)
        found(pattern, "abc", "")


def test_the_line_that_a_pattern_matches_comes_with_its_match() -> None:
    ((index, match),) = Lines(["no", "Photo: A. Name"]).search("Photo: (?P<credit>.+)")
    assert (index, match["credit"]) == (1, "A. Name")
