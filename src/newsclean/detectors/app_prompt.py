"""Prompts for the publisher's own app or channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.prompts import app_prompt, channel_line
from newsclean.detectors.base import TAIL_BLOCKS, detector, say, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 12
_SENTENCE_END: Final = (".", "!", "?", "”", '"', ":")


@detector("app_prompt")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that asks to install the publisher's app, in head or tail, or names its channel on a device: removed.

    Apps are news too: a sentence about one, or a line in the middle of the text, stays.
    """
    last = tail_blocks(reading)
    for i in dict.fromkeys((*reading.body[:TAIL_BLOCKS], *reading.body[-TAIL_BLOCKS:])):
        block = reading.page.blocks[i]
        if app_prompt(block.text, reading.language):
            yield say("app_prompt", block.index, "app_prompt", "A prompt to install an app, on a line of its own.")
    for block in _closing(last):
        if channel_line(block.text, reading.language):
            yield say("app_prompt", block.index, "app_prompt", "The name of a channel on a device, at the very end.")


def _closing(last: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """The short lines that end the text, without the last sentence."""
    for block in reversed(last):
        if block.words > MAX_WORDS or block.text.endswith(_SENTENCE_END) or block.kind == "heading":
            return
        yield block
