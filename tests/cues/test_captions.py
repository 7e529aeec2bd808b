"""Is a line a caption? Strong wording alone, weak wording in the right place; not body lines with the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cues.conftest import MORE, PROSE, TITLE

from newsclean.blocks import read_html
from newsclean.cues.caption_wording import _patterns, wording
from newsclean.cues.captions import ENOUGH, find_captions, head_of_story, marked
from newsclean.cues.lexicon import languages
from newsclean.html.document import Document
from newsclean.page import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.verdict import Label


@pytest.mark.parametrize(
    "line",
    [
        "Fishermen mend nets. (AFP photo)",
        "Fishermen mend nets. (Photo by Mira Holt)",
        "Fishermen mend nets. Mira Holt/Reuters",
        "FILE PHOTO: Fishermen mend nets",
        "FILE - Fishermen mend nets on the old quay, March 4, 2024.",
        "Photo: fishermen mend nets",
        "File photo – fishermen mend nets",
        "This file picture shows fishermen in this file photo.",
        "Fishermen mend nets on the old quay. (file photo)",
        "Fishermen mend nets on the old quay (illustrative)",
        "Ann Lund, left, talks with Bo Lind.",
        "Ann Lund (left) talks with Bo Lind.",
        "Ann Lund, second left, talks with Bo Lind.",
        "Fishermen mend nets. (Mira Holt/HRF)",
        "Fishermen mend nets. Mira Holt (Reuters)",
    ],
)
def test_wording_that_is_enough_alone(line: str) -> None:
    assert wording(line, "en")[0] >= ENOUGH


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("This file picture shows fishermen on the old quay.", "shows"),
        ("In this photo fishermen mend nets.", "shows"),
        ("A general view of the old quay.", "shows"),
        ("Fishermen mend nets on the old quay in this file photo.", "file"),
        ("Ann Lund (L) talks with Bo Lind.", "position"),
        ("The boats, lower, left, lie at the quay.", "position"),
        ("They stood on the (left) bank.", "position"),
        ("Fishermen mend nets (AFP)", "credit"),
        ("Fishermen mend nets © Mira Holt", "credit"),
    ],
)
def test_wording_that_needs_the_right_place(line: str, cue: str) -> None:
    points, cues = wording(line, "en")
    assert cues == (cue,)
    assert points == 1


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "The photo shows nothing new, she said.",
        "She was pictured in the old harbour on Monday.",
        "The group were pictured (see above).",
        "Senator Jane Roe (R) and Senator Bo Lind (D) voted against it.",
        "LONDON (Reuters) - The quay opened again.",
        "Photo-sharing app Pictora said on Monday that it would close its office in the harbour.",
        "Picture-perfect beaches drew thousands of people on Monday.",
        "File-sharing sites were closed by the court on Monday.",
        "Image-conscious ministers stayed away from the quay.",
        "Filed: the last brief in the harbour case.",
        "Photographers: stay behind the line.",
        "Rivals were quick to react. Reuters, citing two people, said the talks had failed.",
        "The ministers spoke on Monday (via Zoom).",
        "The story behind the photo: Why Oslo keeps its last ferry",
        "He left, she said, and never came back.",
        "Turn right, then left, and walk on.",
        "The file was lost.",
    ],
)
def test_wording_of_prose(line: str) -> None:
    assert wording(line, "en")[0] < ENOUGH


@pytest.mark.parametrize(
    "line", ["Senator Jane Roe (R) spoke.", "Jane Roe (R-ME) and Bo Lind (D-MN)", "Points (a) and (r)"]
)
def test_a_party_is_no_position(line: str) -> None:
    assert wording(line, "en") == (0, ())


def test_the_head_ends_before_the_first_paragraph_of_prose(from_lines: Callable[..., Reading]) -> None:
    reading = from_lines(TITLE, "Monday", "By Mira Holt", PROSE, "Short line.", MORE)
    assert head_of_story(reading) == {1, 2}


def test_long_captions_do_not_end_the_head(from_lines: Callable[..., Reading]) -> None:
    caption = PROSE + " (AFP photo)"
    reading = from_lines(TITLE, caption, "By Mira Holt", PROSE + " " + MORE, MORE)
    assert head_of_story(reading) == {1, 2}


def test_a_story_of_short_paragraphs_is_not_all_head(from_lines: Callable[..., Reading]) -> None:
    reading = from_lines(TITLE, *(f"The ferry left quay number {n} on time again." for n in range(40)))
    assert 30 not in head_of_story(reading)


@pytest.mark.parametrize(
    "line",
    [
        "A view of the sea is what they came for.",
        "In this picture she still smiles, her mother said.",
        "He stood on the (left) bank.",
    ],
)
def test_a_weak_cue_far_down_a_story_of_short_paragraphs_is_no_caption(
    from_lines: Callable[..., Reading], line: str
) -> None:
    short = [f"The ferry left quay number {n} on time again." for n in range(20)]
    reading = from_lines(TITLE, *short, line, *short)
    assert find_captions(reading) == {}


@pytest.mark.parametrize(
    "line", ["This file picture shows fishermen.", "Ann Lund (L) talks with Bo Lind.", "Fishermen mend nets (AFP)"]
)
def test_a_weak_cue_counts_in_the_head_and_not_in_the_middle(from_lines: Callable[..., Reading], line: str) -> None:
    assert set(find_captions(from_lines(TITLE, line, PROSE, MORE))) == {1}
    assert find_captions(from_lines(TITLE, PROSE, line, MORE)) == {}


def test_a_strong_cue_counts_anywhere(from_lines: Callable[..., Reading]) -> None:
    found = find_captions(from_lines(TITLE, PROSE, "Fishermen mend nets. (AFP photo)", MORE))
    assert set(found) == {2}
    assert found[2].cues == ("credit",)


def test_a_long_caption_needs_a_sure_credit(from_lines: Callable[..., Reading]) -> None:
    long = f"{PROSE} {PROSE}"
    assert set(find_captions(from_lines(TITLE, MORE, f"{long} (Photo: Mira Holt)", MORE, MORE, MORE, MORE))) == {2}
    assert find_captions(from_lines(TITLE, MORE, f"{long} Ann Lund (left) and Bo Lind.", MORE, MORE, MORE, MORE)) == {}


def test_a_credit_glued_to_a_paragraph_may_be_of_a_picture_beside_it() -> None:
    assert wording(f"{PROSE} {MORE}Photo: Harbour Trust", "en") == (1, ("credit",))
    assert wording(f"{PROSE} {MORE}Photo: Mira Holt/AFP", "en") == (2, ("credit",))


def test_an_agency_alone_counts_inside_of_a_text(
    from_lines: Callable[..., Reading], from_html: Callable[[str], Reading]
) -> None:
    line = "Fishermen mend nets. (AFP)"
    assert find_captions(from_lines(TITLE, PROSE, line, MORE))[2].cues == ("credit", "agency", "inside")
    assert find_captions(from_lines(TITLE, PROSE, MORE, line)) == {}
    assert find_captions(from_lines(TITLE, PROSE, f"{PROSE} (AFP)", MORE)) == {}
    page = f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{line}</p><p>{MORE}</p></article>"
    assert find_captions(from_html(page)) == {}


def test_neighbouring_captions_are_two(from_lines: Callable[..., Reading]) -> None:
    reading = from_lines(
        TITLE, "Ann Lund talks. (AFP photo)", "This file picture shows nets. (Photo by the Herald)", PROSE, MORE
    )
    assert set(find_captions(reading)) == {1, 2}


def test_a_weak_cue_counts_beside_a_picture(from_html: Callable[[str], Reading]) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{PROSE}</p>{{}}<p>A general view of the quay.</p><p>{MORE}</p></article>"
    reading = from_html(page.format('<img src="a.jpg">'))
    (found,) = find_captions(reading).values()
    assert found.cues == ("shows", "picture")
    assert find_captions(from_html(page.format(""))) == {}


def test_markup_marks_captions(from_html: Callable[[str], Reading]) -> None:
    reading = from_html(
        f"<article><h1>{TITLE}</h1><figure><img "
        f"src=a><figcaption>Nets</figcaption></figure><p>{PROSE}</p><p>{MORE}</p></article>"
    )
    assert [cue.cues for cue in find_captions(reading).values()] == [("markup",)]


def test_prose_is_never_a_caption_however_it_ends(from_lines: Callable[..., Reading]) -> None:
    long = " ".join([PROSE, MORE, PROSE]) + " (AFP photo)"
    assert find_captions(from_lines(TITLE, PROSE, long, MORE)) == {}


def test_headings_and_quotes_are_no_captions(from_html: Callable[[str], Reading]) -> None:
    reading = from_html(
        f"<article><h1>{TITLE}</h1><p>{PROSE}</p><h2>Photo: the wall</h2><p>{MORE}</p>"
        f"<blockquote>Photo: what I saw. (AFP photo)</blockquote><p>{PROSE}</p></article>"
    )
    assert find_captions(reading) == {}


def test_in_a_gallery_of_text_the_captions_are_the_text(from_lines: Callable[..., Reading]) -> None:
    lines = [f"Boat number {n} lies at the old quay on Monday morning. (AFP photo)" for n in range(6)]
    assert find_captions(from_lines(TITLE, *lines)) == {}


def test_in_a_photo_essay_the_text_below_the_pictures_is_the_text(from_html: Callable[[str], Reading]) -> None:
    lines = [f"Boat number {n} lies at the old quay on Monday morning with {n} nets to mend." for n in range(8)]
    essay = "".join(f"<img src={n}.jpg alt='{line}'><p>{line}</p>" for n, line in enumerate(lines))
    assert find_captions(from_html(f"<article><h1>{TITLE}</h1>{essay}</article>")) == {}


def test_captions_above_the_story_are_known_by_their_names() -> None:
    tools = "".join(f"<p>Tool {n}</p>" for n in range(9))
    caption = "<div class=image-caption>Fishermen mend nets</div>"
    page = read_html(Document(f"<h1>{TITLE}</h1>{caption}<div>{tools}</div><p>{PROSE}</p><p>{MORE}</p>"))
    labels: list[Label] = ["title", *["boilerplate"] * 10, "body", "body"]
    reading = Reading(page=page, labels=tuple(labels), language="en")
    assert {page.blocks[i].text: cue.cues for i, cue in find_captions(reading).items()} == {
        "Fishermen mend nets": ("head", "class")
    }


def test_a_page_without_text(from_lines: Callable[..., Reading]) -> None:
    assert find_captions(from_lines("")) == {}
    assert head_of_story(from_lines("")) == frozenset()


@pytest.mark.parametrize(
    ("tag", "classes"),
    [("figcaption", ""), ("p", "caption"), ("div", "wp-caption-text"), ("span", "Bildunterschrift x")],
)
def test_marked(tag: str, classes: str) -> None:
    assert marked(classes, tag)


@pytest.mark.parametrize(
    ("tag", "classes"),
    [
        ("header", "story-head hasCaption"),
        ("div", "media has-caption"),
        ("p", ""),
        ("div", "captain"),
        ("figure", ""),
        ("p", "image"),
    ],
)
def test_not_marked(tag: str, classes: str) -> None:
    assert not marked(classes, tag)


@given(st.text(max_size=300), st.none() | st.text(max_size=8))
def test_any_line_can_be_asked_about(text: str, language: str | None) -> None:
    points, cues = wording(text, language)
    assert bool(points) == bool(cues)


@pytest.mark.parametrize("language", [None, *languages()])
def test_the_first_look_sees_every_phrase(language: str | None) -> None:
    patterns = _patterns(language)
    for phrase in (*patterns.plain, *patterns.bracketed):
        assert patterns.hinted(f"ann lee {phrase} bo wang")
    assert len(patterns.needles) <= len(patterns.plain)
    assert not patterns.hinted("ann lee opened the quay (again)")
