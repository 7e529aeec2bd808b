"""What must stay whatever it looks like: no detector of residue may take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.detectors import detect
from newsclean.resolve import resolve
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "line",
    [
        # letters and quotes are signed with a name and a place
        "Nils Falk / Skarvo",
        "Ann Lund, Ankerholm",
        "Nils Falk",
        "Ann Lund, 47, fisherwoman",
        "— Nils Falk, Skarvo",
        "Dr. Ann Lund",
        "Yours, Nils Falk",
        # a party, a side
        "Ann Lund (R) spoke first.",
        "Sen. Nils Falk (R)",
        "Nils Falk (R), Ann Lund (D)",
        # topic words in sentences
        "Subscribe or drown, the captain joked.",
        "Subscribe to no theory, she told the students.",
        "Readers subscribe to the old paper for its tide tables.",
        "Donate, he said, and they did.",
        "Donate blood and you get a day off, the board told its men.",
        "The town will donate the lamp to the museum.",
        "The photo was lost.",
        "Photo by photo, she rebuilt the pier.",
        "Photos of the storm hang in the town hall.",
        "Share of ferry traffic rose to 40 percent",
        "Follow the coast road north, the guide says.",
        "Listen to the harbour bell, he said.",
        "Sign up or stay home, the captain told the crew.",
        "Get the boats out, she shouted.",
        "Support our fishermen, the banner said.",
        "Watch the tide before you sail.",
        "Advertisement tax is to rise next year.",
        "Comments by the board were short.",
        "Comment on the plan was not to be had.",
        "Vote on the quay: 12 for, 9 against",
        "Polls close at eight on Sunday.",
        "Tags on the nets named the boats.",
        "Topics ranged from herring to tolls.",
        "Premium fares will rise.",
        "Members only wanted to be heard.",
        "Log in hand, he walked to the fire.",
        "Print is not dead, the editor said.",
        "Skip to content yourself with less, he wrote.",
        "Next article of the law: the tolls.",
        "More than ever",
        "See more of the harbour, the sign said.",
        "Video of the storm shows the wall falling.",
        "Related costs rose as well.",
        "Reporting by radio began at noon.",
        "Copyright law protects the map, the judge said.",
        "Download speeds doubled on the island.",
        "Our standards are those of our fathers, he said.",
        "READ MY LIPS: NO NEW TOLLS",
        # corrections speak of captions, pictures, newsletters and earlier places
        "Correction: A caption said that the photograph was originally published in 1990.",
        "Corrections: The photo above shows the new pier, not the old one.",
        "Clarification: Readers were asked to donate to the wrong fund.",
        "Editor's note: This story originally appeared with another picture.",
        "Editor's note, Nov. 11, 2022: Read more on how we report here.",
        "Correction: Sign up for our newsletter was the wrong link in an earlier version.",
        "UPDATE: March 3, 2021, 9:40 a.m. CET: The board has answered our questions.",
        "This article has been corrected: the copyright is the town's.",
        # a disclaimer is part of the text
        "The views in this piece are those of the author.",
        "The views and opinions in this column are its writer's own.",
        "Opinions expressed in this article do not necessarily reflect those of the paper.",
        "Disclosure: the author owns a boat in the harbour.",
        # what posts are signed with
        "— Nils Falk (@nilsfalk) February 28, 2024",
        "The bell rings again! #ankerholm pic.twitter.com/a1b2c3",
    ],
)
def test_it_stays(story: Read, article: Read, line: str) -> None:
    pages = (story(below=(line,)), story(middle=(line,)), article(middle=f"<p>{line}</p>"))
    for reading in pages:
        block = next(block.index for block in reading.page.blocks if block.text == line)
        body = [Verdict(block=i, label=label, by="engine", reason="It is.") for i, label in enumerate(reading.labels)]
        assert block in resolve(reading.page, (*body, *detect(reading))).kept


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Korrektur: In einer früheren Version stand, das Foto zeige den Hafen."),
        ("de", "Teilen wollten die Fischer nicht."),
        ("de", "Werbung für den Hafen gab es kaum."),
        ("de", "Nach oben ging es erst im Mai."),
        ("fr", "Rectificatif : la photo montrait un autre port."),
        ("fr", "Partager le quai, voilà la question."),
        ("es", "Corrección: la foto mostraba otro muelle."),
        ("es", "Compartir el muelle es difícil, dijo."),
        ("it", "Correzione: la foto mostrava un altro molo."),
        ("pt", "Correção: a foto mostrava outro cais."),
        ("nl", "Correctie: op de foto stond een andere kade."),
        ("ru", "Исправление: на фото был другой причал."),
        ("pl", "Sprostowanie: zdjęcie pokazywało inny port."),
        ("sv", "Rättelse: bilden visade en annan kaj."),
        ("da", "Rettelse: billedet viste en anden kaj."),
        ("no", "Rettelse: bildet viste en annen kai."),
        ("tr", "Düzeltme: fotoğraf başka bir limanı gösteriyordu."),
        ("ja", "訂正：写真は別の港のものでした。"),
        ("zh", "更正：图片显示的是另一个港口。"),
        ("ko", "정정: 사진은 다른 항구의 것이었습니다."),
        ("ar", "تصحيح: الصورة تظهر ميناء آخر في المدينة."),
        ("fa", "اصلاحیه: عکس اسکله دیگری را نشان می‌داد."),
    ],
)
def test_it_stays_in_its_language(lines: Read, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    reading = lines(title, prose[0], *prose[1:], line, language=language)
    block = next(block.index for block in reading.page.blocks if block.text == line)
    body = [Verdict(block=i, label=label, by="engine", reason="It is.") for i, label in enumerate(reading.labels)]
    assert block in resolve(reading.page, (*body, *detect(reading))).kept


def test_a_quoted_post_stays_whole(article: Read) -> None:
    """Text, links and signature of an embedded post are content."""
    post = (
        '<blockquote class="twitter-tweet"><p>Subscribe to the tide! <a href="https://t.example/a">pic.example/a</a></p>'
        '&mdash; Nils Falk (@nilsfalk) <a href="https://t.example/b">February 28, 2024</a></blockquote>'
    )
    reading = article(middle=post)
    inside = [b.index for b in reading.page.blocks if "@nilsfalk" in b.text or "Subscribe" in b.text]
    body = [Verdict(block=i, label=label, by="engine", reason="It is.") for i, label in enumerate(reading.labels)]
    assert inside
    assert set(inside) <= set(resolve(reading.page, (*body, *detect(reading))).kept)


def test_letters_stay_whole(article: Read, story: Read) -> None:
    """Pages of letters have names, places and signs between them; nothing but the signs goes."""
    letter = "The lamp on the quay was lit by hand for a hundred years, and nobody has asked us whether we want it so."
    names = ("Nils Falk", "Skarvo", "Ann Lund / Ankerholm", "Per Holm, Brevik")
    for reading in (
        story(middle=tuple(part for name in names for part in (letter, name, "***"))),
        article(middle="".join(f"<p>{letter}</p><p>{name}</p><hr>" for name in names)),
    ):
        body = [Verdict(block=i, label=label, by="engine", reason="It is.") for i, label in enumerate(reading.labels)]
        kept = set(resolve(reading.page, (*body, *detect(reading))).kept)
        assert {b.index for b in reading.page.blocks if b.text in (*names, letter)} <= kept
