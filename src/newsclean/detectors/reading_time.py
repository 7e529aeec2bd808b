"""How long the story takes to read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold, lexicon
from newsclean.cues.openings import opening
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Verdict

MAX_CHARS: Final = 60
"""A time with its label."""


@detector("reading_time")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line that tells how long the story takes to read, "4 min read": removed.

    "4 minutes" alone is no reading time: lists of results have it.
    """
    times = _times(reading.language)
    for block in (*opening(reading, "reading"), *_numbers(reading)):
        if len(block.text) <= MAX_CHARS and times.fullmatch(fold(block.text)):
            yield say("reading_time", block.index, "reading_time", "The time that the story takes to read.")


def _numbers(reading: Reading) -> Iterator[Candidate]:
    """The short lines that begin with a digit."""
    for i in reading.body:
        block = reading.page.blocks[i]
        if len(block.text) <= MAX_CHARS and block.text[0].isdecimal():
            yield block


@cache
def _times(language: str | None) -> re.Pattern[str]:
    words = lexicon(language)
    heads, units, reads = (words.alternation(f"reading.{key}") for key in ("heads", "units", "reads"))
    time = rf"(?:\d{{1,3}}\s?[-–]\s?)?\d{{1,3}}(?::\d\d)?\s?-?{units}\.?"
    about = r"(?:ca\.?\s?|approx\.?\s|~\s?|<\s?|>\s?|about\s)?"
    return re.compile(rf"\W{{0,3}}(?:{heads}\s?[:：·|–-]?\s?{about}{time}|{about}{time}[\s-]{{0,2}}{reads})\W{{0,3}}")
