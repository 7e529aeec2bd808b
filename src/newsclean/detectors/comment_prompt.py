"""Invitations to comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.openings import lines_of
from newsclean.detectors.base import detector, say, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 20
"""An invitation is one sentence, or two short ones."""
PROSE_WORDS: Final = 25
"""A line of so many words is part of the story."""


@detector("comment_prompt")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line among the last that invites to comment, or is the heading of the comments: removed.

    Only there, and only with no prose below it: stories speak of comments, and have sections with such headings.
    """
    tail = {block.index for block in _last(reading)}
    for block in lines_of(reading, "comments", most=MAX_WORDS):
        if block.index in tail:
            yield say("comment_prompt", block.index, "comment_prompt", "An invitation to comment, at the end.")


def _last(reading: Reading) -> Iterator[Candidate]:
    """The last lines of the text, up to the last prose."""
    for block in reversed(tail_blocks(reading)):
        if block.words >= PROSE_WORDS:
            return
        yield block
