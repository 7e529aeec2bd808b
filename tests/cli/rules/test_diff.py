"""`newsclean rules diff OLD NEW`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def changed(rules: Path, folder: Path) -> Path:
    """The same rules, which also drop the paragraph on the roof."""
    path = folder / "new" / rules.name
    path.parent.mkdir()
    more = "\n[[drop]]\nid = \"roof\"\ntext = '^Work is to begin'\n"
    path.write_text(rules.read_text(encoding="utf-8") + more, encoding="utf-8")
    return path


def test_every_paragraph_that_differs_is_a_line(run: Run, rules: Path, tmp_path: Path) -> None:
    result = run("rules", "diff", rules, changed(rules, tmp_path), "--pages", rules.parent)
    assert result.exit_code == 1
    page, line, total = result.stdout.splitlines()
    assert page == "lighthouse.html:"
    assert line.startswith("- Work is to begin in the spring")
    assert line.endswith("[boilerplate, brannock.example/roof]")
    assert total == "1 of 1 pages change"


def test_no_change_is_exit_code_0(run: Run, rules: Path) -> None:
    result = run("rules", "diff", rules, rules, "--pages", rules.parent)
    assert (result.exit_code, result.output) == (0, "0 of 1 pages change\n")


def test_folders_of_rules_are_compared_too(run: Run, rules: Path, tmp_path: Path) -> None:
    new = changed(rules, tmp_path)
    assert run("rules", "diff", rules.parent, new.parent, "--pages", rules.parent).exit_code == 1


def test_a_page_that_cannot_be_read_is_said(run: Run, rules: Path) -> None:
    (rules.parent / "lighthouse.html").write_bytes(b"")
    result = run("rules", "diff", rules, rules, "--pages", rules.parent)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "0 of 1 pages change, 1 cannot be read"


def test_what_is_wrong_is_one_line(run: Run, rules: Path, tmp_path: Path) -> None:
    for words in ((rules, rules, "--pages", tmp_path / "no"), (rules, tmp_path / "no.toml", "--pages", rules.parent)):
        result = run("rules", "diff", *words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"newsclean: {tmp_path / 'no'}")
