"""`newsclean rules new URL|FILE...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_draft_is_written_whose_test_fails(run: Run, page: Path) -> None:
    result = run("rules", "new", page, "--url", "https://www.brannock.example/lighthouse", "-o", page.parent)
    path = page.parent / "brannock.example.toml"
    assert (result.exit_code, result.stderr) == (0, f"wrote {path}: look for CHOOSE in it\n")
    assert run("rules", "check", path).exit_code == 0
    tested = run("rules", "test", path)
    assert tested.exit_code == 1
    assert "contains FAILS: expected 'CHOOSE" in tested.stdout


def test_a_fetched_page_is_saved_where_its_test_finds_it(
    run: Run, recorded_pages: dict[str, str], tmp_path: Path
) -> None:
    result = run("rules", "new", recorded_pages["2019-ferry"], "-o", tmp_path)
    assert result.exit_code == 0
    (path,) = tmp_path.glob("*.toml")
    assert (tmp_path / "pages" / "pages.jsonl").is_file()
    (line,) = [line for line in run("rules", "test", path).stdout.splitlines() if "FAILS" in line]
    assert "CHOOSE" in line


def test_without_a_host_it_is_asked_for(run: Run, page: Path) -> None:
    result = run("rules", "new", page, "-o", "-")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--host" in result.stderr
    assert run("rules", "new", page, "-o", "-", "--host", "brannock.example").exit_code == 0


def test_a_page_without_a_story_is_named(run: Run, page: Path) -> None:
    page.write_bytes(b"")
    result = run("rules", "new", page, "-o", "-")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "newsclean: no page is left to draft a rule from"
