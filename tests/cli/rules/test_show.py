"""`newsclean rules show HOST`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "host", ["presstv.ir", "www.presstv.com", "PRESSTV.CO.UK", "https://french.presstv.ir/Detail/2020/10/05/635902/x"]
)
def test_a_site_is_found_by_any_of_its_hosts(run: Run, host: str) -> None:
    result = run("rules", "show", host)
    assert result.exit_code == 0
    assert result.stdout.startswith("presstv.ir: Press TV\n")
    assert "presstv.ir/mirrors" in result.stdout


def test_an_entry_says_what_it_does_where_and_why(run: Run, rules: Path) -> None:
    shown = run("rules", "show", "sport.brannock.example", "--rules", rules).stdout
    row = " ".join(shown[shown.index("brannock.example/puzzle") :].split())
    assert row == (
        "brannock.example/puzzle drop teaser text ^Today.s puzzle; every page and text "
        "The line that points to the puzzle page."
    )


def test_a_site_without_rules_is_one_line(run: Run) -> None:
    result = run("rules", "show", "example.org")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == "newsclean: example.org: no site rules; `newsclean rules list` lists the sites that have some\n"
    )
