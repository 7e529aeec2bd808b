"""The whole run, on a made-up corpus: tables, outputs, figures, floors."""

from __future__ import annotations

import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _logging() -> Iterator[None]:
    yield
    logging.disable(logging.NOTSET)


def run(program: Any, monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["accuracy.py", *map(str, words)])
    return program.main()  # type: ignore[no-any-return]


def test_a_run_writes_outputs_figures_and_tables(
    program: Any, monkeypatch: pytest.MonkeyPatch, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(program, monkeypatch, out, "--corpus", corpus, "--peers", "trafilatura") == 0
    for folder in (out, out / "trafilatura"):
        lines = [json.loads(line) for line in (folder / "made_up.jsonl").read_text().splitlines()]
        assert [line["id"] for line in lines] == list("012345")
        assert "The ferry left" in lines[0]["text"]
        assert all(line["seconds"] > 0 for line in lines)
    saved = json.loads((out / "scores.json").read_text())
    ours = saved["scores"]["newsclean"]
    assert set(ours) == {"made_up", "made_up:article", "made_up:listing", "pooled"}
    assert ours["pooled"]["pages"] == 5
    assert ours["pooled"]["word F1"] > 0.9
    assert ours["pooled"]["refused"] == 0
    assert saved["against"]["trafilatura"]["pages"] == 5
    assert saved["languages"]["newsclean"]["en"]["n"] == 5
    shown = capsys.readouterr().out
    assert "with the shipped model" in shown
    assert "by page type" in shown
    assert "newsclean minus the peer" in shown


def test_floors_hold_or_are_missed(
    program: Any, monkeypatch: pytest.MonkeyPatch, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    monkeypatch.setattr(program, "FLOORS", floors)
    pinned = {"corpus": program.digest(corpus, ["made_up"]), "least": {"pooled: word F1": 0.9}, "most": {}}
    words = (tmp_path / "out", "--corpus", corpus, "--check")

    floors.write_text(json.dumps(pinned))
    assert run(program, monkeypatch, *words) == 0
    assert "all floors hold" in capsys.readouterr().out

    floors.write_text(json.dumps(pinned | {"least": {"pooled: word F1": 1.1}, "most": {"pooled: no such figure": 0.5}}))
    assert run(program, monkeypatch, *words) == 1
    shown = capsys.readouterr().out
    assert "pooled: word F1: " in shown
    assert "pooled: no such figure: 1.0000 > 0.5" in shown

    floors.write_text(json.dumps(pinned | {"corpus": "another"}))
    assert run(program, monkeypatch, *words) == 1
    assert "another corpus" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--peers", "nobody"], "there is no peer 'nobody'"),
        (["--dataset", "nothing"], "not in the corpus: nothing"),
        (["--corpus", "not/there"], "name the corpus folder"),
    ],
)
def test_wrong_usage_is_told(
    program: Any,
    monkeypatch: pytest.MonkeyPatch,
    corpus: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    message: str,
) -> None:
    with pytest.raises(SystemExit):
        run(program, monkeypatch, corpus / "out", "--corpus", corpus, *words)
    assert message in capsys.readouterr().err


def test_models_of_folds_must_be_there(
    program: Any, monkeypatch: pytest.MonkeyPatch, corpus: Path, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match="no fold0"):
        run(program, monkeypatch, tmp_path / "out", "--corpus", corpus, "--out-of-fold", tmp_path)
