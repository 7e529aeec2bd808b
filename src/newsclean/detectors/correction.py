"""Keep-guard for corrections, clarifications and editor's notes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.corrections import annotates
from newsclean.cues.lexicon import fold, lexicon, needles
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MIN_WORDS: Final = 4
"""A bare heading "Corrections" corrects nothing."""
MAX_WORDS: Final = 150
HEAD_CHARS: Final = 400
"""Where a line says that it corrects, with room for invisible characters: in its first 100."""
EARLY: Final = 60
"""Characters before a phrase by which a line corrects."""
NEAR: Final = 3
"""Blocks around the body in which a correction still belongs to it."""


@detector("correction")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that corrects, clarifies or annotates the story: it stays in the text, whatever other detectors say.

    Such lines speak of captions, photographs and earlier versions, the very words by which junk is found, so this guard
    outranks every detector and rule. It guards what stands in or beside the story, not a teaser in a side column.
    """
    if not reading.body:
        return
    note = _note(reading.language)
    first, last = reading.body[0] - NEAR, reading.body[-1] + NEAR
    body = frozenset(reading.body)
    for block in reading.page.blocks[max(0, first) : last + 1]:
        if not MIN_WORDS <= block.words <= MAX_WORDS or (
            block.index not in body and block.link_chars * 2 > len(block.text)
        ):
            continue
        head = fold(block.text[:HEAD_CHARS])
        if reading.labels[block.index] == "title" or not note.opens(head):
            continue
        quotes = "notes" if annotates(block.text, reading.language) else "corrections"
        reason = "A correction or editor's note: it is part of the story."
        yield say("correction", block.index, "keep", reason, evidence={"field": quotes})


class _Note(NamedTuple):
    heads: re.Pattern[str]
    needles: tuple[str, ...]
    """One of these is in whatever has one of the phrases."""
    early: re.Pattern[str]
    """Any of the phrases, near the start."""
    reach: int
    """Where the longest of them ends at the latest."""

    def opens(self, folded: str) -> bool:
        """Whether a line begins as a correction does."""
        if self.heads.match(folded):
            return True
        has = folded[: self.reach].__contains__
        return any(map(has, self.needles)) and self.early.match(folded) is not None


@cache
def _note(language: str | None) -> _Note:
    words = lexicon(language)
    heads, phrases = words.alternation("correction.heads"), words.alternation("correction.phrases")
    return _Note(
        heads=re.compile(rf"\W{{0,3}}{heads}(?:\s*[,(][^:]{{0,40}})?(?:\s*[:：–—-]|[】〕\])）])"),
        needles=needles(words["correction.phrases"]),
        early=re.compile(rf".{{0,{EARLY}}}{phrases}\b"),
        reach=EARLY + max(map(len, words["correction.phrases"]), default=0),
    )
