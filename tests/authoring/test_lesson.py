"""From saved pages to the text of a rule file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.authoring.conftest import STORIES, SUPPORT, specimen

from newsclean import RuleError
from newsclean.authoring.lesson import hosts_of, lesson, name_of, read_all
from newsclean.authoring.saved import Saved, saved_pages
from newsclean.rules.check import lint
from newsclean.rules.load import read_rules

if TYPE_CHECKING:
    from pathlib import Path

    from tests.authoring.conftest import Write


def test_the_text_is_a_rule_file_without_mistakes(pages: Path) -> None:
    found = lesson(saved_pages(pages))
    assert (found.rules.id, found.pages, found.changed, found.unused) == ("kallmoor.example", 3, 3, ())
    again = read_rules(found.text, site="kallmoor.example")
    assert again == found.rules
    assert lint(again) == ()
    assert found.entries == len(again.drop) + 1
    assert SUPPORT.removesuffix(".") in found.text


def test_pages_that_teach_nothing_are_named(pages: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    script = tmp_path / "script.html"
    script.write_text("<html><body><p></p></body></html>", encoding="utf-8")
    more = (Saved(empty, None, "empty.html"), Saved(script, None, "script.html"))
    found = lesson((*saved_pages(pages), *more))
    assert [name for name, _ in found.unused] == ["empty.html", "script.html"]


def test_texts_teach_their_lines(tmp_path: Path) -> None:
    saved = []
    for name, story in STORIES.items():
        path = tmp_path / f"{name}.txt"
        path.write_text("\n".join((*story[:3], SUPPORT, *story[3:])), encoding="utf-8")
        saved.append(Saved(path, f"https://kallmoor.example/{name}", path.name))
    found = lesson(saved)
    assert ([drop.css for drop in found.rules.drop], found.rules.layout, found.changed) == ([None], (), 3)
    assert SUPPORT.removesuffix(".") in found.text


def test_one_page_is_not_enough(tmp_path: Path, write: Write) -> None:
    page = write(tmp_path, "weir")
    with pytest.raises(RuleError, match="1 pages can be learned from, 2 must be"):
        lesson(saved_pages(page))
    with pytest.raises(RuleError, match="0 pages can be learned from"):
        lesson(())


def test_specimens_have_the_names_of_their_files(pages: Path) -> None:
    specimens, _ = read_all(saved_pages(pages.parent))
    assert [specimen.name for specimen in specimens] == ["weir.html", "library.html", "orchard.html"]


def test_the_most_frequent_host_names_the_file() -> None:
    one, other = "https://www.a.example/1", "https://m.a.example/1"
    pages = [specimen("<p>K x</p>", url=url) for url in (other, one, one)]
    assert hosts_of(pages) == ("a.example", "m.a.example")
    assert hosts_of(pages, "WWW.B.example") == ("b.example", "a.example", "m.a.example")


def test_an_unknown_host_is_asked_for() -> None:
    with pytest.raises(RuleError, match="--host"):
        hosts_of([specimen("<p>K x</p>", url="")])


def test_the_name_is_what_most_pages_say() -> None:
    named = specimen('<meta property="og:site_name" content="The Courier"><p>K x</p>')
    plain = specimen("<p>K x</p>")
    assert name_of([named, named, plain]) == "The Courier"
    assert name_of([named, plain]) is None
