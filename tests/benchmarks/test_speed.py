"""The whole run, on a made-up corpus: every table, and its JSON."""

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


def run(program: Any, monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    monkeypatch.setattr(sys, "argv", ["speed.py", *map(str, words)])
    program.main()


ALL = ("--dataset", "made_up", "--rounds", 1, "--stages", "--over", "0.0001", "--soak", 20)


def test_everything_is_measured(
    program: Any, monkeypatch: pytest.MonkeyPatch, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(program, monkeypatch, corpus, *ALL, "--json")
    found = json.loads(capsys.readouterr().out)
    assert set(found["a page"]) == {"newsclean", "newsclean, alone", "trafilatura"}
    for figures in found["a page"].values():
        assert 0 < figures["ms median"] <= figures["ms p95"] <= figures["ms worst"]
    assert found["a page"]["newsclean"]["ratio"] == 1
    assert 0 <= found["a page"]["newsclean"]["second opinion asked"] <= 1
    assert sum(column["pages"] for column in found["by size"].values()) == 6
    assert found["model"]["shipped"]["ms to load"] > 0
    assert found["stages"]["in all"]["ms median"] > found["stages"]["engine"]["ms median"] > 0
    assert len(found["over 0.0001 ms"]) == 6
    memory = found["resident memory, by pages read"]["newsclean, alone"]
    assert len(memory) == 11
    assert all(megabytes > 1 for megabytes in memory.values())


def test_and_shown_in_tables(
    program: Any, monkeypatch: pytest.MonkeyPatch, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(program, monkeypatch, corpus, *ALL, "--peers", "")
    shown = capsys.readouterr().out
    for title in ("a page", "by size", "model", "stages", "over 0.0001 ms", "resident memory, by pages read"):
        assert f"== {title}\n" in shown


def test_without_rounds_only_what_else_was_asked_for(
    program: Any, monkeypatch: pytest.MonkeyPatch, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(program, monkeypatch, corpus, "--dataset", "all", "--rounds", 0, "--over", "0.0001", "--json")
    assert set(json.loads(capsys.readouterr().out)) == {"model", "over 0.0001 ms"}


@pytest.mark.parametrize(
    ("words", "message"), [(["--peers", "nobody"], "there is no peer"), ([], "name the corpus folder")]
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
        run(program, monkeypatch, corpus if words else "not/there", *words)
    assert message in capsys.readouterr().err


def test_costs_by_size(program: Any) -> None:
    from pages import Page

    found = [Page({}, b"<" * size) for size in (4_000, 1_000, 3_000, 2_000)]
    columns = program.by_size({"tool": [40.0, 10.0, 30.0, 20.0]}, found)
    assert [column["KB mean"] for column in columns.values()] == pytest.approx([1, 2, 3, 4])
    assert [column["ms/100 KB, tool"] for column in columns.values()] == pytest.approx([1_000] * 4)
    assert [column["ms/1,000 tags, tool"] for column in columns.values()] == pytest.approx([10] * 4)
