"""Lines of nothing but signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.detectors.base import detector, say, story_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_CHARS: Final = 40
_SIGNS: Final = re.compile(r"[\s_*:·•=~#|/\\+<>◆◇■□▪▫●○★☆※.,;°^-]{1,40}|[\s—–_-]{1,40}")
"""What stands between sections. A line of question or exclamation marks, or a currency sign, says something."""


@detector("separator")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line of nothing but signs that set sections apart, "***" or "___": removed.

    It has no word, so no word of the story goes with it.
    """
    for block in story_blocks(reading):
        if not block.words and len(block.text) <= MAX_CHARS and _SIGNS.fullmatch(block.text):
            yield say("separator", block.index, "separator", "A line of signs between sections.")
