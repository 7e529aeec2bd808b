"""Whose captions: shares out of fold."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_shares_at_each_threshold(program: Any) -> None:
    said = [
        program.Said("en", "own", "alone", 0.0),
        program.Said("en", "own", "alone", 3.0),
        program.Said("en", "random", "without", 2.0),
        program.Said("en", "random", "with", -math.inf),
    ]
    low, high = (row for row in program.figures(said, (1.0, 4.0)) if row["language"] == "en")
    assert (low["captions"], low["own alone"], low["random without"], low["random with"]) == (2, 0.5, 1.0, 0.0)
    assert (high["own alone"], high["random without"]) == (0.0, 0.0)
    assert math.isnan(low["hard with"])
    assert "| en | 2 | 1.0 | 50.0% |" in program.table([low])


def test_languages_with_few_captions_share_a_row(program: Any) -> None:
    assert [program.group_of(language) for language in ("en", "de", "ja", "other")] == ["en", "de", "other", "other"]


def test_a_corpus_without_gold_captions_gives_an_empty_table(
    program: Any, corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "fold_models", lambda learned: [None] * len(learned))
    monkeypatch.setattr(sys, "argv", ["captions.py", str(corpus), "--odds", "2"])
    program.main()
    assert "| en | 0 | 2.0 | nan% |" in capsys.readouterr().out
