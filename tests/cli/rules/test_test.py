"""`newsclean rules test FILE...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_expectations_that_hold(run: Run, rules: Path) -> None:
    result = run("rules", "test", rules)
    assert (result.exit_code, result.output) == (0, "5 of 5 expectations hold\n")
    assert run("rules", "test", rules, "-v").stdout.count(": lighthouse.html: ") == 5


@pytest.mark.parametrize("folder", ["elsewhere", "elsewhere/brannock.example"])
def test_pages_may_lie_elsewhere(run: Run, rules: Path, folder: str) -> None:
    away = rules.parent / folder
    away.mkdir(parents=True)
    for name in ("lighthouse.html", "pages.jsonl"):
        (rules.parent / name).rename(away / name)
    assert run("rules", "test", rules).exit_code == 1
    assert run("rules", "test", rules, "--pages", rules.parent / "elsewhere").exit_code == 0


def test_an_expectation_that_fails_is_a_line(run: Run, rules: Path) -> None:
    text = rules.read_text(encoding="utf-8").replace("puzzle = 1", "puzzle = 2")
    rules.write_text(text, encoding="utf-8")
    result = run("rules", "test", rules)
    assert result.exit_code == 1
    line, total = result.stdout.splitlines()
    assert line.startswith(f"{rules}: lighthouse.html: drops FAILS: expected 'puzzle = 2', found 'puzzle = 1'")
    assert total == "4 of 5 expectations hold"


def test_a_missing_page_fails(run: Run, rules: Path) -> None:
    (rules.parent / "lighthouse.html").unlink()
    result = run("rules", "test", rules)
    assert result.exit_code == 1
    assert "no page lighthouse.html in" in result.stdout


def test_rules_without_tests_do_not_pass(run: Run, rules: Path) -> None:
    rules.write_text('hosts = ["brannock.example"]\n', encoding="utf-8")
    result = run("rules", "test", rules)
    assert (result.exit_code, result.stdout) == (1, "0 of 0 expectations hold\n")


@pytest.mark.parametrize("index", ["no json\n", '{"file": "lighthouse.html"}\n', "[1]\n"])
def test_an_index_of_pages_that_is_wrong_is_one_line(run: Run, rules: Path, index: str) -> None:
    (rules.parent / "pages.jsonl").write_text(index, encoding="utf-8")
    result = run("rules", "test", rules)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"newsclean: {rules.parent / 'pages.jsonl'}: every line must be JSON")


def test_rules_that_are_wrong_are_one_line(run: Run, rules: Path) -> None:
    rules.write_text("hots = []\n", encoding="utf-8")
    result = run("rules", "test", rules)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"newsclean: {rules}: hots: ")


def test_a_missing_rule_file_is_one_line(run: Run, tmp_path: Path) -> None:
    result = run("rules", "test", tmp_path / "missing.toml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"newsclean: {tmp_path / 'missing.toml'}: there is no such file or folder\n"


def test_a_page_without_an_address_is_recognised_by_what_it_declares(run: Run, rules: Path) -> None:
    (rules.parent / "pages.jsonl").unlink()
    page = rules.parent / "lighthouse.html"
    link = '<link rel="canonical" href="https://brannock.example/lighthouse"></head>'
    page.write_text(page.read_text(encoding="utf-8").replace("</head>", link), encoding="utf-8")
    assert "drops holds: expected 'puzzle = 1'" in run("rules", "test", rules, "-v").stdout


def test_a_page_that_no_index_names_is_on_the_first_host(run: Run, rules: Path) -> None:
    (rules.parent / "pages.jsonl").unlink()
    assert "drops holds: expected 'puzzle = 1'" in run("rules", "test", rules, "-v").stdout


def test_a_page_whose_address_is_said_to_be_unknown_is_on_no_host(run: Run, rules: Path) -> None:
    (rules.parent / "pages.jsonl").write_text('{"file": "lighthouse.html", "url": null}\n', encoding="utf-8")
    assert "drops FAILS: expected 'puzzle = 1'" in run("rules", "test", rules).stdout
