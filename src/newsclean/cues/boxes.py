"""Elements inside a story that hold something else, by what they are called: boxes of other stories, of comments."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from newsclean.page import NONE

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from newsclean.page import Reading

MOST_WORDS: Final = 0.25
"""Share of the story's words from which an element holds the story, whatever it is called."""


def boxes(reading: Reading, called: re.Pattern[str]) -> Mapping[int, tuple[int, ...]]:
    """The outermost elements whose class or id tells what they hold, each with its blocks of the story, in order.

    Args:
        reading: the page.
        called: finds the name. An element with more than `MOST_WORDS` of the story's words is never one.
    """
    blocks = reading.page.blocks
    named = _named_above(reading, called)
    inside = {i: frames for i in reading.body if (frames := named(blocks[i].frame))}
    if not inside:
        return {}
    words: Counter[int] = Counter()
    for i, frames in inside.items():
        words.update(dict.fromkeys(frames, blocks[i].words))
    most = MOST_WORDS * sum(blocks[i].words for i in reading.body)
    held: dict[int, list[int]] = {}
    for i, frames in inside.items():
        box = next((frame for frame in frames if words[frame] <= most), NONE)
        if box != NONE:
            held.setdefault(box, []).append(i)
    return {frame: tuple(found) for frame, found in held.items()}


def _named_above(reading: Reading, called: re.Pattern[str]) -> Callable[[int], tuple[int, ...]]:
    """A function from a frame to the named ones around it, outermost first; only the story's frames are looked at."""
    page = reading.page
    known: dict[int, tuple[int, ...]] = {NONE: ()}

    def above(frame: int) -> tuple[int, ...]:
        new = list(takewhile(lambda each: each not in known, page.ancestors(frame)))
        for each in reversed(new):  # from the outside inwards, so that what is around is known
            outer = known[page.frames[each].parent]
            name = f"{page.frames[each].classes} {page.frames[each].id}"
            known[each] = (*outer, each) if len(name) > 1 and called.search(name) else outer
        return known[frame]

    return above
