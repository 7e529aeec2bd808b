"""What is a line of which sort, and that a left-out page is read with what the others taught."""

from __future__ import annotations

import gzip
import json
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from newsclean import Article, Response
from newsclean.authoring.reader import open_page, page_of
from newsclean.authoring.specimen import Specimen

if TYPE_CHECKING:
    from pathlib import Path

STORIES = [
    [f"The {what} of Kallmoor was seen {where} on Monday.", f"Nobody knows how the {what} came {where}.", last]
    for what, where, last in (
        ("ferry", "at the weir", "It will be towed back to its quay before the first frost of the year."),
        ("heron", "on the town hall", "The mayor has asked the fire brigade to leave the bird where it likes to be."),
        ("piano", "in the mill pond", "Its owner wants it back, since three of its keys had never been in tune."),
        ("coach", "behind the school", "The pupils say that it is haunted, and the teachers have not denied it."),
    )
]
TEASER = "Read all about the weather in the valley"


def markup(story: list[str]) -> str:
    text = "".join(f"<p>{line}</p>" for line in story)
    box = f'<div class="box"><p><a href="/w">{TEASER}</a></p><p><a href="/s">Sport of the week</a></p></div>'
    return f'<html><body><header class="top"><p>Home</p></header><div class="text">{text}</div>{box}</body></html>'


@pytest.fixture
def corpus(tmp_path: Path, row: Any) -> Path:
    folder = tmp_path / "corpus" / "zyte"
    (folder / "html").mkdir(parents=True)
    rows = []
    for nth, story in enumerate(STORIES):
        name = f"html/{nth}.html.gz"
        (folder / name).write_bytes(gzip.compress(markup(story).encode()))
        fields = {"id": str(nth), "html": name, "site": "kallmoor.example", "page_type": "article", "dataset": "zyte"}
        rows.append(row(**fields, annotated=["body"], body="\n".join(story), paragraphs=story))
    (folder / "gold.jsonl").write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    return tmp_path / "corpus"


def test_sites_need_enough_pages(program: Any, corpus: Path) -> None:
    assert {name: len(found) for name, found in program.sites(corpus, 3).items()} == {"kallmoor.example": 4}
    assert not program.sites(corpus, 5)


def test_lines_are_genuine_or_residue_or_neither(program: Any, row: Any) -> None:
    lines = ("A whole line", "that has a few more", "a few more", "Read this")
    opened = open_page(Response(body="".join(f"<p>{line}</p>" for line in lines).encode()))
    specimen = Specimen(
        name="x",
        opened=opened,
        page=page_of(opened),
        article=Article(),
        kept=frozenset(),
        dropped=dict.fromkeys(range(4), "boilerplate"),
        captions=frozenset(),
    )
    page = SimpleNamespace(row=row(annotated=["body"], body="A whole line.\nOne that has a few more words."))
    assert dict(program.judged(page, specimen)) == {0: "genuine", 1: "genuine", 3: "residue"}


def test_what_was_learned_is_measured_on_the_page_that_was_left_out(
    program: Any, corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["learned_rules.py", str(corpus), "--json"])
    program.main()
    found = json.loads(capsys.readouterr().out)["kallmoor.example"]
    assert (found["pages"], found["read"]) == (4, 4)
    assert (found["page genuine"], found.get("page genuine taken", 0)) == (12, 0)
    assert found["page residue taken"] >= 8


def test_the_table_has_a_line_for_each_site_and_the_totals(
    program: Any, corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["learned_rules.py", str(corpus)])
    program.main()
    printed = capsys.readouterr().out
    assert "| kallmoor.example | 4 of 4 |" in printed
    assert "all: 1 sites, 4 pages" in printed
