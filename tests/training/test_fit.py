"""From a corpus to the model file, end to end, with a few trees."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import learn
import pytest
import whole_pages

from newsclean.blocks import read_html
from newsclean.engine.markup import judge_markup
from newsclean.engine.model_file import unpack
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TYPES = ("article", "article", "article", "listing", "product", "forum")


def page(n: int, kind: str) -> tuple[dict[str, Any], str]:
    story = [
        f"The harbour board of Place{n} opened old quay number {i} again on Monday after long winters."
        for i in range(4)
    ]
    unlike = n % 5 == 0
    markup = (
        f"<body class={kind}><h1>Quay {n}</h1><div class=menu><p>Home</p><p>Read more</p></div>"
        f"<div class=text>{''.join(f'<p>{text}</p>' for text in story)}</div><p>Share</p></body>"
    )
    gold = "Something else that stands nowhere on this page at all" if unlike else "\n".join(story)
    return {"site": f"site{n}.example", "page_type": kind, "body": gold, "dataset": "wcxb_dev"}, markup


def test_a_corpus_becomes_models(
    corpus: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("catboost")
    import fit

    monkeypatch.setattr("fit.gc.disable", lambda: None)
    for settings in (learn.FIRST, learn.SECOND, whole_pages.SETTINGS):
        monkeypatch.setitem(settings, "iterations", 3)
    folder = corpus(*(page(n, TYPES[n % len(TYPES)]) for n in range(60)))
    files = []
    for name in ("one", "other"):
        out, folds = tmp_path / f"{name}.bin", tmp_path / name
        monkeypatch.setattr(sys, "argv", ["fit.py", str(folder), "--out", str(out), "--folds", str(folds)])
        fit.main()
        files.append([out, *sorted(folds.iterdir())])
    assert [path.name for path in files[0][1:]] == [f"fold{k}.bin" for k in range(learn.FOLDS)]
    assert "60 pages" in capsys.readouterr().out
    for one, other in zip(*files, strict=True):
        assert one.read_bytes() == other.read_bytes()
        model = unpack(one.read_bytes())
        read = read_html(Document(page(99, "article")[1]))
        judgement = judge_markup(read, tables=True, second_opinion=False, model=model)
        assert len(judgement.verdicts) == len(read.blocks)
        assert judgement.body()
