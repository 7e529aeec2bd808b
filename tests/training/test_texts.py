"""The plain texts to learn from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from texts import read_outputs, text_samples, whole_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

MARKUP = "<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav><article><p>The quay is open.</p><p>It held.</p></article>"
GOLD = "The quay is open.\n\nIt held."


def test_a_page_gives_a_text_of_each_kind(corpus: Callable[..., Path], tmp_path: Path) -> None:
    folder = corpus(({"body": GOLD}, MARKUP))
    outputs = tmp_path / "outputs"
    (outputs / "trafilatura").mkdir(parents=True)
    rows = [{"id": "0", "text": "The quay is open.\nShare"}, {"id": "1", "text": ""}]
    (outputs / "trafilatura" / "zyte.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    found = {x.kind: [block.text for block in x.page.blocks] for x in text_samples(folder, outputs)}
    assert list(found) == ["whole", "blocks", "gold", "short", "trafilatura"]
    assert found["whole"] == ["Home", "News", "The quay is open.", "It held."]
    assert found["blocks"] == ["Home", "News", "The quay is open.", "It held."]
    assert found["gold"] == ["The quay is open.", "It held."]
    assert set(found["short"]) < set(found["gold"]) or found["short"] == found["gold"]
    assert found["trafilatura"] == ["The quay is open.", "Share"]
    assert {x.site for x in text_samples(folder)} == {"herald.example"}


def test_pages_without_a_gold_text_and_lists_are_left_out(corpus: Callable[..., Path]) -> None:
    folder = corpus(({"body": None}, MARKUP), ({"body": GOLD, "page_type": "listing"}, MARKUP))
    assert list(text_samples(folder)) == []


def test_no_outputs(tmp_path: Path) -> None:
    assert read_outputs(tmp_path) == {}


def test_the_lines_of_a_page(html: Callable[[str], Any]) -> None:
    assert whole_text(html(MARKUP), gaps=True).split("\n\n")[:2] == ["Home", "News"]
