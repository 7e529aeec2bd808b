"""The text that stands with a picture: in the outermost element around it that holds no story and no other picture.

Most captions without any markup are found so: the engine drops them, and the box that they share with their picture
says what they are. A block of the story in such a box is a caption only where a second witness says so: a credit right
below it, or the same words as the picture's alternative text or the page's JSON-LD.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.bylines import byline
from newsclean.cues.caption_credits import credit_alone
from newsclean.cues.credits import MAX_CREDIT_WORDS, credit_grammar, credit_line, find_credit
from newsclean.cues.dates import date_line
from newsclean.cues.lexicon import fold
from newsclean.html.credit_marks import names_credit
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.page import Candidate, Frame, Page, Picture, Reading

MAX_BLOCKS_BELOW: Final = 4
"""Blocks of a picture's text behind it: caption, credit, a button or two."""
MAX_BLOCKS_ABOVE: Final = 2
MAX_WORDS: Final = 130
"""Agency captions that tell the whole story have over 100 words; no teaser has."""
MIN_WORDS: Final = 3
"""Shorter lines without a witness are buttons and labels."""
MIN_SAME_WORDS: Final = 5
"""Words of a line of the story that repeats a picture's alternative text: shorter ones may be a heading."""
MAX_NAME_WORDS: Final = 4
"""A line of so many words, all capitalised, is a name or a section and no caption, unless a witness says so."""
MIN_WIDE_CHARS: Final = 9
"""The same in scripts without spaces."""
ABOVE_TITLE: Final = 3
"""Blocks above the headline that may still stand with the lead picture."""
LINKED: Final = 0.15
"""Share of characters in links from which a line beside a picture is another story's headline."""
MAX_COUNTER_CHARS: Final = 24
_COUNTER = re.compile(r"\W*\d+\W*(?:(?:of|von|de|di|sur|av|van|из|z|/)\W*)?\d*\W*", re.IGNORECASE)
_OTHER_TAGS: Final = frozenset(("form", "aside", "nav", "footer", "address"))
_OTHER = re.compile(
    r"teaser|banner|(?<![a-z])(?:author|autor|bio)(?![a-z])|(?<!caption-)(?<!caption)byline|newsletter|promo(?![a-z])|subscri|(?<![a-z])share|related|"
    r"recommend|sponsor|advert|comment|paywall|person|profile|crosslink|read-?more|more-?stories|video-?(?:title|footer|duration|timer)",
    re.IGNORECASE,
)
"""What boxes of other things than a picture and its caption are called."""
CLASS_CACHE: Final = 4096
SAME_CHARS: Final = 25
"""Characters that text and alternative text share when one is the beginning of the other, cut off."""


class Boxed(NamedTuple):
    """A block that is the text of a picture."""

    picture: int
    """Index of the picture on the page."""
    credit: str | None
    """The name, where the block is nothing but a credit."""
    witnesses: tuple[str, ...]
    """What says so beside the box: `alt`, `credit` (another block of the box is one), `wording`."""


def boxed_text(reading: Reading) -> Mapping[int, Boxed]:
    """The blocks that are the text of a picture of the story, by their index; none that engine or rules placed."""
    found: dict[int, Boxed] = {}
    page = reading.page
    if not page.pictures or not reading.body:
        return found
    told = (i for i in reading.body if page.blocks[i].words > MAX_CREDIT_WORDS or not _credits(reading, i))
    story = sorted({*told, *((reading.title,) if reading.title != NONE else ())})
    if not story:
        return found
    for box in _boxes(page, story):
        for block, boxed in _read(reading, box):
            found.setdefault(block, boxed)
    for block, boxed in _in_story(reading, story):
        found.setdefault(block, boxed)
    return found


def _credits(reading: Reading, block: int) -> bool:
    return credit_line(reading.page.blocks[block].text, reading.language) is not None


