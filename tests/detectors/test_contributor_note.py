"""Notes on who else worked on the story are moved from the end; reports in the story stay."""

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
        "Reporting by Ann Lund in Ankerholm; Editing by Nils Falk",
        "(Reporting by Ann Lund, editing by Nils Falk)",
        "Nils Falk in Skarvo contributed to this report.",
        "Additional reporting by Nils Falk",
        "Additional reporting: Nils Falk",
    ],
)
def test_it_is_found_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("contributor_note", story(below=(line,))) == {line: "note"}
    assert said("contributor_note", article(below=f"<p>{line}</p>")) == {line: "note"}


def test_in_the_middle_it_is_part_of_the_story(lines: Read, said: Said, title: str, prose: tuple[str, ...]) -> None:
    long = prose * 5
    assert (
        said("contributor_note", lines(title, *long, "Reporting by Ann Lund in Ankerholm; Editing by Nils Falk", *long))
        == {}
    )


@pytest.mark.parametrize(
    "line",
    [
        "The reporting by the board was poor, the harbour master said.",
        "With agencies of the state the board had never spoken, it said on Monday in Ankerholm.",
        "Editing was not her trade.",
    ],
)
def test_prose_with_such_words_stays(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("contributor_note", story(middle=(line,))) == {}
    assert said("contributor_note", story(below=(line,))) == {}
    assert said("contributor_note", article(middle=f"<p>{line}</p>")) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Aus dem Englischen von Nils Falk"),
        ("es", "Con información de agencias"),
        ("fr", "Traduit de l'anglais par Nils Falk"),
        ("zh", "责任编辑:李明"),
    ],
)
def test_other_languages(lines: Read, said: Said, title: str, prose: tuple[str, ...], language: str, line: str) -> None:
    assert said("contributor_note", lines(title, *prose, line, language=language)) == {line: "note"}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("contributor_note", story()) == {}
    assert said("contributor_note", article()) == {}


def test_a_note_that_the_engine_left_out_is_found_right_below(article: Read, said: Said) -> None:
    line = "Reporting by Ann Lund; Editing by Nils Falk"
    assert said("contributor_note", article(below=f"<footer><p>{line}</p></footer>")) == {line: "note"}
