"""Boxes of pictures: the outermost element around each that holds nothing of the story and no other picture.

What stands in such a box stands with the picture and with nothing else; `picture_text` says what of it is a caption.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.caption_credits import credit_alone
from newsclean.cues.credits import MAX_CREDIT_WORDS
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.page import Frame, Page, Picture, Reading

MAX_BLOCKS_BELOW: Final = 4
"""Blocks of a picture's text behind it: caption, credit, a button or two."""
MAX_BLOCKS_ABOVE: Final = 2
"""The same before it, where some layouts put the caption."""
MAX_COPIES: Final = 4
"""Copies of one picture beside one another: one a size, or one for each kind of screen."""
ABOVE_TITLE: Final = 3
"""Blocks above the headline that may still stand with the lead picture."""


class Box(NamedTuple):
    """A picture and the blocks that stand with it."""

    picture: int
    """Index of the picture on the page."""
    depth: int
    """Depth of the outermost element that holds the picture and no story and no other picture."""
    blocks: tuple[tuple[int, int], ...]
    """The blocks in it, and for each the depth of the innermost element that holds it and the picture."""


def boxes(reading: Reading, story: Sequence[int]) -> Iterator[Box]:
    """The pictures of the story that share a box with blocks which are not in the text.

    Args:
        reading: the page.
        story: its headline and the blocks of its text, in order.
    """
    page, labels = reading.page, reading.labels
    pictures, blocks, frames = page.pictures, page.blocks, page.frames
    shown = reading.once(_shown)
    for nth in near_story(pictures, story):
        picture = pictures[nth]
        before = picture.before
        if "boilerplate" not in labels[max(0, before - MAX_BLOCKS_ABOVE) : before + MAX_BLOCKS_BELOW]:
            continue  # nothing that is not placed yet stands near: most pictures
        after = bisect_left(story, before)
        above = story[after - 1] if after else NONE
        if after < len(story) and story[after] - before <= 1 and is_credit(reading, story[after]):
            after += 1  # the engine takes lines of names for the story now and then
        below = story[after] if after < len(story) else len(blocks)
        near = range(max(above + 1, before - MAX_BLOCKS_ABOVE), min(below, before + MAX_BLOCKS_BELOW))
        if picture.frame == NONE or "boilerplate" not in labels[near.start : near.stop]:
            continue
        depth = frames[picture.frame].depth
        walls = [_shared(frames, picture.frame, blocks[i].frame) for i in (above, below) if 0 <= i < len(blocks)]
        floor = max(walls, default=0)
        if depth > floor:
            floor = max(floor, *[_shared(frames, picture.frame, pictures[i].frame) for i in shown.others(nth)], -1)
        if depth <= floor:
            continue  # it stands right among the paragraphs, or among other pictures
        inside = [
            *_run(page, picture, floor, range(before - 1, near.start - 1, -1)),
            *_run(page, picture, floor, range(before, near.stop)),
        ]
        if inside:
            yield Box(nth, floor + 1, tuple(sorted(inside)))


def near_story(pictures: Sequence[Picture], story: Sequence[int]) -> range:
    """The pictures from a little above the story to right below it."""
    first = bisect_left(pictures, story[0] - ABOVE_TITLE, key=_before)
    return range(first, bisect_right(pictures, story[-1] + 1, key=_before))


def credited_below(reading: Reading, nth: int, story: Sequence[int]) -> bool:
    """Whether a picture, the block below it and a credit below that stand in one element without more of the story."""
    page = reading.page
    blocks, picture = page.blocks, page.pictures[nth]
    caption, credit = picture.before, picture.before + 1
    if credit >= len(blocks) or not is_credit(reading, credit):
        return False
    around = bisect_left(story, caption)
    near = [i for i in story[max(around - 1, 0) : around + 3] if i < caption or i > credit]
    walls = [blocks[i].frame for i in near] + [page.pictures[i].frame for i in reading.once(_shown).others(nth)]
    floor = max((_shared(page.frames, picture.frame, wall) for wall in walls), default=0)
    return all(_shared(page.frames, picture.frame, blocks[i].frame) > floor for i in (caption, credit))


def is_credit(reading: Reading, block: int) -> bool:
    """Whether a short block of the text is a picture's credit."""
    candidate = reading.page.blocks[block]
    if candidate.words > MAX_CREDIT_WORDS or candidate.kind == "heading":
        return False
    return credit_alone(reading.page, block, reading.language) is not None


def _before(picture: Picture) -> int:
    return picture.before


class _Shown:
    """What the pictures of a page show, by their addresses and alternative texts."""

    def __init__(self, pictures: Sequence[Picture]) -> None:
        self._pictures = pictures
        self._known: dict[int, frozenset[str]] = {}

    def others(self, nth: int) -> list[int]:
        """The nearest pictures before and behind one that show something else."""
        own = self._addresses(nth)
        found = []
        for step in (-1, 1):
            for other in range(nth + step, nth + step * (MAX_COPIES + 1), step):
                if not 0 <= other < len(self._pictures):
                    break
                if own.isdisjoint(self._addresses(other)):
                    found.append(other)
                    break
        return found

    def _addresses(self, nth: int) -> frozenset[str]:
        found = self._known.get(nth)
        if found is None:
            attributes = self._pictures[nth].attributes
            said = {attributes.get("src"), attributes.get("data-src"), attributes.get("alt")}
            found = frozenset(value for value in said if value and not value.startswith("data:"))
            self._known[nth] = found
        return found


def _shown(reading: Reading) -> _Shown:
    return _Shown(reading.page.pictures)


def _shared(frames: Sequence[Frame], one: int, other: int) -> int:
    """Depth of the innermost frame around two frames, -1 where there is none."""
    if NONE in (one, other):
        return -1
    first, second = frames[one], frames[other]
    while one != other:  # the deeper one goes up
        if first.depth >= second.depth:
            one = first.parent
            if one == NONE:
                return -1
            first = frames[one]
        else:
            other = second.parent
            if other == NONE:
                return -1
            second = frames[other]
    return first.depth


def _run(page: Page, picture: Picture, floor: int, places: range) -> Iterator[tuple[int, int]]:
    for i in places:
        depth = _shared(page.frames, picture.frame, page.blocks[i].frame)
        if depth <= floor:
            return
        yield i, depth
