"""Lists of tags below the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.openings import opening
from newsclean.cues.tags import tag_item, tag_items, tag_label
from newsclean.detectors.base import detector, last_prose, say
from newsclean.verdict import TEXT_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Verdict

MOST: Final = 20
"""Tags below a label that are taken with it."""
BELOW: Final = 8
"""Blocks below the story, left out of it already, in which its list of tags still stands."""
LINK_SHARE: Final = 0.6
"""Share of a line that is link, from which it is one: in HTML tags below a label are links."""
_NAME: Final = "tags"


@detector(_NAME)
def find(reading: Reading) -> Iterator[Verdict]:
    """A list of tags below the last prose, "Tags: …", hashtags, or short lines below such a label: moved to `keywords`.

    The label needs a colon and short items behind it, or stands alone above links (in text: above short lines that end
    the text). Above the last prose "Topics: …" is part of the story.
    """
    taken: set[int] = set()
    for block in (*_at_end(reading), *_below(reading)):
        if block.index in taken:
            continue
        if tag_items(block.text, reading.language):
            yield say(_NAME, block.index, "tags", "A list of tags, at the end.")
        elif tag_label(block.text, reading.language):
            below = list(_tags_below(block, reading))
            taken.update(below)
            if below and block.index in reading.body:
                yield say(_NAME, block.index, "navigation", "The label above a list of tags.")
            for i in below:
                yield say(_NAME, i, "tags", "A tag, in a list below its label.", evidence={"tag": 1})


def _at_end(reading: Reading) -> Iterator[Candidate]:
    last = reading.once(last_prose)
    hashtags = (reading.page.blocks[i] for i in reading.body[-BELOW:] if reading.page.blocks[i].text.startswith("#"))
    for block in (*opening(reading, _NAME), *hashtags):
        if block.index > last:
            yield block


def _below(reading: Reading) -> Iterator[Candidate]:
    """What the engine left out right below the story: it tells what the story is filed under there too."""
    if not reading.body:
        return
    start = reading.body[-1] + 1
    for block in reading.page.blocks[start : start + BELOW]:
        if reading.labels[block.index] == "boilerplate" and not reading.page.hidden(block.index):
            yield block


def _tags_below(label: Candidate, reading: Reading) -> Iterator[int]:
    """The tags right below a label; in text only where nothing else follows them."""
    found = []
    for block in reading.page.blocks[label.index + 1 : label.index + 1 + MOST]:
        if reading.page.mode == "html" and block.link_chars < LINK_SHARE * len(block.text):
            break
        if not tag_item(block.text) or reading.labels[block.index] not in (*TEXT_LABELS, "boilerplate"):
            break
        found.append(block.index)
    if reading.page.mode == "html" or (found and found[-1] == len(reading.page.blocks) - 1):
        yield from found
