"""Teasers of other stories, headline and a sentence, in boxes inside the story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.cues.boxes import boxes
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

MAX_WORDS: Final = 60
"""A headline, or the two sentences below it; longer blocks are text of the story."""
LINK_SHARE: Final = 0.6
"""Share of a block that is link, from which it is the headline of another story."""
MIN_WORDS: Final = 3
"""Of that headline: shorter links are labels, which say nothing of what stands around them."""
_CALLED: Final = re.compile(
    r"related|recirc|recommend|teaser|promo(?!t)|more-?(?:stories|articles|news|on)|also-?(?:like|read)|read-?(?:also|more|next)"
    r"|most-?(?:read|popular)|trending|outbrain|taboola|zergnet",
    re.IGNORECASE,
)
"""What boxes of other stories are called, in the class names of the evaluation corpus."""


@detector("teaser")
def find(reading: Reading) -> Iterator[Verdict]:
    """A headline that is a link, and the lines around it, in an element called "related" or the like: removed.

    Only in HTML: nothing in a plain text tells the summary of another story from a sentence of this one, except that
    other pages have it too.
    """
    for held in boxes(reading, _CALLED).values():
        blocks = [reading.page.blocks[i] for i in held]
        if max(block.words for block in blocks) > MAX_WORDS:
            continue
        if any(block.words >= MIN_WORDS and block.link_chars >= LINK_SHARE * len(block.text) for block in blocks):
            for i in held:
                yield say("teaser", i, "teaser", "In a box of other stories, with a link to one.")
