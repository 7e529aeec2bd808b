"""Appeals for money for the publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.openings import lines_of
from newsclean.detectors.base import detector, say, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 50
"""An appeal is one to three sentences."""


@detector("donation")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line among the last that asks to pay for the publisher's work: removed.

    It begins with the appeal and says "us" or "our": stories ask for money too, for others.
    """
    tail = {block.index for block in tail_blocks(reading)}
    for block in lines_of(reading, "donation", most=MAX_WORDS):
        if block.index in tail:
            yield say("donation", block.index, "donation", "An appeal for the publisher, at the end.")
