"""`newsclean rules index DIR`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_folder_is_indexed(run: Run, rules: Path) -> None:
    result = run("rules", "index", rules.parent)
    assert (result.exit_code, result.stdout) == (0, f"1 rule files in {rules.parent / 'index.json'}\n")
    assert "brannock.example" in run("rules", "list", "--rules", rules.parent).stdout


def test_rules_that_are_wrong_are_one_line(run: Run, rules: Path) -> None:
    rules.write_text("hots = []\n", encoding="utf-8")
    result = run("rules", "index", rules.parent)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"newsclean: {rules}: hots: ")


def test_what_is_no_folder_is_one_line(run: Run, rules: Path) -> None:
    result = run("rules", "index", rules)
    assert (result.exit_code, result.stderr) == (1, f"newsclean: {rules}: there is no such folder\n")