def _in_story(reading: Reading, story: Sequence[int]) -> Iterator[tuple[int, Boxed]]:
    """Blocks that the engine took for the story, right below a picture, and that say what it shows."""
    page = reading.page
    blocks, pictures = page.blocks, page.pictures
    taken = frozenset(reading.body)
    first = bisect_left(pictures, story[0] - 1, key=_before)
    for nth in range(first, bisect_right(pictures, story[-1] + 1, key=_before)):
        picture = pictures[nth]
        alt = picture.attributes.get("alt")
        i = picture.before
        if i not in taken or blocks[i].words > MAX_WORDS:
            continue
        if alt and blocks[i].kind == "paragraph" and blocks[i].words >= MIN_SAME_WORDS and same_words(blocks[i].text, alt):
            yield i, Boxed(nth, None, ("alt",))
        elif _credited_below(reading, nth, story):
            yield i, Boxed(nth, None, ("credit",))
            yield i + 1, Boxed(nth, credit_alone(page, i + 1, reading.language), ())


def _credited_below(reading: Reading, nth: int, story: Sequence[int]) -> bool:
    """Whether a picture, the block below it and a credit below that stand in one element without more of the story."""
    page = reading.page
    blocks, picture = page.blocks, page.pictures[nth]
    caption, credit = picture.before, picture.before + 1
    if credit >= len(blocks) or credit_alone(page, credit, reading.language) is None:
        return False
    around = bisect_left(story, caption)
    above, rest = story[:around][-1:], [i for i in story[around : around + 3] if i > credit][:1]
    walls = [blocks[i].frame for i in (*above, *rest)] + [page.pictures[i].frame for i in _others(page.pictures, nth)]
    floor = max((_shared(page.frames, picture.frame, wall) for wall in walls), default=0)
    return all(_shared(page.frames, picture.frame, blocks[i].frame) > floor for i in (caption, credit))


class _Box(NamedTuple):
    picture: int
    depth: int
    """Depth of the outermost element that holds the picture and no story and no other picture."""
    blocks: tuple[tuple[int, int], ...]
    """The blocks in it, and for each the depth of the innermost element that holds it and the picture."""


def _boxes(page: Page, story: Sequence[int]) -> Iterator[_Box]:
    """The pictures of the story that share a box with blocks which are not in the text."""
    pictures, blocks, frames = page.pictures, page.blocks, page.frames
    first = bisect_left(pictures, story[0] - ABOVE_TITLE, key=_before)
    last = bisect_right(pictures, story[-1] + 1, key=_before)
    for nth in range(first, last):
        picture = pictures[nth]
        after = bisect_left(story, picture.before)
        above = story[after - 1] if after else NONE
        below = story[after] if after < len(story) else len(blocks)
        if above + 1 >= below or picture.frame == NONE:
            continue  # nothing stands between the story and the picture
        walls = [blocks[i].frame for i in (above, below) if 0 <= i < len(blocks)]
        walls += [pictures[i].frame for i in _others(pictures, nth)]
        floor = max((_shared(frames, picture.frame, wall) for wall in walls), default=0)
        if frames[picture.frame].depth <= floor:
            continue  # it stands right among the paragraphs
        inside = [
            *_run(page, picture, floor, range(picture.before - 1, max(above, picture.before - 1 - MAX_BLOCKS_ABOVE), -1)),
            *_run(page, picture, floor, range(picture.before, min(below, picture.before + MAX_BLOCKS_BELOW))),
        ]
        if inside:
            yield _Box(nth, floor + 1, tuple(sorted(inside)))


def _before(picture: Picture) -> int:
    return picture.before


def _others(pictures: Sequence[Picture], nth: int) -> Iterator[int]:
    """The nearest pictures before and behind one that show something else."""
    own = _addresses(pictures[nth])
    for step in (-1, 1):
        other = nth + step
        while 0 <= other < len(pictures) and not own.isdisjoint(_addresses(pictures[other])):
            other += step
        if 0 <= other < len(pictures):
            yield other


def _addresses(picture: Picture) -> frozenset[str]:
    attributes = picture.attributes
    found = {attributes.get("src"), attributes.get("data-src"), attributes.get("alt")}
    return frozenset(value for value in found if value and not value.startswith("data:"))


def _shared(frames: Sequence[Frame], one: int, other: int) -> int:
    """Depth of the innermost frame around two frames."""
    while one != other:
        if frames[one].depth >= frames[other].depth:
            one = frames[one].parent
        else:
            other = frames[other].parent
        if one == NONE or other == NONE:
            return -1
    return frames[one].depth


