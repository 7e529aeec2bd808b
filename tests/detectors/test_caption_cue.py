"""Captions that no markup marks move by their wording and place; body lines with the same words stay."""

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
        "Fishermen mend nets on the old quay. (AFP photo)",
        "This file picture shows the old quay in Ankerholm. (Photo by the Harbour Herald)",
        "FILE PHOTO: The old quay in Ankerholm, March 4, 2019",
        "Ann Lund (L) talks with Bo Lind on the old quay.",
        "Fishermen mend nets on the old quay in this file photo.",
    ],
)
def test_below_the_headline(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("caption_cue", story(line)) == {line: "caption"}
    assert said("caption_cue", article(f"<p>{line}</p>")) == {line: "caption"}


def test_beside_a_picture(article: Read, said: Said) -> None:
    line = "A general view of the old quay in Ankerholm."
    assert said("caption_cue", article(middle=f"<img src=a.jpg><p>{line}</p>")) == {line: "caption"}


def test_neighbouring_captions_are_two(story: Read, said: Said) -> None:
    one, other = "Ann Lund talks with Bo Lind. (AFP photo)", "This file picture shows the quay. (Photo by the Herald)"
    assert said("caption_cue", story(one, other)) == {one: "caption", other: "caption"}


def test_it_tells_its_cues(story: Read, verdicts: Callable[[str, Reading], list[Verdict]]) -> None:
    (verdict,) = verdicts("caption_cue", story("FILE PHOTO: The old quay in Ankerholm"))
    assert verdict.evidence == {"points": 3, "cues": "prefix head"}


def test_in_the_box_of_a_picture(article: Read, verdicts: Callable[[str, Reading], list[Verdict]]) -> None:
    line = "Fishermen mend nets on the old quay"
    box = f"<aside><div><img src=b.jpg></div></aside><nav><div><img src=a.jpg></div><p>{line}</p></nav>"
    assert verdicts("caption_cue", article(middle=box)) == []
    box = f"<div><img src=a.jpg alt='{line}'><p>{line}</p></div>"
    (verdict,) = verdicts("caption_cue", article(middle=box))
    assert (verdict.label, verdict.picture, verdict.confidence) == ("caption", 0, 0.9)
    assert verdict.evidence["cues"] == "box alt"


def test_a_caption_told_twice(article: Read, said: Said) -> None:
    line = "Fishermen mend nets on the old quay"
    figure = f"<figure><img src=a.jpg><figcaption>{line}</figcaption></figure>"
    assert said("caption_cue", article(middle=f"{figure}<p>{line}</p>")) == {line: "caption"}
    assert said("caption_cue", article(middle=f"{figure}<p>One.</p><p>Two.</p><p>Three.</p><p>{line}</p>")) == {}


def test_what_markup_marks_needs_no_cue(article: Read, said: Said) -> None:
    figure = "<figure><img src=a.jpg><figcaption>FILE PHOTO: The old quay</figcaption></figure>"
    assert said("caption_cue", article(figure)) == {}


@pytest.mark.parametrize(
    "line",
    [
        "A general view of the town was what the council asked for.",
        "Photo-sharing app Pictora said on Monday that it would close its office in Ankerholm.",
        "Shares fell on Monday. Reuters, citing two people, said that the deal was near.",
        "She was pictured on the quay in March, and the photo went around the world.",
        "Senator Jane Roe (R) spoke against it.",
        "“In this photo I am nine,” she said, and turned the page.",
        "The ministers spoke on Monday (via Zoom).",
        "She sent the file.",
    ],
)
def test_sentences_of_the_story_stay(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("caption_cue", story(middle=(line,))) == {}
    assert said("caption_cue", article(middle=f"<p>{line}</p>")) == {}


def test_a_paragraph_that_opens_like_a_caption_stays(story: Read, said: Said, prose: tuple[str, ...]) -> None:
    long = f"This photo shows nothing, she said. {prose[1]} {prose[2]}"
    assert said("caption_cue", story(middle=(long,))) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("caption_cue", story()) == {}
    assert said("caption_cue", article()) == {}
