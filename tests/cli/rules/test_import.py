"""`newsclean rules import ftr DIR -o OUT_DIR`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Three files: one that can be carried over but for a line, one that selects nothing, one for no host."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "valley.example.txt").write_text("body: //article\nstrip: //aside\nstrip: //p/text()\nprune: no\n")
    (folder / "other.example.txt").write_text("prune: no\n")
    (folder / "global.txt").write_text("strip: //aside\n")
    return folder


def test_a_rule_file_for_each_site_is_written_and_passes_the_check(run: Run, theirs: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    result = run("rules", "import", "ftr", theirs, "-o", ours)
    assert result.exit_code == 0
    assert sorted(path.name for path in ours.glob("*.toml")) == ["valley.example.toml"]
    assert (
        (ours / "valley.example.toml")
        .read_text()
        .startswith("# Carried over from valley.example.txt of ftr-site-config")
    )
    checked = run("rules", "check", ours)
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert "valley.example" in run("rules", "list", "--rules", ours).stdout


def test_the_last_line_has_the_totals_and_the_ones_before_say_what_is_missing(
    run: Run, theirs: Path, tmp_path: Path
) -> None:
    lines = run("rules", "import", "ftr", theirs, "-o", tmp_path / "ours").stdout.splitlines()
    assert lines[:2] == ["global.txt: 'global' is no host", "other.example.txt: it selects nothing on a page"]
    assert "strip              1 of 2        50.0%" in lines
    report = tmp_path / "ours" / "not-carried-over.tsv"
    assert lines[-1] == (f"1 of 3 files, 2 of 3 selector lines (66.7%) carried over; the others, and why: {report}")


def test_the_report_has_every_line_that_was_not_carried_over(run: Run, theirs: Path, tmp_path: Path) -> None:
    run("rules", "import", "ftr", theirs, "-o", tmp_path / "ours")
    report = (tmp_path / "ours" / "not-carried-over.tsv").read_text(encoding="utf-8")
    assert [row.split("\t") for row in report.splitlines()] == [
        ["file", "line", "key", "why", "text"],
        ["global.txt", "", "", "'global' is no host", ""],
        ["other.example.txt", "", "", "it selects nothing on a page", ""],
        ["other.example.txt", "1", "prune", "a switch of another program", "no"],
        ["valley.example.txt", "3", "strip", "text() is no element", "//p/text()"],
        ["valley.example.txt", "4", "prune", "a switch of another program", "no"],
    ]


def test_a_rule_file_that_was_changed_is_not_overwritten_unasked(run: Run, theirs: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    command = ("rules", "import", "ftr", theirs, "-o", ours)
    assert run(*command).exit_code == run(*command).exit_code == 0
    file = ours / "valley.example.toml"
    file.write_text("schema = 1\n")
    result = run(*command)
    assert result.exit_code == 1
    assert "1 rule files are there and different, as valley.example.toml: --force overwrites" in result.stderr
    assert file.read_text() == "schema = 1\n"
    assert run(*command, "--force").exit_code == 0
    assert "[[drop]]" in file.read_text()


def test_a_folder_that_gives_no_rules_is_told(run: Run, theirs: Path, tmp_path: Path) -> None:
    (theirs / "valley.example.txt").unlink()
    assert run("rules", "import", "ftr", theirs, "-o", tmp_path / "ours").exit_code == 1
    missing = run("rules", "import", "ftr", tmp_path / "none", "-o", tmp_path / "ours")
    assert (missing.exit_code, missing.stderr) == (1, f"newsclean: {tmp_path / 'none'}: there is no such folder\n")


def test_a_folder_that_cannot_be_written_is_told(run: Run, theirs: Path) -> None:
    result = run("rules", "import", "ftr", theirs, "-o", theirs / "global.txt")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
