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
    assert "| `related` | 1 | 32.26 (144.09) | 0 (0) | 0 | 0 |" in printed
    assert "31 genuine lines, 0 lines of residue in the outputs of other tools." in printed
    assert "| en | 31 | 92.1 | `related` 1 (144.1) |" in printed


@pytest.mark.parametrize(
    ("hits", "lines", "share"), [(0, 80, 0.0368), (0, 3000, 0.000998), (1, 31, 0.1443), (5, 100, 0.1023), (3, 3, 1.0)]
)
def test_what_a_count_allows(program: Any, hits: int, lines: int, share: float) -> None:
    """The tables of Clopper and Pearson, one-sided at 95 %."""
    assert program.at_most(hits, lines) == pytest.approx(share, rel=0.005)


def test_lines_that_other_tools_leave_are_counted(
    program: Any, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = [json.loads(line) for line in (corpus / "made_up" / "gold.jsonl").read_text().splitlines()]
    (tmp_path / "trafilatura").mkdir()
    output = {"id": gold[0]["id"], "text": gold[0]["body"] + "\nRead more: The bell\nSomething else"}
    (tmp_path / "trafilatura" / "made_up.jsonl").write_text(json.dumps(output))
    args = ["residue.py", str(corpus), "--dataset", "made_up", "--outputs", str(tmp_path), "--text-only"]
    monkeypatch.setattr(sys, "argv", args)
    program.main()
    printed = capsys.readouterr().out
    assert "| `related` | 0 | 0.00 (95.03) | 0 (0) | 0 | 1 |" in printed
    assert "2 lines of residue in the outputs of other tools" in printed
