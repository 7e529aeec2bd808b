"""Labels of advertisements, and what pages say of their earnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold
from newsclean.cues.openings import line_start, opening, whole_line
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 60
"""A disclosure of commissions is one to three sentences."""


@detector("advertisement")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line "Advertisement", or one that discloses commissions on what the page links to: removed.

    A label is nothing but the label: what advertises in more words is kept, too much of the news looks like it.
    """
    for block in opening(reading, "advertisement"):
        text = fold(block.text)
        if whole_line(reading.language, "advertisement.lines").fullmatch(text):
            yield say("advertisement", block.index, "advertisement", "The label of an advertisement.")
        elif block.words <= MAX_WORDS and line_start(reading.language, "advertisement.starts").match(text):
            yield say("advertisement", block.index, "advertisement", "The page tells what it earns by its links.")
