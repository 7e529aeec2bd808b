"""Lines that are nothing but a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cues.dates import date_line
from newsclean.detectors.base import detector, head_blocks, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("date_line")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line of date and time, with "Updated" and the like, between headline and story: moved to the dates."""
    for block in head_blocks(reading):
        if date_line(block.text, reading.language):
            yield say("date_line", block.index, "date_line", "Date and time on a line of their own, above the story.")
