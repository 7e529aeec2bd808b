"""Whose text it is, and where it stood first."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold, lexicon
from newsclean.cues.openings import anywhere
from newsclean.detectors.base import detector, say, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 40
"""A line of rights is one or two sentences."""
ORIGIN_WORDS: Final = 25
"""A line of origin is one sentence, with the name of the publication."""


@detector("copyright")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line among the last that claims the rights ("© …"), or tells where the text stood first: moved.

    The first goes to `license`, the second to `notes`. A line in the middle of the text stays.
    """
    for block in tail_blocks(reading):
        if block.words > MAX_WORDS or not block.text:
            continue
        text = fold(block.text)
        if _claim(reading.language).match(text) or anywhere(reading.language, "copyright.reserved").search(text):
            yield say("copyright", block.index, "license", "A line of rights, at the end.")
        elif block.words <= ORIGIN_WORDS and _origin(reading.language).match(text):
            yield say("copyright", block.index, "note", "Where the text stood first, told at the end.")


@cache
def _claim(language: str | None) -> re.Pattern[str]:
    """The sign, or the word with a year, a sign or a colon behind it: "Copyright law" opens a sentence."""
    heads = lexicon(language).alternation("copyright.heads")
    return re.compile(rf"[\W_]{{0,2}}(?:©|\(c\)\s*(?:\d|copyright)|{heads}\s*(?:[:©]|\(c\)|\d{{4}}))")


@cache
def _origin(language: str | None) -> re.Pattern[str]:
    """The piece speaks of itself, and then of its first place."""
    words = lexicon(language)
    pieces, first = words.alternation("copyright.pieces"), words.ending("copyright.first")
    return re.compile(rf"\W{{0,3}}(?:{pieces}\s(?:[\w'’]+\s){{0,3}})?{first}")
