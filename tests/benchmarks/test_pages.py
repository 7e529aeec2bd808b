"""The reader of a corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_come_with_their_gold(program: Any, corpus: Path) -> None:
    assert program.datasets(corpus) == ["made_up"]
    found = list(program.pages(corpus, "made_up"))
    assert [page.row["id"] for page in found] == list("012345")
    assert found[0].url == "https://site0.example/0"
    assert found[0].body.startswith(b"<!doctype html>")


def test_rows_without_a_page_are_left_out(program: Any, corpus: Path, row: Any) -> None:
    with (corpus / "made_up" / "gold.jsonl").open("a") as gold:
        gold.write(json.dumps(row(id="none")) + "\n")
    assert len(list(program.pages(corpus, "made_up"))) == 6


def test_the_digest_is_of_the_gold(program: Any, corpus: Path) -> None:
    before = program.digest(corpus, ["made_up"])
    assert before == program.digest(corpus, ["made_up"])
    (corpus / "made_up" / "gold.jsonl").write_text("\n")
    assert before != program.digest(corpus, ["made_up"])
