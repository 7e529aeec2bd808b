"""The standfirst: the summary that readers see between headline and story."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from newsclean.cues.captions import find_captions
from newsclean.cues.standfirst import Declared, names
from newsclean.detectors.base import detector, say
from newsclean.html.document import is_bold
from newsclean.html.headline import key
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Page, Reading
    from newsclean.verdict import Verdict

REACH: Final = 18
"""Blocks behind the headline in which the standfirst stands: shares, bylines and captions may come before it."""
MIN_WORDS: Final = 4
MAX_WORDS: Final = 110
"""The longest of the evaluation corpus has 84 words."""
MAX_SHARE: Final = 0.4
"""Share of the words of the story that a standfirst may have; more is a story whose container is called "lead"."""
LONG_WORDS: Final = 18
"""A paragraph of the story, not a line of furniture."""
SENTENCE_WORDS: Final = 8
DEK_WORDS: Final = 10
"""Words from which a heading right under the headline is no section's name."""
TOP_LEVEL: Final = 2
"""Headings of this level or above may be the headline."""
UNDER_TITLE: Final = 2
"""Blocks behind the headline that count as directly under it."""
ALONE_AMONG: Final = 3
"""Paragraphs of one form behind a first one of another form."""
NAMED_DEPTH: Final = 3
"""Elements around a paragraph of a standfirst, innermost first, one of which names it."""
SUMMARY: Final = 1.5
"""Points for what the page declares as its summary."""
NEAR: Final = 0.5
APART: Final = 0.5
"""Points for another form than that of the next paragraph."""
DEK: Final = 1.0
"""Points for a long heading right under the headline."""
PLAIN: Final = 0.25
PROSE: Final = 1.5
"""Points for a sentence above the story that the engine left out."""
ALONE: Final = 1.5
"""Points for a first paragraph whose class none of the next ones has."""
BOLD: Final = 1.5
"""Points for a first paragraph that is all bold, while the next one is not."""
ENOUGH: Final = 2.0
"""The points were set on the fixtures and held against the texts of the other data sets, docs/fields.md."""
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "”", '"', "»", "“", "。", "؟", "।")
_WHOLE_STORY: Final = frozenset(("article", "main", "body", "section"))
"""Containers of the whole story: "lead-content" may be either."""


@detector("standfirst")
def find(reading: Reading) -> Iterator[Verdict]:
    """The summary between headline and story: moved to `standfirst`.

    Signs are the name that its markup gives it, its likeness to the summary that the page declares, and a form that no
    paragraph of the story has. A first paragraph that was merely copied to the declared summary has the form of the
    others and stays a paragraph.
    """
    for index in _standfirst(reading):
        yield say("standfirst", index, "standfirst", "The summary between the headline and the story.", confidence=0.9)


def _standfirst(reading: Reading) -> tuple[int, ...]:
    if reading.page.document is None:
        return ()
    declared = Declared(reading.page.document.structured)
    title, story = _head(reading, declared)
    candidates = list(_candidates(reading, title, story)) if title != NONE else []
    if not candidates:
        return ()
    scores = _Scores(reading, declared, title, story)
    points, place = max((scores.of(block), -block.index) for block in candidates)  # the first among equals
    if points < ENOUGH:
        return ()
    found = tuple(i for i in _whole(reading.page, -place) if reading.labels[i] in ("body", "boilerplate"))
    words = sum(reading.page.blocks[index].words for index in found)
    rest = sum(reading.page.blocks[index].words for index in reading.body if index not in found)
    return found if words <= MAX_SHARE * rest else ()


def _head(reading: Reading, declared: Declared) -> tuple[int, int]:
    """The block that is the headline, and the first of the story behind it that is no heading; NONE for none."""
    blocks, body = reading.page.blocks, reading.body
    title = reading.title
    if title == NONE and body:  # its parts may be joined otherwise on the page than in what the page declares
        above = reversed(blocks[max(0, body[0] - REACH) : body[0]])
        title = next((b.index for b in above if _may_be_title(b, declared)), NONE)
    story = next((i for i in body if i > title and blocks[i].kind != "heading"), NONE)
    return (title, story) if story != NONE else (NONE, NONE)


def _may_be(page: Page, block: Candidate) -> bool:
    return block.words <= MAX_WORDS and block.link_chars * 2 <= len(block.text) and not page.hidden(block.index)


def _may_be_title(block: Candidate, declared: Declared) -> bool:
    return (block.kind == "heading" and block.level <= TOP_LEVEL) or key(block.text) in declared.titles


