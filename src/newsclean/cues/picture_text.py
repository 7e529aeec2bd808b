"""The text of pictures: captions and credits that share a box with a picture of the story.

Most captions without any markup are found so: the engine drops them, and their place says what they are. A block of the
story is a caption only where a second witness says so: a credit right below it, or the same words as the picture's
alternative text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.bylines import byline
from newsclean.cues.caption_credits import credit_alone
from newsclean.cues.credits import credit_grammar, find_credit
from newsclean.cues.dates import date_line
from newsclean.cues.lexicon import fold
from newsclean.cues.picture_boxes import boxes, credited_below, near_story
from newsclean.html import schema
from newsclean.html.credit_marks import names_credit
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cues.picture_boxes import Box
    from newsclean.html.structured import StructuredData
    from newsclean.page import Candidate, Page, Picture, Reading

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
LINKED: Final = 0.15
"""Share of characters in links from which a line beside a picture is another story's headline."""
MAX_COUNTER_CHARS: Final = 24
"""Of the number of a picture in its gallery, as "Picture 12 of 24": longer lines are not looked at."""
_COUNTER = re.compile(r"\W*\d+\W*(?:(?:of|von|de|di|sur|av|van|из|z|/)\W*)?\d*\W*", re.IGNORECASE)
_OTHER_TAGS: Final = frozenset(("form", "aside", "nav", "footer", "address"))
_OTHER = re.compile(
    r"teaser|banner|(?<![a-z])(?:author|autor|bio)(?![a-z])|(?<!caption-)(?<!caption)byline|newsletter|promo(?![a-z])|subscri|(?<![a-z])share|related|"
    r"recommend|sponsor|advert|comment|paywall|person|profile|crosslink|read-?more|more-?stories|video-?(?:title|footer|duration|timer)",
    re.IGNORECASE,
)
"""What boxes of other things than a picture and its caption are called."""
CLASS_CACHE: Final = 4096
"""Elements whose names are remembered: a site repeats them."""
MAX_ALIKE: Final = 8
"""Declared captions that begin alike."""
_SUMMARIES: Final = ("headline", "name", "alternativeHeadline", "description")
_TOLD: Final = frozenset(("alt", "declared"))
SAME_CHARS: Final = 25
"""Characters that text and alternative text share when one is the beginning of the other, cut off."""


class Boxed(NamedTuple):
    """A block that is the text of a picture."""

    picture: int
    """Index of the picture on the page."""
    credit: str | None
    """The name, where the block is nothing but a credit."""
    witnesses: tuple[str, ...]
    """What says so beside the box: `alt` (it repeats the alternative text), `declared` (it is in the page's JSON-LD),
    `credit` (it has one or stands with one), `alike` (a box of the same name has a caption)."""


def story_texts(structured: StructuredData) -> tuple[str, ...]:
    """Headline and summary of the story in JSON-LD: many pages give them as captions of its pictures, too."""
    found = (schema.text(story.get(key)) for story in structured.stories[:1] for key in _SUMMARIES)
    return tuple(filter(None, found))


