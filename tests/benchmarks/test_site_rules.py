"""What rules gain, on a made-up corpus of our own pages."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).parents[1] / "pages"


@pytest.fixture
def ruled(tmp_path: Path, row: Any) -> Path:
    """A corpus of one page of MoreBikes under two names, and a page of a site without rules."""
    folder = tmp_path / "corpus" / "made_up"
    (folder / "html").mkdir(parents=True)
    html = (PAGES / "morebikes.co.uk" / "2014-tank-bag.html").read_text("utf-8")
    story = [line.removeprefix("<p>").removesuffix("</p>") for line in html.split("\n") if line.startswith("<p>")]
    body = "\n".join(story[1:-1])  # without the offer of a subscription
    rows = []
    for nth, site in enumerate(("morebikes.co.uk", "morebikes.co.uk", "site.example")):
        (folder / "html" / f"{nth}.html.gz").write_bytes(gzip.compress(html.encode()))
        more = {"body": body, "paragraphs": body.split("\n"), "annotated": ["body"], "page_type": "article"}
        rows.append(row(id=str(nth), html=f"html/{nth}.html.gz", url=f"https://{site}/{nth}/x", site=site, **more))
    (folder / "gold.jsonl").write_text("".join(json.dumps(each) + "\n" for each in rows))
    return folder.parent


def run(program: Any, monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    monkeypatch.setattr(sys, "argv", ["site_rules.py", *map(str, words)])
    program.main()


def test_a_run_prints_a_line_for_each_site_with_rules_and_one_for_all(
    program: Any, monkeypatch: pytest.MonkeyPatch, ruled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.md"
    file.write_text("Before.\n<!-- table: begin -->\nold\n<!-- table: end -->\nBehind.\n")
    run(program, monkeypatch, "--corpus", ruled, "--pages", "--write", file)
    out = capsys.readouterr().out
    assert "morebikes.co.uk 0" in out
    assert "site.example" not in out
    text = file.read_text()
    assert text.startswith("Before.\n<!-- table: begin -->\n\n| site | pages |")
    assert text.endswith("|\n\n<!-- table: end -->\nBehind.\n")
    assert "| morebikes.co.uk | 2 |" in text
    assert "| all | 2 |" in text
    assert "old" not in text


def test_a_corpus_without_pages_of_such_sites_is_named(
    program: Any, monkeypatch: pytest.MonkeyPatch, ruled: Path
) -> None:
    with pytest.raises(SystemExit, match="no page"):
        run(program, monkeypatch, "--corpus", ruled, "--site", "nationalpost.com")


def test_the_ranking_is_of_sites_with_two_articles(
    program: Any, monkeypatch: pytest.MonkeyPatch, ruled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(program, monkeypatch, "--corpus", ruled, "--rank")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["site", "morebikes.co.uk"]


def test_a_file_without_marks_is_not_written(program: Any, tmp_path: Path) -> None:
    file = tmp_path / "figures.md"
    file.write_text("Nothing.")
    with pytest.raises(SystemExit, match="has no lines"):
        program.write(file, [["a"], ["b"]])


def test_lines_of_a_table_say_what_is_left_out(program: Any) -> None:
    from rule_scores import Score

    def score(f1: float, residue: int) -> Any:
        return Score(f1=f1, words=f1, paragraphs=f1, residue=residue, lost=0, leaks=0, wrong_captions=0)

    results = [
        program.Result("a.example", "1", score(0.8, 4), score(1.0, 0), score(0.9, 2), left_out=True),
        program.Result("a.example", "2", score(0.9, 1), score(0.8, 0), score(0.9, 1), left_out=False),
    ]
    head, site, last = program.site_lines(results)
    assert dict(zip(head, site, strict=True)) == {
        "site": "a.example",
        "pages": "2",
        "left-out page": "0.800 → 1.000",
        "residue on it": "4 → 0",
        "leave-one-out": "0.850 → 0.900",
        "residue": "5 → 3",
        "wrong captions": "0 → 0",
        "lowest change": "-0.100",
    }
    assert last[1:] == site[1:]
