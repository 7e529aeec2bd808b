"""From a corpus to the model of lines, end to end, with a few trees."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import learn
import pytest

from newsclean.blocks import read_text
from newsclean.engine.line_model import unpack_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any


def page(n: int) -> tuple[dict[str, Any], str]:
    story = [
        f"The harbour board of Place{n} opened old quay number {i} again on Monday after long winters."
        for i in range(4)
    ]
    markup = f"<body><p>Home</p><p>Read more</p>{''.join(f'<p>{text}</p>' for text in story)}<p>Share</p></body>"
    return {"site": f"site{n}.example", "body": "\n".join(story)}, markup


def test_a_corpus_becomes_models(
    corpus: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("catboost")
    import fit_lines

    monkeypatch.setattr("fit_lines.gc.disable", lambda: None)
    for settings in (fit_lines.FIRST, fit_lines.SECOND):
        monkeypatch.setitem(settings, "iterations", 3)
    folder = corpus(*map(page, range(30)))
    files = []
    for name in ("one", "other"):
        out, folds = tmp_path / f"{name}.bin", tmp_path / name
        monkeypatch.setattr(sys, "argv", ["fit_lines.py", str(folder), "--out", str(out), "--folds", str(folds)])
        fit_lines.main()
        files.append([out, *sorted(folds.iterdir())])
    assert [path.name for path in files[0][1:]] == [f"fold{k}.bin" for k in range(learn.FOLDS)]
    assert "120 texts" in capsys.readouterr().out
    read = read_text("Read more\nThe harbour board opened the old quay again on Monday after many long winters.")
    for one, other in zip(*files, strict=True):
        assert one.read_bytes() == other.read_bytes()
        low, high = unpack_lines(one.read_bytes()).chances(read)
        assert low < high