def declared_captions(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The captions of the story's pictures in the page's JSON-LD, by their first characters, folded."""
    document = reading.page.document
    if document is None:
        return {}
    structured = document.structured
    nodes: list[object] = [node for node in structured.jsonld if "ImageObject" in schema.types(node)]
    for story in structured.stories[:1]:
        nodes += schema.objects(story.get("image"), {})
    others = story_texts(structured)
    out: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        caption = schema.text(node.get("caption")) if isinstance(node, Mapping) else None
        if caption and not any(same_words(caption, other) for other in others):
            start = fold(caption)[:SAME_CHARS]
            out[start] = (*out.get(start, ()), caption)[:MAX_ALIKE]
    return out


def boxed_text(reading: Reading) -> Mapping[int, Boxed]:
    """The blocks that are the text of a picture of the story, by their index; none that engine or rules placed."""
    found: dict[int, Boxed] = {}
    page = reading.page
    if not page.pictures or not reading.body:
        return found
    story = sorted({*reading.body, *((reading.title,) if reading.title != NONE else ())})
    for box in boxes(reading, story):
        for block, boxed in _read(reading, box):
            found.setdefault(block, boxed)
    for block, boxed in (*_in_story(reading, story), *_alike(reading, story, found)):
        found.setdefault(block, boxed)
    return found


def _in_story(reading: Reading, story: Sequence[int]) -> Iterator[tuple[int, Boxed]]:
    """Blocks that the engine took for the story, right below a picture, and that say what it shows."""
    page = reading.page
    blocks, pictures = page.blocks, page.pictures
    taken = frozenset(reading.body)
    for nth in near_story(pictures, story):
        i = pictures[nth].before
        if i not in taken or blocks[i].words > MAX_WORDS:
            continue
        block = blocks[i]
        worded = block.kind == "paragraph" and block.words >= MIN_SAME_WORDS
        told = next(_told(reading, block, pictures[nth]), None) if worded else None
        if told is not None:
            yield i, Boxed(nth, None, (told,))
        elif credited_below(reading, nth, story):
            yield i, Boxed(nth, None, ("credit",))
            yield i + 1, Boxed(nth, credit_alone(page, i + 1, reading.language), ())


def _alike(reading: Reading, story: Sequence[int], found: Mapping[int, Boxed]) -> Iterator[tuple[int, Boxed]]:
    """Blocks of the story right in an element with a picture that is named as one which holds a picture's caption."""
    page = reading.page
    frames, blocks, pictures = page.frames, page.blocks, page.pictures
    held = {i: frames[blocks[i].frame] for i, boxed in found.items() if boxed.credit is None}
    names = {
        (frame.tag, frame.classes)
        for i, frame in held.items()
        if frame.classes and _inside(page, pictures[found[i].picture], blocks[i])
    }
    taken = frozenset(reading.body) if names else frozenset()
    for nth in near_story(pictures, story) if names else ():
        i = pictures[nth].before
        if i not in taken or blocks[i].kind != "paragraph" or blocks[i].words > MAX_WORDS:
            continue
        frame = frames[blocks[i].frame]
        if (frame.tag, frame.classes) in names and _inside(page, pictures[nth], blocks[i]):
            yield i, Boxed(nth, None, ("alike",))


def _inside(page: Page, picture: Picture, block: Candidate) -> bool:
    """Whether a picture stands in the innermost element around a block."""
    return block.frame in page.ancestors(picture.frame)


def _read(reading: Reading, box: Box) -> Iterator[tuple[int, Boxed]]:
    """What of a box is the picture's: its credits, and the first line that may be its caption."""
    page, language = reading.page, reading.language
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


def _captions(
    reading: Reading, box: Box, lines: Sequence[tuple[int, int]], *, credited: bool
) -> Iterator[tuple[int, Boxed]]:
    page, picture = reading.page, reading.page.pictures[box.picture]
    core = max((depth for i, depth in lines if i >= picture.before), default=box.depth)
    inner = [page.blocks[i] for i, depth in lines if depth >= core]
    linked = any(block.link_chars > LINKED * len(block.text) for block in inner)
    free = not linked and not any(reading.labels[i] == "caption" for i, _ in box.blocks)
    for block in inner:
        witnesses = tuple(_witnesses(reading, block, picture, credited=credited))
        below = block.index >= picture.before
        if not _TOLD.isdisjoint(witnesses):
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


def _witnesses(reading: Reading, block: Candidate, picture: Picture, *, credited: bool) -> Iterator[str]:
    yield from _told(reading, block, picture)
    if credited or find_credit(block.text, reading.language).credit:
        yield "credit"


def _told(reading: Reading, block: Candidate, picture: Picture) -> Iterator[str]:
    """Where else the text of a block is said to be what the picture shows."""
    alt = picture.attributes.get("alt")
    if alt and same_words(block.text, alt):
        yield "alt"
        return
    declared = reading.once(declared_captions).get(fold(block.text)[:SAME_CHARS], ())
    if any(same_words(block.text, caption) for caption in declared):
        yield "declared"


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
