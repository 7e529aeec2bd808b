"""Pages with gold for the scripts that train; these are no package, so their folder goes onto the path."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.blocks import read_html
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

ROW: dict[str, Any] = {
    "dataset": "zyte",
    "id": "1",
    "site": "herald.example",
    "url": "https://herald.example/quay",
    "html": "html/1.gz",
    "page_type": "article",
    "annotated": ["body"],
    "body": None,
    "with": None,
    "without": None,
    "extra": {},
}


@pytest.fixture
def html() -> Callable[[str], Page]:
    """HTML to a page."""
    return lambda markup: read_html(Document(markup))


@pytest.fixture
def row() -> Callable[..., dict[str, Any]]:
    """A line of gold."""
    return lambda **fields: ROW | fields


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Path]:
    """Writes a corpus of (fields, HTML) pairs."""

    def write(*pages: tuple[dict[str, Any], str | None]) -> Path:
        for number, (fields, markup) in enumerate(pages):
            found = ROW | {"id": str(number), "html": f"html/{number}.gz"} | fields
            folder = tmp_path / found["dataset"]
            (folder / "html").mkdir(parents=True, exist_ok=True)
            if markup is None:
                found["html"] = None
            else:
                (folder / found["html"]).write_bytes(gzip.compress(markup.encode()))
            with (folder / "gold.jsonl").open("a", encoding="utf-8") as gold:
                gold.write(json.dumps(found) + "\n")
        return tmp_path

    return write


@pytest.fixture
def captioned() -> Callable[..., Any]:
    """A story with captions; those of one number and site tell of the same place and person."""
    from captioned import Captioned

    def make(n: int, *captions: str, site: str = "", language: str = "en", **fields: Any) -> Captioned:
        place, person = f"{'ABCDEFGHIJ'[n]}skarvo", f"{'KLMNOPQRST'[n]}brandt"
        body = (
            f"The harbour of {place} opened again on Monday, said the mayor, {person} of the harbour board.\n"
            f"Nobody in {place} had hoped for it, and {person} thanked the people who had laid the stones."
        )
        known = {"dataset": "made_up", "id": str(n), "site": site or f"site{n}.example", "language": language}
        known |= {"head": f"{place} opens its harbour", "body": body, "about": "", "gold": True, "gold_body": True}
        return Captioned(**known | {"captions": captions} | fields)

    return make
