"""The programs of benchmarks/, and a made-up corpus to run them on."""

from __future__ import annotations

import gzip
import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
SENTENCES = [
    "The ferry left the quay at dawn with forty passengers, and nobody noticed that its bell was missing.",
    "A diver found the bell two days later, between the old pier and the lighthouse, in nine metres of water.",
    "It will be hung again in spring, the harbour master said, when the ferry is back from the yard.",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A source distribution has no benchmarks."""
    if BENCHMARKS.is_dir():
        return
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.skip(reason="there is no benchmarks folder"))


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    """The module that a test file is about."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module(request.path.stem.removeprefix("test_"))


def gold(**fields: Any) -> dict[str, Any]:
    """A row of gold.jsonl."""
    row: dict[str, Any] = dict.fromkeys(
        ("id", "html", "url", "site", "lang", "page_type", "body", "title", "published")
    )
    row |= {"dataset": "made_up", "annotated": [], "paragraphs": [], "with": [], "without": [], "extra": {}, "qc": {}}
    return row | fields


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of six pages in one data set: stories of three sites, and a list."""
    folder = tmp_path / "corpus" / "made_up"
    (folder / "html").mkdir(parents=True)
    rows = []
    for nth in range(6):
        story = [f"{sentence} This was day {nth}." for sentence in SENTENCES] * 2
        kind, body = ("listing", "") if nth == 5 else ("article", "\n\n".join(story))
        markup = "".join(f"<p>{sentence}</p>" for sentence in story)
        if kind == "listing":
            markup = "".join(f"<li><a href='/{i}'>Headline number {i} of the day</a></li>" for i in range(40))
        html = f"<!doctype html><html lang=en><title>Bell {nth}</title><body><article><h1>Bell {nth}</h1>{markup}</article>"
        (folder / "html" / f"{nth}.html.gz").write_bytes(gzip.compress(html.encode()))
        rows.append(
            gold(
                id=str(nth),
                html=f"html/{nth}.html.gz",
                url=f"https://site{nth % 3}.example/{nth}",
                site=f"site{nth % 3}.example",
                lang="en",
                page_type=kind,
                body=body,
                paragraphs=body.split("\n\n"),
                annotated=["body"],
            )
        )
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder.parent


@pytest.fixture
def row() -> Any:
    """What makes a row of gold."""
    return gold
