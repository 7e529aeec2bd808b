"""What readers wrote below the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.cues.boxes import boxes
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

_CALLED: Final = re.compile(
    r"(?<![a-z])comments?-?(?:list|section|area|body|content|thread|wrap|form|respond|box|item|text)(?![a-z])"
    r"|^comments$|(?<=\s)comments$|disqus|livefyre|coral-?talk|(?<![a-z])respond(?![a-z])",
    re.IGNORECASE,
)
"""What elements with readers' comments are called, in the class names of the evaluation corpus."""


@detector("comments")
def find(reading: Reading) -> Iterator[Verdict]:
    """Blocks in an element that is called after readers' comments, with a small part of the text: removed.

    Only in HTML. Where such an element holds a quarter of the text or more, it holds the story, as pages of letters do.
    """
    for held in boxes(reading, _CALLED).values():
        for i in held:
            yield say("comments", i, "comments", "A reader's comment, by the element that it is in.")
