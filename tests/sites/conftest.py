"""The pages of tests/pages, and how they are parsed, for the tests of the shipped rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import newsclean

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean import Article

PAGES = Path(__file__).parents[1] / "pages"


@pytest.fixture(scope="session")
def addresses() -> dict[Path, str]:
    """Address of each page that has one."""
    out: dict[Path, str] = {}
    for index in sorted(PAGES.glob("*/pages.jsonl")):
        entries = [json.loads(line) for line in index.read_text("utf-8").splitlines()]
        out.update((index.parent / entry["file"], entry["url"]) for entry in entries)
    return out


@pytest.fixture(scope="session")
def parse_page(addresses: dict[Path, str]) -> Callable[[Path], Article]:
    """From a file to its article, with the shipped rules on."""
    return lambda path: newsclean.parse(path, url=addresses.get(path))


@pytest.fixture
def pages_of() -> Callable[[str], Callable[[str], Path]]:
    """How the pages of a site are opened: by name, in the folder of its host."""

    def opener(site: str) -> Callable[[str], Path]:
        def open_page(name: str) -> Path:
            path = PAGES / site / name
            if not path.is_file():
                raise FileNotFoundError(path)
            return path

        return open_page

    return opener
