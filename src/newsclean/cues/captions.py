"""Is this line a caption? Markup, wording and position, weighed; whose caption it is, is `ownership`.

This is the question that can hurt a body, so wording alone is enough only where it is beyond doubt (a picture credit
at the end, "FILE PHOTO:" at the start); weaker wording counts in the place where captions stand: between the headline
and the first paragraph of prose, or next to a picture. On gold news text the strong forms hit 0.1 % of lines, the
exact "(L)" none (docs/residue.md).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.caption_credits import credit_alone
from newsclean.cues.caption_neighbours import above_credits, cut_off, glued_like_others, twins
from newsclean.cues.caption_wording import SENTENCE_ENDS, wording
from newsclean.cues.credits import find_credit
from newsclean.cues.picture_text import MAX_WORDS, boxed_text
from newsclean.page import NONE
from newsclean.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.page import Reading

MAX_CAPTION_WORDS: Final = 70
"""Captions have a median of 13 words; agency captions with names, place and date reach 60."""
CREDITED_WORDS: Final = 100
"""The same of captions with a sure credit, which may tell a story of their own: of 34,541 gold lines none ends so."""
PROSE_WORDS: Final = 25
"""A line of so many words without a cue is the first paragraph: what stands above it is the head of the story."""
SENTENCE_WORDS: Final = 6
SENTENCES: Final = 2
"""Lines of so many words that end a sentence: the first may be the standfirst, with the second the story has begun."""
ENOUGH: Final = 2
"""Points that make a line a caption: one strong cue, or a weak one in the right place."""
MIN_REPEATED_WORDS: Final = 5
"""Shorter lines are captions and headings by chance."""
RUN_IN_WORDS: Final = 4
"""Words of a name and a little more."""
REPEATED_NEAR: Final = 4
"""Blocks within which a caption is told twice."""
ESSAY_SHARE: Final = 0.5
"""Where captions have more than this share of the body's words, the page is a gallery: its lines are its text."""

AGENCY_WORDS: Final = 25
"""Captions that end in nothing but an agency's name are short; of paragraphs that do, the end of the story is one."""

CLASS_CACHE: Final = 8192
"""Elements whose names are remembered: a page has about a hundred different ones, a site repeats them."""


_MARKED = re.compile(
    r"(?<!has)(?<!has[-_])caption|cutline|bildunterschrift|bildtext|bildlegende|l[eé]gende|pie-?de-?foto|didascalia|bijschrift|fotoczka|kuvateksti",
    re.IGNORECASE,
)
"""Class tokens of caption elements, per the class names of the evaluation corpus; what "has" a caption holds more."""


class CaptionCue(NamedTuple):
    """Why a block is a caption."""

    points: int
    cues: tuple[str, ...]
    """Names of what was seen: markup, box, alt, declared, class, repeated; credit, agency, prefix, shows, file,
    position; head, picture, inside; twin, cut, credited, glued."""
    picture: int = NONE
    """Index of its picture on the page, where its box tells."""


class PictureCredit(NamedTuple):
    """A block that is a credit and nothing else."""

    name: str
    picture: int


def find_captions(reading: Reading) -> Mapping[int, CaptionCue]:
    """The captions of a page: those that markup or a rule marks, and those that wording and place give away."""
    placed = _placed(reading)
    found = {**dict(_neighboured(reading)), **dict(_worded(reading)), **placed}
    for i in _repeated(reading, found):
        found[i] = CaptionCue(ENOUGH, ("repeated",))
    blocks = reading.page.blocks
    text = dict.fromkeys(reading.body)
    words = sum(blocks[i].words for i in text)
    if sum(blocks[i].words for i in found if i in text) > ESSAY_SHARE * words:
        return {i: cue for i, cue in placed.items() if i not in text}
    return found


def _placed(reading: Reading) -> dict[int, CaptionCue]:
    """The captions that markup or a rule marks, and those that stand where captions do and nothing else."""
    credits_ = reading.once(picture_credits)
    found = {i: CaptionCue(ENOUGH, ("markup",)) for i in reading.captions if i not in credits_}
    for i, boxed in reading.once(boxed_text).items():
        if boxed.credit is None:
            found[i] = CaptionCue(ENOUGH, ("box", *boxed.witnesses), boxed.picture)
    for i in _marked_above(reading):
        found.setdefault(i, CaptionCue(ENOUGH, ("head", "class")))
    return found


def _neighboured(reading: Reading) -> Iterator[tuple[int, CaptionCue]]:
    """The captions of a plain text that the lines around them give away; in HTML the elements tell more."""
    if reading.page.mode != "text":
        return
    for cue, find in (("twin", twins), ("cut", cut_off), ("credited", above_credits), ("glued", glued_like_others)):
        for i in find(reading):
            yield i, CaptionCue(ENOUGH, (cue,))


