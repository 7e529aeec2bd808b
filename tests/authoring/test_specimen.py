"""Pages to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.authoring.conftest import STORIES, SUPPORT, specimen

from newsclean.authoring.reader import Reader, library_of
from newsclean.authoring.saved import Saved, saved_pages
from newsclean.authoring.specimen import examine

if TYPE_CHECKING:
    from pathlib import Path

READER = Reader(library_of(()))


def test_every_visible_block_is_kept_moved_or_dropped(pages: Path) -> None:
    page = saved_pages(pages)[0]
    found = examine(page, READER)
    assert found is not None
    assert {found.page.blocks[block].text for block in found.kept} == {*STORIES["weir"][1:], SUPPORT}
    assert {found.page.blocks[block].text for block in found.moved} == {STORIES["weir"][0]}
    assert "Share this story" in {found.page.blocks[block].text for block in found.dropped}
    assert frozenset(found.visible) == found.kept | found.moved | found.dropped.keys()


def test_captions_are_known(tmp_path: Path) -> None:
    caption = "The keeper of the lock waves to the last barge of the season."
    text = "".join(f"<p>{line}</p>" for line in STORIES["weir"][1:])
    figure = f'<figure><img src="/1.jpg"><figcaption>{caption}</figcaption></figure>'
    path = tmp_path / "lock.html"
    path.write_text(f"<html><body><article><h1>The lock</h1>{figure}{text}</article></body></html>", encoding="utf-8")
    found = examine(Saved(path, None, path.name), READER)
    assert found is not None
    assert [found.page.blocks[block].text for block in found.captions] == [caption]


def test_a_text_has_lines_and_no_places(tmp_path: Path) -> None:
    path = tmp_path / "weir.txt"
    path.write_text("\n".join(STORIES["weir"]), encoding="utf-8")
    found = examine(Saved(path, None, path.name), READER)
    assert found is not None
    assert ([found.page.blocks[block].text for block in sorted(found.kept)], found.places) == (
        [*STORIES["weir"][1:]],
        {},
    )


def test_from_a_page_without_text_nothing_is_learned(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><p></p></body></html>", encoding="utf-8")
    assert examine(Saved(path, None, path.name), READER) is None


def test_places_are_selectors_with_the_visible_blocks_in_them() -> None:
    found = specimen(
        '<div class="text"><p class="a">K one</p><p hidden class="a">K two</p></div><p class="a">D three</p>'
    )
    assert found.within("div.text") == {0}
    assert found.within("p.a") == {0, 2}
    assert found.within("p.b") == frozenset()
    assert found.words([0, 2]) == 4


def test_an_element_in_another_of_the_same_name_counts_once() -> None:
    found = specimen(
        '<div class="a"><div class="a"><p>K one</p></div><p>K two</p></div><div class="a"><p>K three</p></div>'
    )
    assert found.elements("div.a") == 2
    assert found.elements("div.b") == 0
