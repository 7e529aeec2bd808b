"""What must stay whatever it looks like: no detector of residue may take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.detectors import detect
from newsclean.resolve import resolve
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "line",
    [
        "Nils Falk / Skarvo",
        "Ann Lund, Ankerholm",
        "Ann Lund (R) spoke first.",
        "Subscribe or drown, the captain joked.",
        "Donate, he said, and they did.",
        "The photo was lost.",
        "Correction: A caption said that the photograph was originally published in 1990.",
        "Editor's note: This story originally appeared with another picture.",
        "Correction: Sign up for our newsletter was the wrong link in an earlier version.",
        "The views in this piece are those of the author.",
    ],
)
def test_it_stays(story: Read, article: Read, line: str) -> None:
    pages = (story(below=(line,)), story(middle=(line,)), article(middle=f"<p>{line}</p>"))
    for reading in pages:
        block = next(block.index for block in reading.page.blocks if block.text == line)
        body = [Verdict(block=i, label=label, by="engine", reason="It is.") for i, label in enumerate(reading.labels)]
        assert block in resolve(reading.page, (*body, *detect(reading))).kept
