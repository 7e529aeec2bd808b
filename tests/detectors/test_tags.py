"""Lists of tags at the end go to the keywords; lines that begin so in the story stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]


@pytest.mark.parametrize("line", ["Tags: harbour, ferries", "Filed under: Harbour", "#harbour #ankerholm"])
def test_a_list_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("tags", story(below=(line,))) == {line: "tags"}
    assert said("tags", article(below=f"<p>{line}</p>")) == {line: "tags"}


def test_a_list_that_was_left_out_already_is_named(article: Read, said: Said) -> None:
    line = "Tags: harbour, ferries"
    assert said("tags", article(below=f"<footer><p>{line}</p></footer>")) == {line: "tags"}


def test_a_label_above_links(article: Read, said: Said) -> None:
    tags = "<ul><li><a href='/t/a'>Harbour</a></li><li><a href='/t/b'>Old ferries</a></li></ul>"
    assert said("tags", article(below=f"<p>Filed under</p>{tags}<p>Ann Lund</p>")) == {
        "Filed under": "navigation",
        "Harbour": "tags",
        "Old ferries": "tags",
    }
    assert said("tags", article(below="<p>Topics</p><p>Harbour</p>")) == {}


def test_a_label_above_the_last_lines_of_a_text(story: Read, said: Said) -> None:
    found = {"Topics": "navigation", "Harbour": "tags", "Old ferries": "tags"}
    assert said("tags", story(below=tuple(found))) == found
    assert said("tags", story(below=(*found, "The board of the harbour will meet again on Friday."))) == {}


@pytest.mark.parametrize("line", ["Topics: harbour, ferries", "#harbour #ankerholm", "Filed under"])
def test_above_the_last_prose_it_is_part_of_the_story(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("tags", story(middle=(line,))) == {}
    assert said("tags", article(middle=f"<p>{line}</p>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("tags", story()) == {}
    assert said("tags", article()) == {}


@pytest.mark.parametrize("line", ["Tags: harbour, old ferries", "#harbour #ferries", "Filed under: harbour | ferries"])
def test_the_keywords_of_an_article(title: str, prose: tuple[str, ...], line: str) -> None:
    found = parse("\n".join((title, *prose, line)))
    assert line not in found.text
    assert found.keywords[0] == "harbour"
    assert len(found.keywords) == 2
    assert not [removal for removal in found.removed if removal.text == line]


def test_tags_below_their_label_are_keywords_and_the_label_is_removed(title: str, prose: tuple[str, ...]) -> None:
    found = parse("\n".join((title, *prose, "Filed under", "Harbour", "Ferries: old ones, new ones")))
    assert found.keywords == ("Harbour", "Ferries: old ones, new ones")
    assert [removal.text for removal in found.removed] == ["Filed under"]
