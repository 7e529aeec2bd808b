"""Lines that tell a site's other addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold, lexicon, needles
from newsclean.cues.openings import Phrases
from newsclean.detectors.base import TAIL_BLOCKS, detector, say, tail_blocks
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 25
"""The announcement is one sentence; longer lines are prose about it."""
AFTER_WORDS: Final = 6
"""What may stand below it: hosts, a share line, the name of a channel. A longer line is text, so the line above is
too."""

_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,24}/?", re.IGNORECASE)


@detector("mirror_address")
def find(reading: Reading) -> Iterator[Verdict]:
    """A last line that says where else the site can be reached, and the bare hosts below it: removed.

    Only in the last lines, and only when nothing but short lines follows: a story about mirrors names them in its
    middle.
    """
    announcement = _announcement(reading.language)
    tail = tail_blocks(reading)
    for block in (*tail, *_below(reading)):
        if block.words > MAX_WORDS or not announcement.search(fold(block.text)):
            continue
        if any(_is_text(other.text, other.words) for other in tail if other.index > block.index):
            continue
        yield say("mirror_address", block.index, "mirror_address", "The site tells its other addresses, at the end.")
        for other in reading.page.blocks[block.index + 1 :][:TAIL_BLOCKS]:
            if _HOST.fullmatch(other.text):
                yield say(
                    "mirror_address", other.index, "mirror_address", "A bare host below the line that announces it."
                )
        return


def _below(reading: Reading) -> tuple[Candidate, ...]:
    """What the engine left out right below the story: the announcement is named for what it is there too."""
    last = reading.body[-1] if reading.body else NONE
    return reading.page.blocks[last + 1 : last + 1 + TAIL_BLOCKS]


def _is_text(text: str, words: int) -> bool:
    return words > AFTER_WORDS or (text.endswith((".", "!", "?", "”", '"')) and not _HOST.fullmatch(text))


@cache
def _announcement(language: str | None) -> Phrases:
    words = lexicon(language)
    subject, reached, addresses = (words.alternation(f"mirror.{key}") for key in ("subjects", "reached", "addresses"))
    pattern = re.compile(rf"\b{subject}\b.*\b{reached}\b.*\b{addresses}\b\s*[:.]?$")
    return Phrases(pattern, needles(words["mirror.addresses"]))
