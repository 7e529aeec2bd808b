"""Lines that lead to other stories go; prose that begins like them stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Old quay closes for the winter",
        "READ MORE: How the lamp was lost",
        "See also - The night of the storm",
        "Related » Ferries to Skarvo",
        "WATCH: The first ferry leaves",
        "MORE | Herring is back",
    ],
)
def test_a_prefix_and_a_headline(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("related", story(middle=(line,))) == {line: "related"}
    assert said("related", article(middle=f"<p>{line}</p>")) == {line: "related"}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Lesen Sie auch: Der alte Kai ist wieder offen"),
        ("fr", "À lire aussi » Le vieux quai est ouvert"),
        ("es", "VEA TAMBIÉN: El muelle viejo abre otra vez"),
        ("es", "MIRA: El muelle viejo abre otra vez"),
        ("it", "Leggi anche: Il vecchio molo riapre"),
        ("pt", "Leia também: O velho cais reabre"),
        ("nl", "Lees ook: De oude kade gaat weer open"),
        ("ru", "Читайте также: Старый причал снова открыт"),
        ("tr", "İlgili haber: Eski rıhtım yeniden açıldı"),
        ("ar", "اقرأ أيضا: الرصيف القديم يفتح من جديد"),
        ("fa", "بیشتر بخوانید: اسکله قدیمی باز شد"),
        ("zh", "相关阅读:旧码头重新开放"),
        ("ja", "関連記事:古い桟橋が再開"),
        ("ko", "관련기사: 옛 부두 다시 열다"),
        ("pl", "Czytaj też: Stare nabrzeże znów otwarte"),
        ("no", "Les også: Den gamle kaien er åpen igjen"),
        ("sv", "Läs också: Den gamla kajen öppnar igen"),
        ("da", "Læs også: Den gamle kaj åbner igen"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("related", lines(title, prose[0], line, *prose[1:], language=language)) == {line: "related"}


def test_a_line_that_is_a_link(article: Read, said: Said) -> None:
    line = "Read more about the old quay"
    assert said("related", article(middle=f"<p><a href=/1>{line}</a></p>")) == {line: "related"}
    assert said("related", article(middle=f"<p>{line}</p>")) == {}


def test_a_label_and_the_links_below_it(article: Read, said: Said) -> None:
    links = "<p>Related stories</p><p><a href=/1>The lamp of Skarvo</a></p><h3><a href=/2>Herring is back</a></h3>"
    assert said("related", article(middle=links)) == {
        "Related stories": "related",
        "The lamp of Skarvo": "related",
        "Herring is back": "related",
    }


def test_a_label_that_ends_the_text(story: Read, said: Said) -> None:
    below = ("You may also like...", "The lamp of Skarvo", "Herring is back")
    assert said("related", story(below=below)) == dict.fromkeys(below, "related")


def test_a_label_above_prose_is_a_heading(story: Read, article: Read, said: Said) -> None:
    assert said("related", story(middle=("Further reading",))) == {}
    assert said("related", article(middle="<h2>Further reading</h2>")) == {}


def test_a_bare_more_needs_a_link_below(article: Read, said: Said) -> None:
    more = "<h3>More:</h3>"
    assert said("related", article(middle=f"{more}<h3><a href=/1>The lamp of Skarvo</a></h3>")) == {
        "More:": "related",
        "The lamp of Skarvo": "related",
    }
    assert said("related", article(middle=more)) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Read more: that is what the teacher told the children of Ankerholm."),
        ("en", "Related to the lamp keeper, she had a key"),
        ("en", "Watch: a small clock that is worn on the arm"),
        ("en", "More than forty people came"),
        ("en", "Correction: Read more carefully, an earlier version of this story misnamed the quay"),
        ("es", "Lea: Nunca vi una tormenta como esa"),
        ("es", "Mira: yo estaba en el muelle"),
    ],
)
def test_prose_stays(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("related", lines(title, prose[0], line, *prose[1:], language=language)) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("related", story()) == {}
    assert said("related", article()) == {}
