"""Polls among readers that became text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.openings import lines_of
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 20
"""An invitation is one sentence with the question of the poll."""


@detector("poll")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line of a poll's own words, "View results", or one that invites to the site's poll: removed.

    "Vote" and "poll" alone are words of the news: nothing but buttons and "our poll" is here.
    """
    for block in lines_of(reading, "poll", most=MAX_WORDS):
        yield say("poll", block.index, "poll", "A poll among readers.")
