"""The stages' times are their own, and the functions are put back."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import pytest

import newsclean
from newsclean import pipeline


def test_every_stage_is_found_and_put_back(program: Any, capsys: pytest.CaptureFixture[str]) -> None:
    before = pipeline.judge
    with program.stopwatch() as spent:
        assert pipeline.judge is not before
        html = "<article><p>The ferry left the quay at dawn, with forty passengers.</p></article>"
        figures = program.by_page(lambda: newsclean.parse(html.encode()), spent)
    assert pipeline.judge is before
    assert not capsys.readouterr().err
    assert {"decode", "parse", "engine", "fields"} <= figures.keys()
    assert sum(figures.values()) == pytest.approx(2 * figures["in all"])


def test_a_stage_within_a_stage_counts_once(program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Inner:
        @staticmethod
        def work() -> None:
            time.sleep(0.02)

    class Outer:
        @staticmethod
        def work() -> None:
            time.sleep(0.01)
            Inner.work()

    modules = {"inner": Inner, "outer": Outer}
    monkeypatch.setattr(program, "STAGES", (("inner", "inner", "work"), ("outer", "outer", "work")))
    monkeypatch.setattr(program.importlib, "import_module", modules.get)
    with program.stopwatch() as spent:
        Outer.work()
    assert isinstance(spent, Counter)
    assert spent["inner"] >= 20
    assert 10 <= spent["outer"] < 20


def test_a_function_that_is_gone_is_told(
    program: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "STAGES", (("gone", "newsclean.pipeline", "not_there"),))
    with program.stopwatch():
        pass
    assert "no not_there" in capsys.readouterr().err
