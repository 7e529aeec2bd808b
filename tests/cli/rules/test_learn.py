"""`newsclean rules learn FILE...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.authoring.conftest import STORIES, SUPPORT, html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in STORIES:
        (folder / f"{name}.html").write_text(html(name), encoding="utf-8")
    return folder


def test_rules_are_written_that_pass_their_tests(run: Run, pages: Path, tmp_path: Path) -> None:
    result = run("rules", "learn", pages, "--host", "kallmoor.example", "-o", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    path = tmp_path / "kallmoor.example.toml"
    assert result.stderr.splitlines()[-1].startswith(f"wrote {path}; test it: ")
    assert SUPPORT.removesuffix(".") in path.read_text(encoding="utf-8")
    assert run("rules", "check", path).exit_code == 0
    assert run("rules", "test", path, "--pages", pages).exit_code == 0


def test_a_dash_is_standard_output(run: Run, pages: Path) -> None:
    files = sorted(pages.iterdir())
    result = run("rules", "learn", *files, "--host", "kallmoor.example", "-o", "-")
    assert (result.exit_code, result.stdout.startswith("# Learned from 3 pages")) == (0, True)


def test_a_file_is_never_overwritten(run: Run, pages: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("mine", encoding="utf-8")
    for target, message in ((path, "such a file already"), (tmp_path / "no" / "x.toml", "no such folder")):
        result = run("rules", "learn", pages, "--host", "kallmoor.example", "-o", target)
        assert (result.exit_code, message in result.stderr) == (1, True)
    assert path.read_text(encoding="utf-8") == "mine"


def test_what_is_missing_is_one_line(run: Run, pages: Path) -> None:
    result = run("rules", "learn", pages, "-o", "-")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("newsclean: nobody knows on which host")


def test_where_nothing_recurs_nothing_is_written(run: Run, tmp_path: Path) -> None:
    for name, story in STORIES.items():
        text = "".join(f"<p>{line}</p>" for line in story)
        (tmp_path / f"{name}.html").write_text(f"<html><body>{text}</body></html>", encoding="utf-8")
    result = run("rules", "learn", tmp_path, "--host", "kallmoor.example", "-o", "-")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing recurs" in result.stderr
