"""Prompts to follow the publisher elsewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold, lexicon
from newsclean.cues.openings import line_start, opening
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 12
"""A prompt names the network and a handle."""


@detector("follow")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line of at most twelve words that asks to follow the publisher on a network: removed.

    "Follow us" at the start is enough; "Follow" and a name need a network, and nothing behind it.
    """
    for block in opening(reading, "follow"):
        if block.words > MAX_WORDS:
            continue
        text = fold(block.text)
        asks = line_start(reading.language, "follow.starts").match(text)
        if (asks and text[asks.end() :][:1] != ",") or _named(reading.language).fullmatch(text):
            yield say("follow", block.index, "follow", "A prompt to follow the publisher elsewhere.")


@cache
def _named(language: str | None) -> re.Pattern[str]:
    """A verb, a name, a network or several, and perhaps a handle."""
    words = lexicon(language)
    verbs, on, network = (words.alternation(key) for key in ("follow.verbs", "follow.on", "share.networks"))
    more = rf"(?:(?:\s?[,&/|+]\s?|\s)+(?:\w{{1,3}}\s)?{network}(?!\w))*"
    return re.compile(
        rf"\W{{0,3}}{verbs}\s(?:[\w@.'-]+\s){{1,4}}{on}\s{network}(?!\w){more}(?:\W{{1,2}}@\w+)?\W{{0,3}}"
    )
