"""A line that is nothing but a date moves; dates in sentences, and years on their own, stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.cues.dates import date_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2024",
        "4 March 2024",
        "Monday, 4 March 2024 6:30 AM",
        "Mon Mar 04, 2024 06:30AM",
        "Mon Mar 04, 2024 06:30AM [Updated: Tue Mar 05, 2024 12:03PM ]",
        "Published: March 4, 2024 at 6:30 p.m. EST",
        "Last updated on 4 March 2024, 06:30 GMT",
        "UPDATED March 4, 2024 | 2:10 PM",
        "2024-03-04T06:30:00Z",
        "04/03/2024 06:30",
        "4.3.2024",
        "March 4th, 2024",
    ],
)
def test_a_date_above_the_story_moves(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("date_line", story(line)) == {line: "date_line"}
    assert said("date_line", article(f"<p>{line}</p>")) == {line: "date_line"}


@pytest.mark.parametrize(
    "line",
    [
        "2024",
        "In 2024",
        "Monday",
        "March",
        "May 2024 be kinder",
        "The quay opened on March 4, 2024.",
        "Ankerholm, March 4, 2024",
        "4 March 2024 was a Monday.",
        "1,200 in 2024",
        "10 - 2",
        "Update: 1 of 2 at 2024 feet",
    ],
)
def test_other_lines_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("date_line", story(line)) == {}
    assert said("date_line", article(f"<p>{line}</p>")) == {}


def test_a_date_in_the_middle_heads_a_part_of_the_story(story: Read, article: Read, said: Said) -> None:
    assert said("date_line", story(middle=("March 4, 2024",))) == {}
    assert said("date_line", article(middle="<p>March 4, 2024</p>")) == {}
    assert said("date_line", story(below=("March 4, 2024",))) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("date_line", story()) == {}
    assert said("date_line", article()) == {}


@pytest.mark.timeout(20)
def test_a_hostile_line_is_read_in_time(story: Read, said: Said) -> None:
    said("date_line", story("2024 " + "1" * 40 + "x"))
    said("date_line", story("1/1/2024 " + "-" * 20_000 + "x"))


OTHERS = [
    ("de", "Veröffentlicht am 4. März 2024 um 06:30 Uhr", "Am 4. März 2024 öffnete der Kai"),
    ("de", "Stand: 04.03.2024, 06:30 Uhr", "Stand 2024"),
    ("fr", "Publié le 4 mars 2024 à 6h30", "Le 4 mars 2024, le quai ouvrait"),
    ("fr", "Mis à jour le lundi 4 mars 2024", "Lundi 4 mars"),
    ("es", "Actualizado el 4 de marzo de 2024 a las 06:30", "Vigo, 4 de marzo de 2024"),
    ("it", "Pubblicato il 4 marzo 2024 alle ore 6:30", "Il 4 marzo 2024 riapre il molo"),
    ("pt", "Publicado em 4 de março de 2024 às 6h30", "Lisboa, 4 de março de 2024"),
    ("nl", "Laatst bijgewerkt op 4 maart 2024 om 06:30 uur", "Op 4 maart 2024 ging de kade open"),
    ("ru", "Опубликовано: 4 марта 2024 г. в 06:30 МСК", "4 марта 2024 года открыли причал"),
    ("tr", "Güncelleme: 4 Mart 2024 Pazartesi 06:30", "4 Mart 2024 günü rıhtım açıldı"),
    ("ar", "آخر تحديث: ٤ مارس ٢٠٢٤", "افتتح الميناء في 4 مارس 2024"),
    ("fa", "تاریخ انتشار: ۱۴ اسفند ۱۴۰۲ ساعت ۰۶:۳۰", "بندر در ۱۴ اسفند ۱۴۰۲ باز شد"),
    ("zh", "发布时间：2024年3月4日 06:30", "2024年3月4日码头开放"),
    ("ja", "最終更新日 2024年3月4日（月） 6時30分", "2024年3月4日に港が開いた"),
    ("ko", "입력 2024.03.04 오전 6:30 수정 2024.03.05", "2024년 3월 4일 항구가 열렸다"),
    ("pl", "Opublikowano: 4 marca 2024, godz. 06:30", "4 marca 2024 otwarto nabrzeże"),
    ("no", "Publisert 4. mars 2024 kl. 06:30", "Den 4. mars 2024 åpnet kaien"),
    ("sv", "Senast uppdaterad den 4 mars 2024 kl 06.30", "Den 4 mars 2024 öppnade kajen"),
    ("da", "Opdateret mandag den 4. marts 2024", "Den 4. marts 2024 åbnede kajen"),
]


@pytest.mark.parametrize(("language", "hit", "miss"), OTHERS)
def test_a_date_in_other_languages(language: str, hit: str, miss: str) -> None:
    assert date_line(hit, language)
    assert not date_line(miss, language)


def test_their_words_are_none_on_english_pages() -> None:
    assert not date_line("4. März 2024", "en")
