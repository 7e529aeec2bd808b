"""Captions of other stories go with their scores; own ones stay, and doubts are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.detectors.misplaced_caption import DOUBT_ODDS, STRAY_ODDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]

STRAY = (
    "Pianist Orla Quist (L) rehearses a nocturne with cellist Teodor Brandt before the gala in "
    "Washington, May 16, 2017. (AFP photo)"
)
OWN = (
    "This file picture shows fishermen with herring on the old granite wall of Ankerholm. (Photo by the Harbour Herald)"
)


def figure(caption: str) -> str:
    return f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"


@pytest.mark.parametrize("captions", [(STRAY,), (STRAY, OWN), (OWN, STRAY)])
def test_a_stray_caption_goes_and_its_neighbour_stays(
    story: Read, article: Read, said: Said, captions: tuple[str, ...]
) -> None:
    assert said("misplaced_caption", story(*captions)) == {STRAY: "misplaced_caption"}
    assert said("misplaced_caption", article("".join(map(figure, captions)))) == {STRAY: "misplaced_caption"}


def test_it_tells_its_scores(story: Read, verdicts: Callable[[str, Reading], list[Verdict]]) -> None:
    (verdict,) = verdicts("misplaced_caption", story(STRAY, OWN))
    evidence = verdict.evidence
    assert float(evidence["score"]) < 0.15
    assert int(evidence["rare_words"]) >= 3
    assert int(evidence["foreign_names"]) >= 1
    assert float(evidence["rival_score"]) >= 0.4


def test_an_own_caption_stays(story: Read, article: Read, said: Said) -> None:
    assert said("misplaced_caption", story(OWN)) == {}
    assert said("misplaced_caption", article(figure(OWN))) == {}


def test_the_same_caption_stays_in_a_story_about_its_people(lines: Read, html: Read, said: Said) -> None:
    title = "Orla Quist and Teodor Brandt end their long quarrel"
    body = (
        (
            "The pianist Orla Quist and the cellist Teodor Brandt will play together again, the two said after a gala "
            "in Washington at which they had not spoken for nine years and then, before the last nocturne, embraced."
        ),
        (
            "They rehearsed in an empty hall for a week, Brandt said, and nobody but the caretaker heard how the "
            "quarrel over a slow movement, which had kept them apart since 2010, came to its end."
        ),
    )
    assert said("misplaced_caption", lines(title, STRAY, *body)) == {}
    markup = "".join(f"<p>{text}</p>" for text in body)
    assert said("misplaced_caption", html(f"<article><h1>{title}</h1>{figure(STRAY)}{markup}</article>")) == {}


@pytest.mark.parametrize(
    "caption", ["(AFP photo)", "A file photo. (AFP photo)", "FILE PHOTO: March 8, 2019", "Photo: Washington"]
)
def test_a_caption_that_tells_nothing_stays(story: Read, article: Read, said: Said, caption: str) -> None:
    assert said("misplaced_caption", story(caption)) == {}
    assert said("misplaced_caption", article(figure(caption))) == {}


def test_a_caption_in_doubt_is_flagged_and_not_dropped(
    story: Read, verdicts: Callable[[str, Reading], list[Verdict]]
) -> None:
    (verdict,) = verdicts("misplaced_caption", story("FILE PHOTO: Gulls rest beside the ferry"))
    assert (verdict.label, verdict.notice) == ("caption", "caption_unsure")
    assert DOUBT_ODDS <= float(verdict.evidence["odds"]) < STRAY_ODDS


def test_too_little_is_said_to_tell(story: Read, said: Said) -> None:
    assert said("misplaced_caption", story("FILE PHOTO: Visitors there")) == {}


def test_other_captions_vouch_for_one_another(article: Read, said: Said) -> None:
    scenes = [
        "Gulls circle the lighthouse of Brindel at noon",
        "Visitors climb the lighthouse of Brindel at noon",
        "The lighthouse of Brindel at noon, with gulls and visitors",
    ]
    assert said("misplaced_caption", article(figure(scenes[0]))) == {scenes[0]: "misplaced_caption"}
    found = said("misplaced_caption", article("".join(map(figure, scenes))))
    assert "misplaced_caption" not in found.values()


def test_many_strays_are_no_accident(article: Read, verdicts: Callable[[str, Reading], list[Verdict]]) -> None:
    strays = [
        STRAY,
        "Goalkeeper Bror Lind saves a penalty in Tarn (AFP)",
        "Chef Ilse Roth tastes a soup in Oberau (AFP)",
    ]
    found = verdicts("misplaced_caption", article("".join(map(figure, strays))))
    assert {verdict.notice for verdict in found} == {"caption_unsure"}


def test_a_block_that_is_no_caption_is_never_looked_at(story: Read, article: Read, said: Said) -> None:
    sentence = STRAY.removesuffix(" (AFP photo)").replace("(L) ", "")
    assert said("misplaced_caption", story(middle=(sentence,))) == {}
    assert said("misplaced_caption", article(middle=f"<p>{sentence}</p>")) == {}


@pytest.mark.parametrize("kind", ["LiveBlogPosting", "ImageGallery"])
def test_pages_of_many_stories_are_left_alone(
    html: Read, said: Said, title: str, prose: tuple[str, ...], kind: str
) -> None:
    markup = "".join(f"<p>{text}</p>" for text in prose)
    node = f'{{"@context": "https://schema.org", "@type": "{kind}", "headline": "{title}"}}'
    data = f'<script type="application/ld+json">{node}</script>'
    page = f"<html><head>{{}}</head><body><article><h1>{title}</h1>{figure(STRAY)}{markup}</article></body></html>"
    assert said("misplaced_caption", html(page.format(""))) == {STRAY: "misplaced_caption"}
    assert said("misplaced_caption", html(page.format(data))) == {}


@pytest.mark.parametrize("title", ["The old quay opens, in pictures", "Old quay opens – live updates"])
def test_round_ups_and_photo_essays_are_left_alone(lines: Read, said: Said, prose: tuple[str, ...], title: str) -> None:
    assert said("misplaced_caption", lines(title, STRAY, *prose)) == {}


@pytest.mark.parametrize(
    ("language", "story", "own", "stray"),
    [
        (
            "de",
            (
                "Der alte Kai in Ankerholm ist wieder offen. Die Hafenverwaltung ließ die Granitmauer ausbessern, sagte "
                "Hafenmeisterin Anna Lund am Montag, und die erste Fähre legte um sechs Uhr mit vierzig Menschen ab."
            ),
            "Die Fähre am ausgebesserten Kai von Ankerholm",
            "Pianistin Orla Quist und Cellist Teodor Brandt proben vor der Gala in Brindel.",
        ),
        (
            "ja",
            "市は月曜日、三年ぶりに古い岸壁を再び開いた。港長のルンド氏は、石垣は嵐にも耐えたと語った。",
            "再開した岸壁に立つルンド港長",
            "演奏会を前に練習するピアニストとチェロ奏者",
        ),
        (
            "ru",
            (
                "Старая набережная в Анкерхольме снова открыта после трёх зим ремонта, сообщила портовая администрация. "
                "Рыбаки смогут с апреля сдавать здесь сельдь."
            ),
            "Рыбаки на старой набережной Анкерхольма",
            "Пианистка Орла Квист репетирует с виолончелистом Теодором Брандтом перед концертом",
        ),
    ],
)
def test_other_languages(html: Read, said: Said, language: str, story: str, own: str, stray: str) -> None:
    page = f"<article>{figure(own)}{figure(stray)}<p>{story}</p></article>"
    assert said("misplaced_caption", html(page, language=language)) == {stray: "misplaced_caption"}


def test_a_story_without_captions(story: Read, article: Read, said: Said) -> None:
    assert said("misplaced_caption", story()) == {}
    assert said("misplaced_caption", article()) == {}
