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
        ("Ann Lee, Harbour Post", ["Ann Lee"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eine Analyse von Anna Lehmann", ["Anna Lehmann"]),
        ("Kommentar von Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("Propos recueillis par Claire Dubois", ["Claire Dubois"]),
        ("Guest column by Ann Lee", ["Ann Lee"]),
        ("View all posts by Ann Lee", ["Ann Lee"]),
        ("Alle Beiträge von Ann Lee", ["Ann Lee"]),
        ("Erstellt von Ann Lee", ["Ann Lee"]),
        ("ByA.B. Lee", ["A.B. Lee"]),
        ("As told to Ann Lee", ["Ann Lee"]),
        ("Текст: Иван Петров", ["Иван Петров"]),
        ("文/张伟", ["张伟"]),
        ("新华社记者 张伟、李娜", ["张伟", "李娜"]),
        ("记者张伟 李娜", ["张伟", "李娜"]),
        ("김철수 이영희 기자", ["김철수", "이영희"]),
        ("(서울=연합뉴스) 김철수 기자", ["김철수"]),
        ("【山田太郎】", ["山田太郎"]),
        ("山田 太郎", ["山田 太郎"]),
        ("mit Material von dpa", ["dpa"]),
    ],
)
def test_what_stands_before_a_name_is_cut_off(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Lee, Associated Press", "Ann Lee | Associated Press", "Ann Lee/AP", "Ann Lee (AP)",
        "Ann Lee, BBC News", "Ann Lee, USA TODAY", "Ann Lee, New York", "Ann Lee | Oslo", "Ann Lee / Oslo", "Ann Lee [Herald]",
        "Ann Lee Political Editor", "Ann Lee Health correspondent", "Ann LeeStaff Writer", "Ann Lee @annlee", "Ann Lee (@annlee)",
        "Ann Lee (ann.lee@example.org)", "Ann Lee Twitter", "Ann Lee Chefredakteurin", "Ann Lee Stand: 2. Mai 2024", "Ann Lee 3 hours ago", "ByAnn Lee", "✍️ Ann Lee", "<a href='/ann'>Ann Lee</a>",
        "Ann Lee (31)", "Ann Lee (envoyée spéciale à Kiev)", "* Ann Lee",
    ],
)  # fmt: skip
def test_what_stands_behind_a_name_is_cut_off(text: str) -> None:
    assert names(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Posted on March 5, 2024 by Ann Lee", ["Ann Lee"]),
        ("5 March 2024 by Ann Lee", ["Ann Lee"]),
        ("Par Claire Dubois Publié le 5 mars", ["Claire Dubois"]),
        ("Por María García Actualizado", ["María García"]),
        ("Author: Ann Lee Date: 5 March", ["Ann Lee"]),
        ("Автор: Иван Петров 5 марта 2024", ["Иван Петров"]),
        ("Yazar: Mehmet Yılmaz", ["Mehmet Yılmaz"]),
        ("Autor*innen: Anna Lehmann, Max Bauer", ["Anna Lehmann", "Max Bauer"]),
        ("Door onze verslaggever Jan de Vries", ["Jan de Vries"]),
        ("Γράφει ο Γιώργος Παπαδόπουλος", ["Γιώργος Παπαδόπουλος"]),
        ("ผู้เขียน: สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("記者王小明／台北報導", ["王小明"]),
        ("〔記者王小明／台北報導〕", ["王小明"]),
        ("김철수 기자 입력 2024.03.05", ["김철수"]),
        ("김철수 선임기자", ["김철수"]),
        ("Reporter: Budi Santoso | Editor: Ani Wijaya", ["Budi Santoso"]),
        ("Opinion | Ann Lee", ["Ann Lee"]),
        ("Jo Followell", ["Jo Followell"]),
    ],
)
def test_bylines_as_readers_see_them(text: str, expected: list[str]) -> None:
    assert shown_names(text, sure=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Story by Ann Lee; Photographs by Bo Wang", "Written by Ann Lee, Edited by Bo Wang", "Text: Ann Lee Foto: Bo Wang",
        "Text: Ann Lee, Fotos: Bo Wang", "Ann Lee (Text) und Bo Wang (Fotos)", "Reporting by Ann Lee; Editing by Bo Wang",
    ],
)  # fmt: skip
def test_who_took_pictures_or_edited_is_no_author(text: str) -> None:
    assert names(text) == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dpa/AFP", ["dpa", "AFP"]),
        ("ale/dpa", ["ale/dpa"]),
        ("AFP/The Quay", ["AFP/The Quay"]),
        ("Ann Lee / El Sol", ["Ann Lee"]),
        ("Antrim Court Reporter", ["Antrim Court Reporter"]),
        ("Sponsored by Quayworks", ["Sponsored by Quayworks"]),
        ("Ann Lee/Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("Ann Lee and Reuters", ["Ann Lee", "Reuters"]),
        ("Ann Lee in London and Bo Wang in New York", ["Ann Lee", "Bo Wang"]),
        ("Ann Lee\nBo Wang", ["Ann Lee", "Bo Wang"]),
        ("Ann Lee (Oslo, Bergen), Bo Wang (Quay Institute)", ["Ann Lee", "Bo Wang"]),
        ("Harbour Board | Ann Lee", ["Harbour Board", "Ann Lee"]),
        ("Our Special Correspondent", ["Our Special Correspondent"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Express News Service", ["Express News Service"]),
    ],
)
def test_names_and_agencies_together(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    ["@annlee", "facebook.com/annlee", "{{author.name}}", "%author%", "[object Object]", "Array", "N/A", "No Author", "Admin User",
     "Author Name", "Unbekannt", "oprac. red.", "Sponsored Content", "Photo by Ann Lee",
      "Alle Beiträge", "All posts"],
)  # fmt: skip
def test_what_names_nobody(text: str) -> None:
    assert names(text) == []


def test_brackets_at_the_end_are_cut_off_and_those_inside_stay() -> None:
    assert clean_name("Jo Roe (Herald)") == "Jo Roe"
    assert clean_name("Jo Roe (JR)") == "Jo Roe"
    assert clean_name("Jo Roe (CNQuay)") == "Jo Roe (CNQuay)"
    assert clean_name("Jo (Jay) Roe") == "Jo (Jay) Roe"
    assert clean_name("(Jo Roe)") == "Jo Roe"
    assert clean_name("Harbour Herald (www.example.org)") == "Harbour Herald"
    assert clean_name("Jo Roe (JR") == "Jo Roe"


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


@pytest.mark.timeout(30)
@pytest.mark.parametrize("sign", ["(", "/", "|", " ", "Ann ", "a, ", "記者"])
def test_hostile_names_do_not_hang(sign: str) -> None:
    text = sign * 20_000
    names(text)
    shown_names(text, sure=True)
    clean_name(text)


def test_a_name_that_stands_twice_is_named_once() -> None:
    assert clean_name("Ann LeeAnn Lee") == "Ann Lee"
    assert clean_name("Ann Lee Ann Lee") == "Ann Lee"
    assert clean_name("Lee Lee") == "Lee Lee"
