"""`newsclean rules blame`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.cli.conftest import Run

GOOD = """
[[drop]]
id = "sale"
text = '^Nine members wanted'
"""


def test_each_rule_is_a_row_and_the_total_is_last(run: Run, rules: Path) -> None:
    result = run("rules", "blame", rules, "--pages", rules.parent)
    *_, row, total = result.stdout.splitlines()
    words = "spoke on 1 of 1 pages, changed 1, 1 removed"
    assert row.split(maxsplit=3) == ["brannock.example/puzzle", "drop", "acts", words]
    assert total == "1 rules: acts 1"
    assert result.exit_code == 0


def test_a_rule_that_is_overtaken_is_exit_code_1(run: Run, rules: Path) -> None:
    rules.write_text(rules.read_text(encoding="utf-8") + GOOD.replace("Nine members wanted", "Home"), encoding="utf-8")
    result = run("rules", "blame", rules, "--pages", rules.parent)
    assert result.exit_code == 1
    assert "spoke on 1 of 1 pages, changed 0, 1 removed" in result.stdout
    assert result.stdout.splitlines()[-1] == "2 rules: acts 1, overtaken 1"


def test_details_say_what_was_taken_and_what_it_changed(run: Run, rules: Path) -> None:
    result = run("rules", "blame", rules, "--pages", rules.parent, "-v")
    line = "Today’s puzzle: find the keeper."
    assert f"brannock.example/puzzle on lighthouse.html:\n  removed: {line}\n  - paragraph {line}\n" in result.stdout


def test_gold_tells_what_harms(run: Run, rules: Path) -> None:
    rules.write_text(rules.read_text(encoding="utf-8") + GOOD, encoding="utf-8")
    gold = rules.parent / "gold.jsonl"
    body = "The council voted on Tuesday. Nine members wanted to sell the tower, which has stood empty since 1988."
    gold.write_text(json.dumps({"file": "lighthouse.html", "body": body}), encoding="utf-8")
    result = run("rules", "blame", rules, "--pages", rules.parent, "--gold", gold)
    assert result.exit_code == 1
    assert "harmful" in next(line for line in result.stdout.splitlines() if "/sale" in line)
    assert "word F1 of 1 pages 0." in result.stdout


def test_everything_as_json(run: Run, rules: Path) -> None:
    found = json.loads(run("rules", "blame", rules, "--pages", rules.parent, "--json").stdout)
    (rule,) = found["rules"]
    assert (rule["rule"], rule["standing"], rule["gain"]) == ("brannock.example/puzzle", "acts", None)
    assert rule["effects"][0]["removed"] == ["Today’s puzzle: find the keeper."]


def test_without_files_the_rules_in_force_are_blamed(run: Run, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no page has rules; 1 pages without rules" in run("rules", "blame", "--pages", rules.parent).stdout
    monkeypatch.setenv("NEWSCLEAN_RULES", str(rules))
    assert "brannock.example/puzzle" in run("rules", "blame", "--pages", rules.parent).stdout


def test_what_is_wrong_is_one_line(run: Run, rules: Path, tmp_path: Path) -> None:
    result = run("rules", "blame", rules, "--pages", rules.parent, "--gold", tmp_path / "no.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"newsclean: {tmp_path / 'no.jsonl'}: cannot be read")


def test_a_refused_page_is_read_all_the_same_and_named(run: Run, rules: Path) -> None:
    links = "".join(f'<li><a href="/{n}">Story number {n} of the tower and its light</a></li>' for n in range(40))
    page = rules.parent / "lighthouse.html"
    page.write_text(f"<html><body><h1>All stories</h1><ul>{links}</ul></body></html>", encoding="utf-8")
    lines = run("rules", "blame", rules, "--pages", rules.parent).stdout.splitlines()
    (line,) = (line for line in lines if line.startswith("lighthouse.html: "))
    assert line.startswith("lighthouse.html: refused as no article (")
    assert line.endswith("); its best effort is read, as with --accept any")
