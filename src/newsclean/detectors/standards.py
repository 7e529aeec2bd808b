"""Lines that name the rules a newsroom works by."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import lexicon
from newsclean.cues.openings import BEFORE, lines_like
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 15
"""The label and the name of the document."""


@detector("standards")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line "Our Standards: …" that names the rules a newsroom works by: removed.

    A colon or dash stands behind the label, or nothing: "Our standards are …" is a sentence.
    """
    for block in lines_like(reading, "standards", _line(reading.language)):
        if block.words <= MAX_WORDS:
            yield say("standards", block.index, "standards", "The newsroom names its rules.")


@cache
def _line(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"{BEFORE}{lexicon(language).alternation('standards.starts')}\s?(?:[:：–—-].*|[\W_]{{0,4}})")
