"""Document frequencies of keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import idf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def test_keys_are_counted_once_a_text_and_rare_ones_left_out(captioned: Callable[..., Any]) -> None:
    table = idf.count([captioned(n) for n in range(8)])["en"]
    assert table.texts == 8
    assert table.counts["harbou"] == 8
    assert "kbrand" not in table.counts
    odd = captioned(0, body="Herring " * 9)
    assert "herrin" not in idf.count([odd, *(captioned(n) for n in range(1, 8))])["en"].counts


def test_a_language_needs_texts_and_a_lexicon(captioned: Callable[..., Any]) -> None:
    assert idf.count([captioned(n) for n in range(7)]) == {}
    assert idf.count([captioned(n, language="la") for n in range(8)]) == {}


def test_scripts_without_spaces_are_counted_by_pairs(captioned: Callable[..., Any]) -> None:
    table = idf.count([captioned(n, language="ja", body="古い岸壁を開いた") for n in range(8)])["ja"]
    assert table.counts["岸壁"] == 8


def test_weights_for_every_wanted_language(captioned: Callable[..., Any]) -> None:
    known = idf.frequencies_of([captioned(n) for n in range(8)], {"en", "de"})
    assert known["en"].texts == 8
    assert known["de"].texts == 0


def test_it_writes_a_file_a_language(
    captioned: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idf, "OUT", tmp_path / "idf")
    monkeypatch.setattr(idf, "captioned_pages", lambda _: [captioned(n) for n in range(8)])
    idf.main(tmp_path)
    (file,) = (tmp_path / "idf").iterdir()
    assert file.name == "en.json"
    assert json.loads(file.read_text("utf-8"))["texts"] == 8
