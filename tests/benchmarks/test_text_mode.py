"""What cleaning plain text is worth."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsclean.engine
from newsclean.engine import lines

if TYPE_CHECKING:
    import pytest

MODEL = Path(newsclean.engine.__file__).parent / "lines.bin"


def test_every_kind_of_text_is_scored(
    program: Any, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out" / "tool").mkdir(parents=True)
    (tmp_path / "out" / "tool" / "made_up.jsonl").write_text(json.dumps({"id": "0", "text": "Bell 0\nShare"}) + "\n")
    (tmp_path / "fold0.bin").write_bytes(MODEL.read_bytes())
    monkeypatch.setattr(program, "DATASETS", ("made_up",))
    monkeypatch.setattr(program, "ROUNDS", 1)
    named = ["--corpus", str(corpus), "--outputs", str(tmp_path / "out"), "--tools", "tool", "--cost"]
    monkeypatch.setattr(sys, "argv", ["text_mode.py", *named, "--out-of-fold", str(tmp_path)])
    shipped = lines.shipped_lines
    program.main()
    assert lines.shipped_lines is shipped
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[:3] for row in rows[:3]] == [
        ["gold", "made_up", "5"],
        ["tool", "made_up", "1"],
        ["whole", "made_up", "5"],
    ]
    assert rows[-1].startswith("100 lines: ")


def test_entries_of_a_menu_are_lines(program: Any) -> None:
    page = b"<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav><p>The quay is open again.</p>"
    assert program.whole_text(page, None) == "Home\nNews\nThe quay is open again."
    assert program.whole_text(b"<div>" * 200_000, None) == ""


def test_without_folds_the_shipped_model_reads(program: Any, row: Any) -> None:
    assert program.model_of(row(site="a.example"), []) is lines.shipped_lines()


def test_captions_are_counted_before_and_after(program: Any, row: Any) -> None:
    caption, other = "Ann Lund at the old quay", "Bo Lind on the ferry"
    images = [
        {"caption": text}
        for text in (
            caption,
            other,
            "Nets dry on the wall of the old quay all summer long, as they always did.",
            "Bo Lind",
        )
    ] + [
        {"caption": None},
        "a.jpg",
    ]
    story = "\n".join(f"The harbour board opened quay number {n} again on Monday, it said." for n in range(4))
    gold = row(body=f"{story}\nBo Lind on the ferry, and nobody else.", extra={"images": images})
    text = f"{story}\n{caption} (Photo: Mira Holt/AFP)\nNets dry on the wall of the old quay all summer long, as they always did.\nBo Lind\n{other}\n{story}"
    found = program.score(gold, text, lines.shipped_lines())
    assert found.captions == (2, 1)
    assert "captions 2 → 1" in program.line("whole", "made_up", program.figures([found]))


def test_an_empty_text_scores_nothing(program: Any, row: Any) -> None:
    found = program.score(row(body="The quay is open.", title="Quay"), "\n", lines.shipped_lines())
    assert found.after.f1 == 0
    assert found.title is None
