"""Elements inside a story that hold something else, by what they are called: boxes of other stories, of comments."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from newsclean.page import NONE

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from newsclean.page import Reading

MOST_WORDS: Final = 0.25
"""Share of the story's words from which an element holds the story, whatever it is called."""
CLASS_CACHE: Final = 4096
"""Names that are remembered for each pattern."""


def boxes(reading: Reading, called: re.Pattern[str]) -> Mapping[int, tuple[int, ...]]:
    """The outermost elements whose class or id tells what they hold, each with its blocks of the story, in order.

    Args:
        reading: the page.
        called: finds the name. An element with more than `MOST_WORDS` of the story's words is never one.
    """
    finds = _finder(called)
    named = {frame for name, frames in reading.once(_frames_by_name).items() if finds(name) for frame in frames}
    if not named:
        return {}
    page = reading.page
    blocks = page.blocks
    inside: dict[int, list[int]] = {}
    words: Counter[int] = Counter()
    for i in reading.body:
        frames = [frame for frame in page.ancestors(blocks[i].frame) if frame in named]
        if frames:
            inside[i] = frames
            words.update(dict.fromkeys(frames, blocks[i].words))
    most = MOST_WORDS * sum(blocks[i].words for i in reading.body)
    held: dict[int, list[int]] = {}
    for i, frames in inside.items():
        box = next((frame for frame in reversed(frames) if words[frame] <= most), NONE)
        if box != NONE:
            held.setdefault(box, []).append(i)
    return {frame: tuple(found) for frame, found in held.items()}


@cache
def _finder(called: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether a pattern is found in a name, remembered: a site repeats its names."""

    @lru_cache(CLASS_CACHE)
    def finds(name: str) -> bool:
        return called.search(name) is not None

    return finds


def _frames_by_name(reading: Reading) -> Mapping[str, list[int]]:
    """The elements around blocks of the story that have a class or an id, by both."""
    frames, blocks = reading.page.frames, reading.page.blocks
    seen = {NONE}
    found: dict[str, list[int]] = {}
    for i in reading.body:
        number = blocks[i].frame
        while number not in seen:
            seen.add(number)
            frame = frames[number]
            if frame.classes or frame.id:
                found.setdefault(f"{frame.classes} {frame.id}", []).append(number)
            number = frame.parent
    return found
