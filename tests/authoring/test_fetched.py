"""Pages that are fetched and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.authoring.fetched import fetch_and_save
from newsclean.authoring.saved import saved_pages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def url(recorded_pages: dict[str, str]) -> str:
    return recorded_pages["2019-ferry"]


def test_a_page_is_saved_with_its_address(url: str, tmp_path: Path) -> None:
    saved = fetch_and_save(url, tmp_path / "pages")
    assert saved.url == url
    assert saved.path.read_bytes().lstrip().lower().startswith(b"<!doctype html>")
    assert saved_pages(tmp_path / "pages") == (saved,)


def test_the_same_address_is_saved_once(url: str, tmp_path: Path) -> None:
    assert fetch_and_save(url, tmp_path) == fetch_and_save(url, tmp_path)
    assert len(saved_pages(tmp_path)) == 1


def test_another_page_of_that_name_is_left_alone(url: str, tmp_path: Path) -> None:
    name = fetch_and_save(url, tmp_path / "first").name
    (tmp_path / name).write_text("mine", encoding="utf-8")
    saved = fetch_and_save(url, tmp_path)
    assert (saved.name != name, (tmp_path / name).read_text(encoding="utf-8")) == (True, "mine")
