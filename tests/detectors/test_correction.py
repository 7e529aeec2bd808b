"""Corrections and notes stay, whatever else is said of them; what only begins like one is not guarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this story misspelt the name of the harbour master.",
        "CORRECTION (March 5, 2024): The ferry leaves at six, not at seven.",
        "Clarification: the caption below the photograph has been changed to say when it was taken.",
        "Correction, March 5: The caption below the photograph named the wrong quay. (AFP photo)",
        "Editor’s note: a photo by Mira Holt was added on Tuesday.",
        "Editor's note, Feb. 3, 2021: the board has answered since this was written.",
        "This article was amended on 5 March 2024 to correct the name of the ferry.",
        "An earlier version of this article said that the photo showed Skarvo.",
        "Corrections and clarifications: the picture showed the new quay.",
        "*Correction: the fee is for eleven years.",
    ],
)
def test_a_correction_is_guarded(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("correction", story(below=(line,))) == {line: "keep"}
    assert said("correction", story(line)) == {line: "keep"}
    assert said("correction", article(below=f"<p>{line}</p>")) == {line: "keep"}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Correction: the ferry leaves at six, not at seven.", "corrections"),
        ("Clarification: the fee is not a tax.", "corrections"),
        ("Editor’s note: this story holds scenes of violence.", "notes"),
        ("Editor’s note: an earlier version of this story had the wrong length.", "corrections"),
        ("[Correction] The ferry leaves at six, not at seven.", "corrections"),
    ],
)
def test_it_says_which_field_quotes_it(
    story: Read, verdicts: Callable[[str, Reading], list[Verdict]], line: str, field: str
) -> None:
    (verdict,) = verdicts("correction", story(below=(line,)))
    assert verdict.evidence["field"] == field


def test_beside_the_story_it_is_guarded_though_the_engine_left_it_out(
    html: Read, title: str, prose: tuple[str, ...], said: Said
) -> None:
    line = "Correction: An earlier version of this story misspelt a name."
    body = "".join(f"<p>{text}</p>" for text in prose)
    reading = html(f"<div class=story><h1>{title}</h1>{body}</div><footer><p>{line}</p></footer>")
    assert line not in [reading.page.blocks[i].text for i in reading.body]
    assert said("correction", reading) == {line: "keep"}


def test_far_from_the_story_it_belongs_to_another(html: Read, title: str, prose: tuple[str, ...], said: Said) -> None:
    body = "".join(f"<p>{text}</p>" for text in prose)
    links = "".join(f"<aside><p>Another story, number {n} of the day.</p></aside>" for n in range(9))
    reading = html(
        f"<article><h1>{title}</h1>{body}</article>{links}<aside><p>Correction: four words and more.</p></aside>"
    )
    assert said("correction", reading) == {}


def test_a_teaser_beside_the_story_is_not_guarded(
    article: Read, html: Read, title: str, prose: tuple[str, ...], said: Said
) -> None:
    body = "".join(f"<p>{text}</p>" for text in prose)
    reading = html(
        f"<article><h1>{title}</h1>{body}</article><aside><p><a href=/x>Update: what we know of the storm so "
        f"far</a></p></aside>"
    )
    assert said("correction", reading) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Corrections",
        "Update",
        "The correction of the map took years.",
        "Correction officers walked out on Monday.",
        "Updates to the wall were made in the spring.",
        "Update your boat papers before April, the board said.",
        "The caption below the photograph was wrong, she said.",
    ],
)
def test_other_lines_are_not_guarded(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("correction", story(below=(line,))) == {}
    assert said("correction", article(below=f"<p>{line}</p>")) == {}


def test_the_headline_is_not_guarded(lines: Read, said: Said, prose: tuple[str, ...]) -> None:
    assert said("correction", lines("Correction: Old quay opens again", *prose)) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("correction", story()) == {}
    assert said("correction", article()) == {}


def test_a_page_without_a_story(lines: Read, html: Read, said: Said) -> None:
    assert said("correction", lines("")) == {}
    assert said("correction", html("<p>Correction: one two three four</p>")) in (
        {},
        {"Correction: one two three four": "keep"},
    )


@pytest.mark.timeout(20)
def test_a_hostile_line_is_read_in_time(story: Read, said: Said) -> None:
    said("correction", story(below=("correction" + "(" * 20_000, "update " * 20_000)))
