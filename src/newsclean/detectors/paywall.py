"""Notices of a paywall, and what a subscription is said to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.openings import lines_of
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 25
"""A notice is one sentence, or two short ones."""


@detector("paywall")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that keeps readers out, "Subscribe to continue reading", or lists what subscribers get: removed.

    It begins with the notice; "subscribe" alone is a word of the news.
    """
    for block in lines_of(reading, "paywall", most=MAX_WORDS):
        yield say("paywall", block.index, "paywall", "A notice of the paywall.")
