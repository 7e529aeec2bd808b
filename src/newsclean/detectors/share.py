"""Share buttons that became text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cues.openings import opening
from newsclean.cues.prompts import share_prompt
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("share")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line that offers to share, print or copy: removed.

    "Share" opens sentences of genuine text too, so nothing but the prompt may stand in the line.
    """
    for block in opening(reading, "share"):
        if share_prompt(block.text, reading.language):
            yield say("share", block.index, "share", "A prompt to share, on a line of its own.")
