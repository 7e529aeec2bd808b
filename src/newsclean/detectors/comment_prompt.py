"""Invitations to comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold
from newsclean.cues.openings import line_start, opening, whole_line
from newsclean.detectors.base import detector, say, tail_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 20
"""An invitation is one sentence, or two short ones."""


@detector("comment_prompt")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line among the last that invites to comment, or is the heading of the comments: removed.

    Only there: stories speak of comments too.
    """
    tail = {block.index for block in tail_blocks(reading)}
    for block in opening(reading, "comments"):
        if block.words > MAX_WORDS or block.index not in tail:
            continue
        text = fold(block.text)
        whole = whole_line(reading.language, "comments.lines").fullmatch(text)
        if whole or line_start(reading.language, "comments.starts").match(text):
            yield say("comment_prompt", block.index, "comment_prompt", "An invitation to comment, at the end.")
