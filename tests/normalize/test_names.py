"""Names of authors out of strings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normalize.names import clean_name, is_person, is_task, names, role_behind, shown_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("By Ann Lee", ["Ann Lee"]),
        ("Von Ann Lee und Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("Ann Lee, Bo Wang and Cy Roe", ["Ann Lee", "Bo Wang", "Cy Roe"]),
        ("Ann Lee; Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("Ann Lee & Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("Ann Lee, Staff writer", ["Ann Lee"]),
        ("Ann Lee, MD, PhD", ["Ann Lee"]),
        ("Ann Lee, Harbour Post", ["Ann Lee", "Harbour Post"]),
        ("Ann Lee | May 2, 2024", ["Ann Lee"]),
        ("ann.lee@example.org Ann Lee", ["Ann Lee"]),
        ("Centre for Arts and Science", ["Centre for Arts and Science"]),
        ("Ann Lee for Harbour Post", ["Ann Lee"]),
        ("Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("신현주 기자", ["신현주"]),
        ("Ann&nbsp;Lee &amp; Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("ann-lee; Ann Lee", ["Ann Lee"]),
        ("admin", []),
        ("page.head.extra.author", []),
        ("(Image: Getty)", []),
        ("https://example.org/ann", []),
        ("", []),
        ("—", []),
    ],
)
def test_names_in_declared_strings(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By Ann Lee Lifestyle Writer 14:00, 28 Apr 2024", ["Ann Lee"]),
        ("Ann Lee and Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("Written by Ann Lee Last updated May 2, 2024", ["Ann Lee"]),
        ("by: Ann Lee, Dec 17, 2025", ["Ann Lee"]),
        ("Posted by Bo at May 2", ["Bo"]),
        ("August 28, 2025 • 5 min read", []),
        ("who lives by the harbour and writes", []),
        ("Full Bio", []),
        ("Senior Editor", []),
        ("Ann B. Lee", ["Ann B. Lee"]),
        ("Yazan Lee", ["Lee"]),  # "written by", in Turkish
        ("Ann Von", []),
        ("Guest User", []),
        ("In Lee", []),
    ],
)
def test_names_in_lines_that_look_like_bylines(text: str, expected: list[str]) -> None:
    assert shown_names(text) == expected


def test_one_word_is_a_name_only_where_markup_is_sure() -> None:
    assert shown_names("Kev") == []
    assert shown_names("Kev", sure=True) == ["Kev"]
    assert shown_names("Editor", sure=True) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("Ann Lee", True), ("ann lee", False), ("Ann", False), ("Ann 2", False), ("王小明", True)]
)
def test_the_form_of_a_person(text: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_person(text) is expected


@pytest.mark.parametrize(("text", "expected"), [("Staff Writer", True), ("Redakteurin", True), ("Ann Lee", False)])
def test_tasks(text: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_task(text) is expected


def test_brackets_stay_when_they_are_a_pair() -> None:
    assert clean_name("Jo Roe (JR)") == "Jo Roe (JR)"
    assert clean_name("Jo Roe (JR") == "Jo Roe (JR"


@given(st.text(max_size=300))
def test_any_string_gives_clean_names(text: str) -> None:
    for name in (*names(text), *shown_names(text)):
        assert name
        assert name == name.strip()
        assert any(char.isalpha() for char in name)


def test_a_long_string_is_read_in_part() -> None:
    assert names("Ann Lee; " * 10_000)[0] == "Ann Lee"
    assert names("a@" * 100_000) is not None


def test_what_is_remembered_of_a_line_cannot_be_changed() -> None:
    shown_names("By Ann Lee", sure=True).append("Bo Wang")
    assert shown_names("By Ann Lee", sure=True) == ["Ann Lee"]


def test_the_same_line_with_and_without_markup_that_says_so() -> None:
    assert shown_names("Madonna", sure=True) == ["Madonna"]
    assert shown_names("Madonna") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("By Ann Lee, Science editor", "Science editor"),
        ("Von Ann Lee (Redakteurin)", "Redakteurin"),
        ("Ann Lee – Staff writer · 5 min", "Staff writer"),
        ("By Ann Lee, Ankerholm", None),
        ("By Ann Lee, Reuters", None),
        ("By Ann Lee", None),
        ("By Bo Wang, Science editor", None),
        ("", None),
    ],
)
def test_the_role_behind_a_name(text: str, role: str | None) -> None:
    assert role_behind("Ann Lee", text) == role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rédigé par Ann Lee", ["Ann Lee"]),
        ("Verfasst von Ann Lee und Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("Geschreven door Ann Lee", ["Ann Lee"]),
        ("Publicado por Ann Lee", ["Ann Lee"]),
        ("Skrevet af Ann Lee", ["Ann Lee"]),
        ("Автор текста Анна Ли", ["Анна Ли"]),
        ("글: 김철수", ["김철수"]),
        ("به قلم مریم سالمی", ["مریم سالمی"]),
        ("Avis Lee", ["Avis Lee"]),
        ("Portia Lee", ["Portia Lee"]),
    ],
)
def test_the_words_for_by_in_other_languages_are_no_part_of_a_name(line: str, expected: list[str]) -> None:
    assert shown_names(line, sure=True) == expected
