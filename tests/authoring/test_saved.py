"""Saved pages and their addresses."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from newsclean import InputError, RuleError
from newsclean.authoring.saved import Saved, addresses, read_saved, saved_pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.authoring.conftest import Write


def test_an_index_names_pages_and_their_addresses(pages: Path) -> None:
    assert saved_pages(pages)[0] == Saved(pages / "weir.html", "https://www.kallmoor.example/weir", "weir.html")


def test_pages_that_the_index_does_not_name_follow_without_an_address(pages: Path) -> None:
    for name in ("extra.html", "notes.md"):
        (pages / name).write_text("<p>x</p>", encoding="utf-8")
    assert [(page.name, page.url) for page in saved_pages(pages)[3:]] == [("extra.html", None)]


def test_a_folder_of_folders_names_the_folder_too(pages: Path) -> None:
    assert {page.name for page in saved_pages(pages.parent)} == {
        "pages/weir.html",
        "pages/library.html",
        "pages/orchard.html",
    }


def test_one_page_is_looked_up_in_the_index_beside_it(pages: Path) -> None:
    (page,) = saved_pages(pages / "orchard.html")
    assert page.url == "https://www.kallmoor.example/orchard"


def test_rows_of_an_evaluation_set_are_an_index(tmp_path: Path, write: Write) -> None:
    page = write(tmp_path / "html", "weir")
    packed = page.with_name("weir.html.gz")
    packed.write_bytes(gzip.compress(page.read_bytes()))
    index = tmp_path / "gold.jsonl"
    row = {"id": 1, "html": "html/weir.html.gz", "url": "https://kallmoor.example/1", "body": "x"}
    index.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    (saved,) = saved_pages(index)
    assert (saved.name, saved.url) == ("html/weir.html.gz", "https://kallmoor.example/1")
    assert read_saved(saved).body == page.read_bytes()


def test_a_page_that_is_not_compressed_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(b"<p>no gzip</p>")
    with pytest.raises(InputError, match="not what its name says"):
        read_saved(Saved(path, None, path.name))


def test_a_folder_without_an_index_has_no_addresses(tmp_path: Path) -> None:
    assert addresses(tmp_path) == {}


@pytest.mark.parametrize("line", ["no json", "[1]", '{"file": "a.html"}', '{"url": null}', '{"file": "a", "url": 1}'])
def test_a_wrong_index_is_an_error_that_names_the_line(tmp_path: Path, line: str) -> None:
    good = json.dumps({"file": "a.html", "url": None})
    (tmp_path / "pages.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"pages\.jsonl: every line must be JSON.* 2 is not"):
        saved_pages(tmp_path)


@pytest.mark.parametrize(("name", "message"), [("missing", "no such file or folder"), ("empty", "there is no page")])
def test_a_place_without_pages_is_an_error(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuleError, match=message):
        saved_pages(tmp_path / name)
