"""`newsclean rules check FILE...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_file_without_findings_passes_in_silence(run: Run, rules: Path) -> None:
    result = run("rules", "check", rules)
    assert (result.exit_code, result.output) == (0, "")


def test_a_folder_means_its_files(run: Run, rules: Path) -> None:
    assert run("rules", "check", rules.parent).exit_code == 0


def test_every_mistake_is_a_line(run: Run, rules: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.example.toml"
    broken.write_text('hosts = ["broken.example"]\n[[drop]]\nid = "a"\ncsss = "p"\n', encoding="utf-8")
    untested = tmp_path / "untested.example.toml"
    untested.write_text('hosts = ["brannock.example"]\n[[drop]]\nid = "a"\ntext = "^x$"\n', encoding="utf-8")
    result = run("rules", "check", broken, rules, untested)
    assert result.exit_code == 1
    first, *others = result.stdout.splitlines()
    assert first.startswith(f"{broken}: drop[0].csss: ")
    assert {line.rpartition("(")[2] for line in others} == {"untested)", "shadowed_host)"}


def test_a_missing_file_is_a_mistake(run: Run, tmp_path: Path) -> None:
    result = run("rules", "check", tmp_path / "missing.toml")
    assert (result.exit_code, result.stdout) == (1, f"{tmp_path / 'missing.toml'}: there is no such file or folder\n")
