"""The line that names the author moves; names in the story, and sentences that begin like it, stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.cues.bylines import byline

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line",
    [
        "By Mira Holt",
        "by Mira Holt",
        "BY MIRA HOLT",
        "By: Mira Holt",
        "By Mira Holt and Bo Lind",
        "By Mira Holt, Harbour correspondent",
        "By Mira Holt in Ankerholm",
        "Written by Mira Holt",
        "By Jean-Luc O’Hara de la Cruz",
        "By Mira Holt | Harbour Herald",
    ],
)
def test_the_authors_line_moves(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("byline", story(line)) == {line: "byline"}
    assert said("byline", article(f"<p>{line}</p>")) == {line: "byline"}


@pytest.mark.parametrize(
    "line",
    [
        "Mira Holt",
        "By the sea",
        "By noon the quay was full.",
        "By Monday the quay was full of people, and of nets.",
        "By April 2021 the wall had been rebuilt.",
        "By Ann Lund’s account the wall had held.",
        "Bygone days",
        "Stand by Me",
    ],
)
def test_other_lines_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("byline", story(line)) == {}
    assert said("byline", article(f"<p>{line}</p>")) == {}


def test_in_the_middle_and_at_the_end_a_name_signs_a_letter(story: Read, article: Read, said: Said) -> None:
    assert said("byline", story(middle=("By Mira Holt",))) == {}
    assert said("byline", story(below=("By Mira Holt",))) == {}
    assert said("byline", article(below="<p>By Mira Holt</p>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("byline", story()) == {}
    assert said("byline", article()) == {}


@pytest.mark.timeout(20)
def test_a_hostile_line_is_read_in_time(story: Read, said: Said) -> None:
    said("byline", story("By " + "A-" * 25 + "!"))
    said("byline", story("By Aa" + " de" * 10 + "." * 20_000 + "!"))


OTHERS = [
    ("de", "Von Mira Holt", "Von Köln nach Bonn"),
    ("de", "Von Mira Holt und Bo Lind, Berlin", "Von Anfang an Streit um die Brücke"),
    ("de", "Ein Beitrag von Mira Holt", "Von Tag zu Tag"),
    ("fr", "Par Mira Holt et Bo Lind", "Par Toutatis"),
    ("fr", "Rédigé par Mira Holt", "Par Lyon passe la Saône"),
    ("es", "Por Mira Holt", "Por qué cierra el puerto de Vigo"),
    ("es", "Escrito por Mira Holt y Bo Lind", "Por la tarde en Vigo"),
    ("it", "di Mira Holt", "Di Bari si parla poco a Roma"),
    ("it", "A cura di Mira Holt", "Di giorno in giorno"),
    ("pt", "Por Mira Holt", "Por que Lisboa fecha o Porto"),
    ("nl", "Door Mira Holt en Bo Lind", "Door Utrecht rijdt de Maas niet"),
    ("ru", "Автор: Мира Хольт", "Авторы отчета из Москвы спорят с Бонном"),
    ("ru", "Автор текста Мира Хольт", "Автор"),
    ("tr", "Yazan: Mira Holt", "Yazan kalemler"),
    ("ar", "بقلم: أحمد سالم", "كتب الوزير على حسابه في الموقع عن الميناء"),
    ("fa", "نویسنده: مریم سالمی", "نویسنده در این کتاب از بندر و مردم آن می‌گوید"),
    ("zh", "作者：李明", "作者认为码头的开放是一件好事"),
    ("zh", "记者 王小明", "记者从港口管理处获悉"),
    ("ja", "山田太郎記者", "記者は港で話を聞いた"),
    ("ko", "김철수 기자 kim@harbour.example", "기자 여러 명이 항구에 모였다"),
    ("ko", "김철수·이영희 기자", "글 쓰는 사람"),
    ("ko", "글: 김철수", "기자회견"),
    ("pl", "Autor: Mira Holt", "Autorzy raportu z Gdańska"),
    ("no", "Av Mira Holt og Bo Lind", "Av Bergen ble det lite"),
    ("sv", "Av Mira Holt", "Av Malmö återstår hamnen"),
    ("da", "Skrevet af Mira Holt", "Af Aarhus er der nu to"),
]


@pytest.mark.parametrize(("language", "hit", "miss"), OTHERS)
def test_the_authors_line_in_other_languages(language: str, hit: str, miss: str) -> None:
    assert byline(hit, language)
    assert not byline(miss, language)


@pytest.mark.parametrize("line", ["Von Mira Holt", "Par Mira Holt", "Av Mira Holt", "김철수 기자"])
def test_their_words_are_none_on_english_pages(line: str) -> None:
    assert not byline(line, "en")
