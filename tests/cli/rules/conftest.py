"""A rule file with its page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

RULES = """
schema = 1
name = "The Brannock Post"
hosts = ["brannock.example", "*.brannock.example"]

[[drop]]
id = "puzzle"
text = '^Today.s puzzle'
kind = "teaser"
reason = "The line that points to the puzzle page."

[[test]]
page = "lighthouse.html"
contains = ["voted on Tuesday"]
not_contains = ["puzzle"]
drops = { puzzle = 1 }
fields = { title = "Brannock keeps its lighthouse", host = "brannock.example" }
"""


@pytest.fixture
def rules(page: Path) -> Path:
    """`brannock.example.toml`, its page beside it, with an address."""
    text = page.read_text(encoding="utf-8").replace("</article>", "<p>Today’s puzzle: find the keeper.</p></article>")
    page.write_text(text, encoding="utf-8")
    entry = {"file": page.name, "url": "https://www.brannock.example/lighthouse"}
    (page.parent / "pages.jsonl").write_text(json.dumps(entry) + "\n", encoding="utf-8")
    path = page.parent / "brannock.example.toml"
    path.write_text(RULES, encoding="utf-8")
    return path
