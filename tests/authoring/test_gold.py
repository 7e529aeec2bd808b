"""The right texts of pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean import RuleError
from newsclean.authoring.gold import Gold, word_f1
from newsclean.authoring.saved import Saved

PAGE = Saved(Path("pages/a.html.gz"), "https://a.example/1", "a.html.gz")


def written(folder: Path, *rows: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "row",
    [
        {"file": "a.html.gz", "body": "Right."},
        {"html": "html/a.html.gz", "body": "Right.", "annotated": ["title", "body"], "id": 7},
        {"url": "https://a.example/1", "body": "Right."},
    ],
)
def test_a_row_names_its_page_by_file_or_address(tmp_path: Path, row: object) -> None:
    assert Gold(written(tmp_path, row)).of(PAGE) == "Right."


def test_the_file_goes_before_the_address(tmp_path: Path) -> None:
    rows = ({"url": PAGE.url, "body": "Wrong."}, {"file": "a.html.gz", "body": "Right."})
    assert Gold(written(tmp_path, *rows)).of(PAGE) == "Right."


def test_a_body_that_nobody_annotated_is_no_gold(tmp_path: Path) -> None:
    other = {"file": "b.html", "body": "B."}
    row = {"file": "a.html.gz", "body": "Guess.", "annotated": ["title"]}
    assert Gold(written(tmp_path, row, other)).of(PAGE) is None


def test_an_empty_text_is_gold_too(tmp_path: Path) -> None:
    assert Gold(written(tmp_path, {"file": "a.html.gz", "body": ""})).of(PAGE) == ""


def test_a_file_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no line has a `body`"):
        Gold(written(tmp_path, {"file": "a.html", "text": "x"}, {"body": "of no page"}))


@pytest.mark.parametrize(
    ("gold", "text", "f1"),
    [
        ("One two three", "one TWO three", 1.0),
        ("a b", "a b c d", 2 / 3),
        ("a a", "a", 2 / 3),
        ("", "", 1.0),
        ("a", "", 0.0),
        ("", "a", 0.0),
    ],
)
def test_word_f1(gold: str, text: str, f1: float) -> None:
    assert word_f1(gold, text) == pytest.approx(f1)
