"""Captions of plain texts that the lines around them give away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cues.conftest import MORE, PROSE, TITLE

from newsclean.cues.captions import find_captions

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

CAPTION = "Fishermen mend their nets on the old quay at dawn."
CREDIT = "Photo: Mira Holt/AFP"


def cues(reading: Reading) -> dict[int, tuple[str, ...]]:
    """Which lines are captions, and why."""
    return {i: cue.cues for i, cue in find_captions(reading).items()}


def test_a_line_that_stands_twice_in_a_row_is_a_caption(from_lines: Callable[..., Reading]) -> None:
    assert cues(from_lines(TITLE, PROSE, CAPTION, CAPTION, MORE)) == {2: ("twin",), 3: ("twin",)}


def test_with_a_credit_between_it_needs_no_end_of_a_sentence(from_lines: Callable[..., Reading]) -> None:
    reading = from_lines(TITLE, PROSE, "The keeper and her lamp", CREDIT, "The keeper and her lamp", MORE)
    found = cues(reading)
    assert found[2] == found[4] == ("twin",)


@pytest.mark.parametrize(
    "line",
    ["What is to become of the old quay, and who pays?", "Mending nets on the old quay at dawn", "It held.", PROSE],
)
def test_questions_headings_and_paragraphs_that_stand_twice_are_none(
    from_lines: Callable[..., Reading], line: str
) -> None:
    assert cues(from_lines(TITLE, PROSE + MORE, line, line, MORE)) == {}


def test_copies_that_are_apart_are_none(from_lines: Callable[..., Reading]) -> None:
    assert cues(from_lines(TITLE, PROSE, CAPTION, MORE, CAPTION, PROSE + MORE)) == {}


def test_a_text_of_which_every_line_stands_twice_stays(from_lines: Callable[..., Reading]) -> None:
    lines = [f"The ferry number {n} left the old quay on time again." for n in range(12)]
    assert cues(from_lines(TITLE, *(line for line in lines for _ in range(2)))) == {}


def test_the_copy_of_a_caption_without_its_credit_is_one(from_lines: Callable[..., Reading]) -> None:
    short = "Nets dry on the quay."
    assert cues(from_lines(TITLE, PROSE, f"{short}Mira Holt/AFP", short, MORE)) == {2: ("credit",), 3: ("repeated",)}


def test_a_name_may_run_into_the_copy(from_lines: Callable[..., Reading]) -> None:
    caption = "Nets dry on the quay. (Mira Holt/AFP)"
    assert cues(from_lines(TITLE, PROSE, f"Ann Lund{caption}", caption, MORE))[2] == ("credit",)
    credited = "Nets dry on the old quay all summer."
    found = cues(from_lines(TITLE, PROSE, f"Ann Lund{credited}", credited, "Mira Holt/AFP", MORE))
    assert found == {2: ("repeated",), 3: ("credited",)}
    dated = cues(from_lines(TITLE, PROSE, f"ANKERHOLM (dpa) - {credited}", credited, "Mira Holt/AFP", MORE))
    assert dated == {3: ("credited",)}


@pytest.mark.parametrize("following", [(MORE, PROSE), ("Image:", "Getty)", MORE), ("Picture: Harbour Trust)", MORE)])
def test_a_line_whose_credit_was_a_link_is_a_caption(
    from_lines: Callable[..., Reading], following: tuple[str, ...]
) -> None:
    assert cues(from_lines(TITLE, PROSE, "Fishermen on the old quay tonight (", *following))[2] == ("cut",)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Shares of the Harbour Trust fell again on Monday (", ("HRBT", ") and closed at eight.", MORE)),
        ("The master of the harbour told a paper (", ("the Herald) that it would hold.", MORE)),
        ("SELECT name FROM ferries WHERE quay IN (", ("Old", "New", MORE)),
        ("Ferry quay = self.quay of (", ("Old", MORE)),
        ("It held (", ("Image:", MORE)),
        ("WHERE EXISTS (", (MORE, PROSE)),
    ],
)
def test_a_sentence_that_runs_on_and_source_code_are_none(
    from_lines: Callable[..., Reading], line: str, following: tuple[str, ...]
) -> None:
    assert 2 not in cues(from_lines(TITLE, PROSE, line, *following))


@pytest.mark.parametrize(
    "credit",
    ["Mira Holt/Reuters", "(Foto: Mira Holt / NTB)", "AFP/ Mira Holt", "(Photo: Harbour Trust)", "(Mira Holt)"],
)
def test_a_line_right_above_an_agencys_credit_is_a_caption(from_lines: Callable[..., Reading], credit: str) -> None:
    caption = "Ann Lund at the opening of the old quay"
    assert cues(from_lines(TITLE, PROSE, caption, credit, MORE))[2] == ("credited",)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        (PROSE, "Mira Holt/Reuters"),
        ("What the keeper says", "Mira Holt/Reuters"),
        ("What is known so far of the old quay:", "Mira Holt/Reuters"),
        (CAPTION, "Source: Harbour Trust"),
        (CAPTION, "(Source: Harbour Trust)"),
        (CAPTION, "(To the Review)"),
        (CAPTION, "(Nidularium innocentii)"),
        (CAPTION, "Mira Holt"),
        (CAPTION, "Reuters asked the harbour board for its view on Monday."),
    ],
)
def test_paragraphs_headings_and_lines_above_other_credits_are_none(
    from_lines: Callable[..., Reading], line: str, credit: str
) -> None:
    assert 2 not in cues(from_lines(TITLE, PROSE + MORE, line, credit, MORE))


def test_names_are_credits_where_others_surely_are(from_lines: Callable[..., Reading]) -> None:
    sure = [f"Boats lie at the {name} quay.Mira Holt/AFP" for name in ("old", "new")]
    likely = "The keeper lights her lamp.Harbour Trust"
    assert cues(from_lines(TITLE, PROSE, *sure, MORE, likely, PROSE + MORE))[5] == ("glued",)
    assert cues(from_lines(TITLE, PROSE, sure[0], MORE, likely, PROSE + MORE)) == {2: ("credit",)}


def test_elements_tell_more_than_neighbours(from_html: Callable[[str], Reading]) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{CAPTION}</p><p>{CAPTION}</p><p>{MORE}</p></article>"
    assert "twin" not in {cue for found in cues(from_html(page)).values() for cue in found}
