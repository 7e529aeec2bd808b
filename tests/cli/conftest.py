"""Pages of our own, and a way to run the command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner, Result

from newsclean.cli.clean import clean

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body>
<nav><a href="/">Home</a> <a href="/coast">Coast</a></nav>
<article><h1>{title}</h1>
<p>The council of Brannock voted on Tuesday to keep the old lighthouse, after a debate that lasted until midnight.</p>
<p>Nine members wanted to sell the tower, which has stood empty since the lamp was switched off in 1988.</p>
<p>The keeper's cottage will become a hostel for walkers, with twelve beds and a kitchen that the village may use.</p>
<p>Work is to begin in the spring, once the roof has been inspected by the engineers of the county.</p>
</article></body></html>"""


class Run(Protocol):
    """Runs `newsclean` with some words."""

    def __call__(self, *words: object, stdin: bytes | None = None) -> Result: ...


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "lighthouse.html"
    path.write_text(PAGE.format(title="Brannock keeps its lighthouse"), encoding="utf-8")
    return path


@pytest.fixture
def other_page(tmp_path: Path) -> Path:
    path = tmp_path / "tower.html"
    path.write_text(PAGE.format(title="A tower for walkers"), encoding="utf-8")
    return path


@pytest.fixture
def run() -> Run:
    def newsclean(*words: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(clean, [str(word) for word in words], input=stdin, prog_name="newsclean")

    return newsclean