def _worded(reading: Reading) -> Iterator[tuple[int, CaptionCue]]:
    """The captions in the text that wording gives away, with the place where that is weak."""
    page = reading.page
    head, wordings = reading.once(head_of_story), reading.once(_Wordings)
    beside = {picture.before for picture in page.pictures} | {picture.before - 1 for picture in page.pictures}
    last = reading.body[-1] if reading.body else NONE
    for i in reading.body:
        block = page.blocks[i]
        if block.words > CREDITED_WORDS or block.kind not in ("paragraph", "list_item"):
            continue
        points, cues = wordings[i]
        sure = "credit" in cues and points >= ENOUGH
        if not points or block.words > (CREDITED_WORDS if sure else MAX_CAPTION_WORDS):
            continue
        if i in head:
            points, cues = points + 1, (*cues, "head")
        if i in beside:
            points, cues = points + 1, (*cues, "picture")
        if page.mode == "text" and "agency" in cues and block.words <= AGENCY_WORDS and i < last:
            points, cues = points + 1, (*cues, "inside")
        if points >= ENOUGH:
            yield i, CaptionCue(points, cues)


def _marked_above(reading: Reading) -> Iterator[int]:
    """Blocks between headline and story that their elements call captions: the engine knows those near the story."""
    page = reading.page
    if reading.title == NONE or not reading.body:
        return
    for i in range(reading.title + 1, reading.body[0]):
        block = page.blocks[i]
        if reading.labels[i] != "boilerplate" or block.frame == NONE or block.words > MAX_WORDS or block.link_chars:
            continue
        frame = page.frames[block.frame]
        around = page.frames[frame.parent] if frame.parent != NONE else frame
        if marked(frame.classes, frame.tag) or marked(around.classes, around.tag):
            yield i


def _repeated(reading: Reading, captions: Mapping[int, CaptionCue]) -> list[int]:
    """Blocks of the story that repeat a caption: pages tell them once for readers with scripts and once for others."""
    blocks, least = reading.page.blocks, MIN_REPEATED_WORDS
    told = {text: i for i in captions for text in _tellings(blocks[i].text, reading) if count_words(text) >= least}
    return [
        i
        for i in (reading.body if told else ())
        if i not in captions
        and blocks[i].kind == "paragraph"
        and any(abs(at - i) < REPEATED_NEAR and _repeats(blocks[i].text, text) for text, at in told.items())
    ]


def _repeats(line: str, caption: str) -> bool:
    """Whether a line is a caption again, perhaps with a name run into it: "Jane RoeFishermen mend nets"."""
    before = line.removesuffix(caption)
    return not before or (before != line and before[-1].isalpha() and len(before.split()) <= RUN_IN_WORDS)


def _tellings(text: str, reading: Reading) -> tuple[str, ...]:
    """A caption with its credit and without."""
    caption = find_credit(text, reading.language).caption
    return (text,) if caption == text else (text, caption)


def picture_credits(reading: Reading) -> Mapping[int, PictureCredit]:
    """The blocks of pictures' texts that are nothing but a credit, and the picture where their box tells it."""
    found: dict[int, PictureCredit] = {}
    for i in reading.captions:
        name = credit_alone(reading.page, i, reading.language)
        if name is not None:
            found[i] = PictureCredit(name, NONE)
    for i, boxed in reading.once(boxed_text).items():
        if boxed.credit is not None:
            found[i] = PictureCredit(boxed.credit, boxed.picture)
    return found


class _Wordings(dict[int, tuple[int, tuple[str, ...]]]):
    """What each block says, found when it is asked for: the head of the story and its body share blocks."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def __missing__(self, block: int) -> tuple[int, tuple[str, ...]]:
        found = self[block] = wording(self._reading.page.blocks[block].text, self._reading.language)
        return found


@lru_cache(CLASS_CACHE)
def marked(classes: str, tag: str) -> bool:
    """Whether an element says that it is a caption."""
    return tag == "figcaption" or (bool(classes) and _MARKED.search(classes) is not None)


def head_of_story(reading: Reading) -> frozenset[int]:
    """Blocks between headline and story: up to a long line of prose, or the second line that ends a sentence."""
    out: list[int] = []
    sentences = 0
    wordings = reading.once(_Wordings)
    start = reading.title + 1 if reading.title != NONE else 0
    for block in reading.page.blocks[start:]:
        cued = block.words <= MAX_CAPTION_WORDS and wordings[block.index][0] > 0
        if not cued:
            sentences += block.words >= SENTENCE_WORDS and block.text.endswith(SENTENCE_ENDS)
            if block.words >= PROSE_WORDS or sentences >= SENTENCES:
                break
        out.append(block.index)
    return frozenset(out)