def _run(page: Page, picture: Picture, floor: int, places: range) -> Iterator[tuple[int, int]]:
    for i in places:
        depth = _shared(page.frames, picture.frame, page.blocks[i].frame)
        if depth <= floor:
            return
        yield i, depth


def _read(reading: Reading, box: _Box) -> Iterator[tuple[int, Boxed]]:
    """What of a box is the picture's: its credits, and the first line that may be its caption."""
    page, language, picture = reading.page, reading.language, reading.page.pictures[box.picture]
    lines: list[tuple[int, int]] = []
    credited = False
    for i, depth in box.blocks:
        block = page.blocks[i]
        credited = credited or reading.labels[i] == "credit"
        if reading.labels[i] != "boilerplate" or block.words > MAX_WORDS:
            continue
        name = credit_alone(page, i, language)
        if name is None:
            if not _counter(block.text):
                lines.append((i, depth))
        elif not _of_another(page, block, box.depth):
            credited = True
            yield i, Boxed(box.picture, name, ())
    if lines:
        yield from _captions(reading, box, lines, credited=credited)


def _captions(reading: Reading, box: _Box, lines: Sequence[tuple[int, int]], *, credited: bool) -> Iterator[tuple[int, Boxed]]:
    page, picture = reading.page, reading.page.pictures[box.picture]
    core = max((depth for i, depth in lines if i >= picture.before), default=box.depth)
    inner = [page.blocks[i] for i, depth in lines if depth >= core]
    linked = any(block.link_chars > LINKED * len(block.text) for block in inner)
    free = not linked and not any(reading.labels[i] == "caption" for i, _ in box.blocks)
    for block in inner:
        witnesses = tuple(_witnesses(block, picture, credited=credited, language=reading.language))
        below = block.index >= picture.before
        if "alt" in witnesses:
            said = block.link_chars <= LINKED * len(block.text) and block.kind != "heading"
        else:
            said = free and below and _is_caption(block, witnesses, reading.language)
            said = said and not _of_another(page, block, box.depth)
        if said:
            yield block.index, Boxed(box.picture, None, witnesses)
        free = free and not below


def _of_another(page: Page, block: Candidate, depth: int) -> bool:
    """Whether an element around a block, no further out than a depth, is one of other stories, authors or offers."""
    for number in page.ancestors(block.frame):
        frame = page.frames[number]
        if frame.depth < depth:
            return False
        if frame.tag in _OTHER_TAGS or _other_name(frame.classes, frame.id):
            return True
    return False


@lru_cache(CLASS_CACHE)
def _other_name(classes: str, identity: str) -> bool:
    return _OTHER.search(f"{classes} {identity}") is not None and not names_credit(classes)


def _counter(text: str) -> bool:
    """Whether a line is the number of a picture in its gallery, "2 of 12"."""
    return len(text) <= MAX_COUNTER_CHARS and _COUNTER.fullmatch(text) is not None


def _witnesses(block: Candidate, picture: Picture, *, credited: bool, language: str | None) -> Iterator[str]:
    alt = picture.attributes.get("alt")
    if alt and same_words(block.text, alt):
        yield "alt"
    if credited or find_credit(block.text, language).credit:
        yield "credit"


def _is_caption(block: Candidate, witnesses: tuple[str, ...], language: str | None) -> bool:
    if block.kind == "heading" or date_line(block.text, language) or byline(block.text, language):
        return False
    if not witnesses and len(block.text.split()) <= MAX_NAME_WORDS and credit_grammar(language).name(block.text):
        return False
    wide = not block.text.isascii() and len(block.text) >= MIN_WIDE_CHARS
    return bool(witnesses) or block.words >= MIN_WORDS or wide


def same_words(text: str, other: str) -> bool:
    """Whether one text is the other one or the beginning of it, cut off or with a credit behind."""
    one, two = sorted((fold(text), fold(other)), key=len)
    if not one or one == two:
        return one == two and bool(one)
    one = one.rstrip(" .…")
    return len(one) >= SAME_CHARS and two.startswith(one)
