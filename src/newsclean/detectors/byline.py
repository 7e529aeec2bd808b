"""Lines that name the author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cues.bylines import byline
from newsclean.detectors.base import detector, head_blocks, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("byline")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line "By" and a name, between headline and story: moved to `authors`.

    A bare name is left alone: letters and quotes are signed like that.
    """
    for block in head_blocks(reading):
        if byline(block.text, reading.language):
            yield say("byline", block.index, "byline", "The author's line above the story.")
