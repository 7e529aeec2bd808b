"""What is a genuine line and what is residue, and that both are counted."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.page import Candidate

if TYPE_CHECKING:
    from pathlib import Path


def block(text: str) -> Candidate:
    return Candidate(index=0, text=text, kind="paragraph", words=len(text.split()))


def test_gold_tells_what_is_lost(program: Any, row: Any) -> None:
    judge = program.judge_of(
        row(
            annotated=["body"],
            body="The bell is back.\n\nReporting by Ann",
            paragraphs=["The bell is back.", "Reporting by Ann"],
            extra={"optional_paragraphs": [1]},
        )
    )
    assert judge(block("The bell is BACK")) == "lost"
    assert judge(block("Read more: Bells")) == "residue"
    assert judge(block("***")) == "residue"
    assert judge(block("Reporting by Ann")) is None


def test_snippets_tell_where_there_is_no_gold(program: Any, row: Any) -> None:
    judge = program.judge_of(row(**{"with": ["bell is back"], "without": ["Read more", ""]}))
    assert judge(block("The bell is back.")) == "lost"
    assert judge(block("Read more: Bells")) == "residue"
    assert judge(block("Nobody knows.")) is None


@pytest.fixture
def printed(program: Any, corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    gold = corpus / "made_up" / "gold.jsonl"
    rows = [json.loads(line) for line in gold.read_text().splitlines()]
    rows[0]["body"] += "\n\nRead more: The bell of the other ferry"
    gold.write_text("".join(json.dumps(each) + "\n" for each in rows))
    monkeypatch.setattr(sys, "argv", ["residue.py", str(corpus), "--dataset", "made_up", "--show", "related"])
    program.main()
    return capsys.readouterr().out


def test_a_genuine_line_that_is_hit_is_counted_and_shown(printed: str) -> None:
    assert "genuine: 'Read more: The bell of the other ferry'" in printed
    assert "| `related` | 1 | 32.26 | en 1 | 0 (0) | 0 |" in printed
    assert "31 genuine lines: en 31." in printed
