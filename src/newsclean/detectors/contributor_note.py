"""Who else worked on the story."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold, lexicon
from newsclean.cues.openings import anywhere, line_start
from newsclean.detectors.base import TAIL_BLOCKS, detector, say, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 60
"""A note that names a dozen reporters and their bureaus."""
MIN_WORDS: Final = 3
SHORT_WORDS: Final = 10
"""Words that also open sentences ("With agencies …") make a note of a short line only."""
NAMED_WITHIN: Final = 3
"""Words behind "Reporting by" of which one is a name: "by the Skarvo bureau"."""
_BRACKETS: Final = "([{\"'“‘«"
LAST_CHARS: Final = 50
"""Where a line ends that "contributed to this report"."""


@detector("contributor_note")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line among the last, or right below the text, that tells who reported, wrote or edited: moved to `notes`.

    "Reporting by …; Editing by …", or one that ends "contributed to this report".
    """
    language = reading.language
    starts, ends = line_start(language, "contributors.starts"), anywhere(language, "contributors.ends")
    for block in (*tail_blocks(reading), *_below(reading)):
        if not MIN_WORDS <= block.words <= MAX_WORDS:
            continue
        text = fold(block.text)
        if (
            _names(starts.match(text), block, text)
            or ends.search(text, max(0, len(text) - LAST_CHARS))
            or _short(block, text, language)
        ):
            yield say("contributor_note", block.index, "note", "Who else worked on the story, at its end.")


def _names(start: re.Match[str] | None, block: Candidate, text: str) -> bool:
    """Whether names follow: "Reporting by radio began" opens a sentence. Scripts without capitals cannot tell."""
    if start is None:
        return False
    behind = block.text[len(block.text) - len(text) + start.end() :].split()[:NAMED_WITHIN]
    return not behind or any(not word.strip(_BRACKETS)[:1].islower() for word in behind)


def _short(block: Candidate, text: str, language: str | None) -> bool:
    if _label(language).match(text):
        return True
    return block.words <= SHORT_WORDS and line_start(language, "contributors.short").match(text) is not None


@cache
def _label(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"[\W_]{{0,4}}{lexicon(language).alternation('contributors.labels')}\s?[:：]")


def _below(reading: Reading) -> Iterator[Candidate]:
    """What the engine left out right below the story: the note is named for what it is there too."""
    if not reading.body:
        return
    start = reading.body[-1] + 1
    for block in reading.page.blocks[start : start + TAIL_BLOCKS // 2]:
        if reading.labels[block.index] == "boilerplate" and not reading.page.hidden(block.index):
            yield block
