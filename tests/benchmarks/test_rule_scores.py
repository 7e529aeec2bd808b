"""What is wrong on a page."""

from __future__ import annotations

from typing import Any


def test_lines_too_many_and_too_few(program: Any, row: Any) -> None:
    gold = row(
        body="The bell is back.\nIt was found by a diver, and nobody knows how.",
        extra={"images": [{"caption": "The bell in spring"}]},
    )
    text = "The bell is back.\nIt was found by a diver,\nRead more: Bells"
    from left_out import Reading

    reading = Reading({"text": text, "captions": ["The Bell in Spring", "By Ann"]}, {})
    assert program.residue(gold, reading) == ["Read more: Bells"]
    assert program.lost(gold, reading) == ["It was found by a diver, and nobody knows how."]
    assert program.wrong_captions(gold, reading) == ["by ann"]
    assert program.wrong_captions(row(body="x"), reading) == []
