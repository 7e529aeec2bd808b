"""Invitations to a newsletter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold
from newsclean.cues.openings import anywhere, line_start, opening, whole_line
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 25
"""An invitation is one sentence, or two short ones."""


@detector("newsletter")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that invites to a newsletter: an imperative at its start, and a newsletter or mailbox in it; removed.

    The words "subscribe", "sign up" and "newsletter" stand in one genuine story of fourteen: none is enough.
    """
    for block in opening(reading, "newsletter"):
        if block.words > MAX_WORDS:
            continue
        text = fold(block.text)
        invites = line_start(reading.language, "newsletter.starts").match(text) and anywhere(
            reading.language, "newsletter.nouns"
        ).search(text)
        if invites or whole_line(reading.language, "newsletter.lines").fullmatch(text):
            yield say("newsletter", block.index, "newsletter", "An invitation to a newsletter.")