def _candidates(reading: Reading, title: int, story: int) -> Iterator[Candidate]:
    page, captions = reading.page, None
    figure = page.figure(title)
    for block in page.blocks[title + 1 : min(title + REACH, story) + 1]:
        if (
            block.words >= MIN_WORDS
            and _may_be(page, block)
            and reading.labels[block.index] in ("body", "boilerplate")
            and page.figure(block.index) in (NONE, figure)
        ):
            captions = reading.once(find_captions) if captions is None else captions
            if block.index not in captions:
                yield block


class _Scores:
    """How much each block looks like the standfirst of one page."""

    def __init__(self, reading: Reading, declared: Declared, title: int, story: int) -> None:
        self._page = page = reading.page
        self._labels = reading.labels
        self._declared = declared
        self._title = title
        self._around = frozenset(page.ancestors(page.blocks[title].frame))
        long = (page.blocks[i] for i in reading.body if i > story and page.blocks[i].words >= LONG_WORDS)
        paragraphs = islice((block for block in long if block.kind == "paragraph"), ALONE_AMONG)
        self._forms = [_form(page, block) for block in paragraphs]
        self._next = next((page.blocks[i] for i in reading.body if i > story), None)

    def of(self, block: Candidate) -> float:
        """Points, `ENOUGH` or more for a standfirst."""
        named = self._named(block)
        if named is None:
            return 0.0
        kept = self._labels[block.index] == "body"
        bold = kept and self._is_bold(block)
        apart = bold or not self._forms or _form(self._page, block) != self._forms[0]
        if not (named or apart):
            return 0.0
        folded = key(block.text)
        if folded in self._declared.titles:
            return 0.0
        summary = self._declared.summary(folded)
        near = block.index - self._title <= UNDER_TITLE
        points = named + SUMMARY * summary + NEAR * near + APART * apart
        if kept:  # it takes more to be sure
            sure = self._declared.news or ((named or bold) and summary)
            return points + BOLD * bold + self._shape(block, near=near) if sure else 0.0
        sentence = self._is_sentence(block)
        return points + PROSE * (sentence and not named) if sentence or named or summary else 0.0

    def _is_sentence(self, block: Candidate) -> bool:
        """Whether a block above the story is prose, on a page that has editors."""
        ends = block.text.endswith("." if block.kind == "heading" else _SENTENCE_ENDS)
        return self._declared.news and block.words >= SENTENCE_WORDS and ends

    def _shape(self, block: Candidate, *, near: bool) -> float:
        """Points for what the first block of the story looks like."""
        dek = block.kind == "heading" and near and block.words >= DEK_WORDS
        return DEK * dek + ALONE * self._alone(block) + PLAIN * block.text.endswith(_SENTENCE_ENDS)

    def _is_bold(self, block: Candidate) -> bool:
        """Whether a paragraph is all bold, and the next one of the story is not."""
        frames = self._page.frames
        return (
            self._next is not None
            and self._next.frame != block.frame
            and is_bold(frames[block.frame].node)
            and not is_bold(frames[self._next.frame].node)
        )

    def _alone(self, block: Candidate) -> bool:
        """Whether the next paragraphs are all of one form, and this one differs from them by its class alone."""
        tag, classes, parent = _form(self._page, block)
        return (
            len(self._forms) == ALONE_AMONG
            and len({*self._forms}) == 1
            and self._forms[0][0] == tag
            and self._forms[0][2] == parent
            and bool(classes)
            and self._forms[0][1] != classes
        )

    def _named(self, block: Candidate) -> float | None:
        """How surely elements around a block, but not around the headline, say "standfirst"; None in another box."""
        found = 0.0
        for index in self._page.ancestors(block.frame):
            if index in self._around:
                break
            frame = self._page.frames[index]
            said = names(frame.classes, frame.id)
            if said.other_story or (said.other_line and not found):
                return None
            found = found or (said.standfirst if frame.tag not in _WHOLE_STORY else 0.0)
        return found


def _form(page: Page, block: Candidate) -> tuple[str, str, int]:
    """What blocks have in common that readers see as paragraphs of one text: element, class, parent."""
    frame = page.frames[block.frame]
    return frame.tag, frame.classes, frame.parent


def _whole(page: Page, best: int) -> Iterator[int]:
    """A block and, where its markup names it, those behind it that have its form."""
    yield best
    form = _form(page, page.blocks[best])
    around = islice(page.ancestors(page.blocks[best].frame), NAMED_DEPTH)
    if not any(names(page.frames[index].classes, "").standfirst for index in around):
        return
    for block in page.blocks[best + 1 : best + 1 + REACH]:
        if _form(page, block) != form or not _may_be(page, block):
            return
        yield block.index
