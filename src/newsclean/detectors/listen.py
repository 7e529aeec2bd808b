"""Offers to hear the story."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean.cues.lexicon import lexicon
from newsclean.cues.openings import lines_like
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("listen")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line that offers the story to listen to, with its length or without: removed."""
    for block in lines_like(reading, "listen", _offer(reading.language)):
        yield say("listen", block.index, "listen", "An offer to listen to the story, on a line of its own.")


@cache
def _offer(language: str | None) -> re.Pattern[str]:
    words = lexicon(language)
    lines, units = words.alternation("listen.lines"), words.alternation("reading.units")
    return re.compile(rf"[\W_]{{0,4}}{lines}\W{{0,4}}(?:\d+(?:[:.]\d\d)?\s?{units}?\W{{0,3}})?")
