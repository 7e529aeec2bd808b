"""`newsclean rules list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_shipped_sites_are_listed(run: Run) -> None:
    result = run("rules", "list")
    assert result.exit_code == 0
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("presstv.ir\t")]
    assert "\tPress TV\tpresstv.ir presstv.com " in line


def test_added_rules_are_listed_too(run: Run, rules: Path) -> None:
    assert "brannock.example" not in run("rules", "list").stdout
    listed = run("rules", "list", "--rules", rules).stdout.splitlines()
    assert "brannock.example\tThe Brannock Post\tbrannock.example *.brannock.example" in listed


def test_rules_that_are_wrong_are_one_line(run: Run, rules: Path) -> None:
    rules.write_text("hots = []\n", encoding="utf-8")
    result = run("rules", "list", "--rules", rules)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"newsclean: {rules}: hots: ")
