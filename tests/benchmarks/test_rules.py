"""What site rules cost, measured on a few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def test_no_rules_are_for_the_pages_of_another_site(program: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "s1.example.toml").write_text(program._RULES.format(n=1), encoding="utf-8")
    library = program.library(tmp_path)
    assert "s1.example" in library.names()
    assert [what for what, page in program.pages().items() if library.find(page)] == []


@pytest.mark.parametrize(("limit", "code"), [(1_000.0, 0), (0.0, 1)])
def test_a_limit_that_is_missed_is_told(
    program: ModuleType,
    tmp_path: Path,
    limit: float,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for n in range(3):
        (tmp_path / f"s{n}.example.toml").write_text(program._RULES.format(n=n), encoding="utf-8")
    for name, value in (("CALLS", 2), ("NOWHERE", limit), ("SELECTOR", limit)):
        monkeypatch.setattr(program, name, value)
    assert program.report(tmp_path, 1) == code
    out = capsys.readouterr().out
    assert out.count("another site, ") == 4
    assert ("a limit was missed" in out) == bool(code)
