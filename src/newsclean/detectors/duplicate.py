"""The headline, told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cues.captions import head_of_story
from newsclean.cues.lexicon import fold
from newsclean.detectors.base import detector, say
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("duplicate")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line above the story that repeats the headline (captions and picture texts default to it): removed."""
    if reading.title == NONE:
        return
    title = fold(reading.page.blocks[reading.title].text)
    head = reading.once(head_of_story)
    for i in reading.body:
        if (i in head or i < reading.title) and fold(reading.page.blocks[i].text) == title:
            yield say("duplicate", i, "duplicate", "The headline, repeated.")
