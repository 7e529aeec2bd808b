"""Elements inside a story that hold something else, by what they are called: boxes of other stories, of comments."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from newsclean.page import Reading

CLASS_CACHE: Final = 8192
"""Names that are remembered: a page has about a hundred different ones, a site repeats them."""
MOST_WORDS: Final = 0.25
"""Share of the story's words from which an element holds the story, whatever it is called."""


def boxes(reading: Reading, called: re.Pattern[str]) -> Mapping[int, tuple[int, ...]]:
    """The outermost elements whose class or id tells what they hold, each with its blocks of the story, in order.

    Args:
        reading: the page.
        called: finds the name. An element with more than `MOST_WORDS` of the story's words is never one.
    """
    page = reading.page
    named = [_named(f"{frame.classes} {frame.id}", called) for frame in page.frames]
    if not any(named):
        return {}
    words: Counter[int] = Counter()
    inside: dict[int, list[int]] = {}
    for i in reading.body:
        inside[i] = [frame for frame in page.ancestors(page.blocks[i].frame) if named[frame]]
        words.update(dict.fromkeys(inside[i], page.blocks[i].words))
    most = MOST_WORDS * sum(page.blocks[i].words for i in reading.body)
    held: dict[int, list[int]] = {}
    for i, frames in inside.items():
        small = [frame for frame in frames if words[frame] <= most]
        if small:
            held.setdefault(small[-1], []).append(i)
    return {frame: tuple(blocks) for frame, blocks in held.items()}


@lru_cache(CLASS_CACHE)
def _named(names: str, called: re.Pattern[str]) -> bool:
    return called.search(names) is not None
