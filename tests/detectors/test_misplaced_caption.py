"""Captions of other stories go with their scores; own ones stay, and doubts are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


def test_a_generic_scene_is_doubted_and_not_dropped(
    story: Read, verdicts: Callable[[str, Reading], list[Verdict]]
) -> None:
    found = verdicts("misplaced_caption", story("FILE PHOTO: A flag flutters over a refinery complex"))
    assert all((verdict.label, verdict.notice) == ("caption", "caption_unsure") for verdict in found)


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


@pytest.mark.parametrize("language", [None, "de", "zz"])
def test_in_other_languages_a_second_witness_is_needed(
    lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str | None
) -> None:
    nameless = "FILE PHOTO: pianists rehearse nocturnes before galas in crowded concert halls"
    assert (
        "misplaced_caption" not in said("misplaced_caption", lines(title, nameless, *prose, language=language)).values()
    )


def test_a_story_without_captions(story: Read, article: Read, said: Said) -> None:
    assert said("misplaced_caption", story()) == {}
    assert said("misplaced_caption", article()) == {}
