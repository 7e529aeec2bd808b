"""What players of video and sound say of themselves."""

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


@detector("player")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line of a player's own words, "Video Player is loading.", or its length, "Duration 1:30": removed.

    "Watch below." is part of a story: only words that nobody writes are here.
    """
    for block in lines_like(reading, "player", _words(reading.language)):
        yield say("player", block.index, "player", "The words of a player.")


@cache
def _words(language: str | None) -> re.Pattern[str]:
    words = lexicon(language)
    lines, heads = words.alternation("player.lines"), words.alternation("player.heads")
    clock = r"\d{1,2}:\d\d(?::\d\d)?"
    return re.compile(rf"[\W_]{{0,4}}(?:{lines}|{heads}\W{{0,3}}{clock}(?:\s?/\s?{clock})?)[\W_]{{0,4}}")
