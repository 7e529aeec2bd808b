"""Lines that name the rules a newsroom works by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold
from newsclean.cues.openings import line_start, opening
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 15
"""The label and the name of the document."""


@detector("standards")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line "Our Standards: …" that names the rules a newsroom works by: removed."""
    for block in opening(reading, "standards"):
        if block.words <= MAX_WORDS and line_start(reading.language, "standards.starts").match(fold(block.text)):
            yield say("standards", block.index, "standards", "The newsroom names its rules.")
