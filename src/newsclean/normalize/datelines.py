"""Dates that stand only in what readers see, or in a page's scripts: asked where nothing is declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.caseless import Caseless
from newsclean.normalize.date_words import after_change, names_publication, opens_with_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.normalize.draft import Draft
    from newsclean.page import Candidate

BEFORE_TITLE: Final = 6
"""Blocks above the headline in which the date of the story may stand."""
AFTER_TITLE: Final = 14
LINE_WORDS: Final = 14
"""Words of a line that holds little more than a date."""
RELATIVE_WORDS: Final = 5
SHORT_WORDS: Final = 30
TAIL_BLOCKS: Final = 4
"""Blocks around the end of the story in which it may be dated."""
LEAD_BLOCKS: Final = 3
"""First blocks of the story, one of which may begin with its date."""
LEAD_CHARS: Final = 60
"""Characters of such a beginning: "Press release of", a place, a date, a clock time."""

MAX_SCRIPTED: Final = 40
"""Dates of scripts that are looked at: lists of other stories come behind the page's own data."""
MAX_SIGNS: Final = 500
"""Times that one of the words is looked at which names of dates hold: styles have them as class names."""
NAME_REACH: Final = 24
"""Characters from the quote before such a name to the word in it: "&quot;first"."""
DATE_REACH: Final = 120
"""Characters from the word to the end of the date."""
MAX_LINKED: Final = 0.8
"""Share of a line's characters in links from which it leads to another story; authors and sections are links too."""

_MAY_HAVE = re.compile(r"[\d年년]")
_HAS_DATE = re.compile(r"\d{4}|\d\d?[./-]\d\d?[./-]\d\d|[年년]|\d\d?\.? [^\W\d]+ \d\d")
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?!\d)")
_FOREIGN = Caseless(r"©|\bcopyright\b|\ball rights\b|\(c\)|\bsince\b|\bseit\b|\bdepuis\b|\best\.\s")
_LEAD_DATE = re.compile(r"[^!?]{0,40}?\d{4}\W{0,2}(?=\s[-–—|/]+\s|\)\s|:\s|\s\(|\s/[A-Z])")
"""A date at the beginning of a text, set apart from it."""
_VERSION = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d\d(?!\d)")
"""What is a date in German and the number of a version in English."""
_SIGNS: Final = (
    "ublishedAt", "ublished_at", "ublishedDate", "ublished_date", "ublishedTime", "ublished_time", "ublishDate",
    "ublish_date", "atePublished", "ate_published", "ublicationDate", "ublication_date", "irstPublished", "atePosted",
    "pubDate", "isplayDate", "reatedAt", "reated_at",
)  # fmt: skip
"""One of these is in whatever `_SCRIPT_DATE` finds: looking for all of them takes a third of its time."""
_SCRIPT_DATE = re.compile(
    r"(?P<mark>[\"']|&quot;)(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|"
    r"published_date|pubDate|"
    r"publicationDate|publication_date|firstPublished\w*|datePosted|publishedTime|published_time|displayDate|createdAt|created_at)\\?(?:[\"']|&quot;)"
    r"\s*:\s*\\?(?:[\"']|&quot;)(?P<date>[^\"'&\\]{6,40})"
)


class Dateline(NamedTuple):
    """A text that may give the date of the story."""

    source: str
    text: str
    weight: float


def shown_datelines(draft: Draft, language: str | None) -> Iterator[Dateline]:
    """Lines that may date the story, those around the headline first.

    Args:
        draft: the page.
        language: primary subtag of its language, which says what looks like a date.
    """
    blocks = draft.page.blocks
    title, kept = draft.title_block, frozenset(draft.outcome.kept)
    for index in range(max(0, title - BEFORE_TITLE), min(len(blocks), title + AFTER_TITLE)):
        block = blocks[index]
        if block.words <= SHORT_WORDS and _may_date(block, language):
            near = 0.3 if index >= title else 0.0
            form = _form(block)
            if form or index not in kept:  # a sentence of the story tells of another day
                yield Dateline("dom:text", block.text, (2.2 if form else 1.2) + near + form)
    leads = [*(moved.block for moved in draft.moved("standfirst")), *draft.outcome.kept[:LEAD_BLOCKS]]
    for index in leads:
        match = _LEAD_DATE.match(blocks[index].text[:LEAD_CHARS])
        if match:
            yield Dateline("dom:text", match[0], 2.0)
    for indexes, words, weight in ((_ends(draft), SHORT_WORDS, 1.0), (range(len(blocks)), LINE_WORDS, 0.4)):
        for index in indexes:
            block = blocks[index]
            form = _form(block) if block.words <= words and _may_date(block, language) else 0.0
            if form:
                yield Dateline("dom:text", block.text, weight + form)


def shown_changes(draft: Draft, language: str | None) -> Iterator[Dateline]:
    """Lines that may say when the story was changed last, those around the headline first."""
    blocks = draft.page.blocks
    title = draft.title_block
    near = range(max(0, title - BEFORE_TITLE), min(len(blocks), title + AFTER_TITLE))
    for weight, indexes in ((2.0, near), (1.0, _ends(draft)), (0.4, range(len(blocks)))):
        for index in indexes:
            block = blocks[index]
            if block.words > LINE_WORDS or not _may_date(block, language):
                continue
            if opens_with_change(block.text) or (weight > 1.0 and after_change(block.text)):
                yield Dateline("dom:text", block.text, weight)


def _ends(draft: Draft) -> list[int]:
    """Numbers of the blocks around the beginning and the end of the story."""
    kept = draft.outcome.kept
    if not kept:
        return []
    ends = {*range(kept[0] - 2, kept[0] + 2), *range(kept[-1] - 1, kept[-1] + TAIL_BLOCKS)}
    return sorted(index for index in ends if 0 <= index < len(draft.page.blocks))


def short_lines(draft: Draft) -> Iterator[Candidate]:
    """The lines of a few words around the headline."""
    title = draft.title_block
    for block in draft.page.blocks[max(0, title - BEFORE_TITLE) : title + AFTER_TITLE]:
        if 1 < block.words <= RELATIVE_WORDS:
            yield block


def scripted_dates(draft: Draft) -> Iterator[Dateline]:
    """Dates in the data of a page's scripts, and in the data that attributes carry for them."""
    document = draft.page.document
    if document is None:
        return
    found = sorted(_in_scripts(document.html).items())
    for _, (mark, date) in found[:MAX_SCRIPTED]:
        in_attribute = mark == "&quot;"
        yield Dateline("attribute" if in_attribute else "script", date, 0.9 - 0.1 * in_attribute)


def _in_scripts(html: str) -> dict[int, tuple[str, str]]:
    """Place of each named date to the quote before its name and what it says; looked for around a few rare words."""
    found: dict[int, tuple[str, str]] = {}
    for sign in _SIGNS:
        at = html.find(sign)
        for _ in range(MAX_SIGNS):
            if at < 0:
                break
            match = _SCRIPT_DATE.search(html, max(0, at - NAME_REACH), at + DATE_REACH)
            if match:
                found[match.start()] = (match["mark"], match["date"])
            at = html.find(sign, at + len(sign))
    return found


def _form(block: Candidate) -> float:
    """How much a line looks like a dateline: it says so, holds little else, or gives the time of day."""
    bare = block.words <= LINE_WORDS // 2 or _CLOCK.search(block.text) is not None
    return 0.8 * names_publication(block.text) + 0.4 * bare


def _may_date(block: Candidate, language: str | None) -> bool:
    text = _VERSION.sub("", block.text) if language == "en" else block.text
    return (
        _MAY_HAVE.search(text) is not None  # one line in four, found at a sixth of the price
        and bool(_HAS_DATE.search(text))
        and not _FOREIGN.search(block.text)
        and block.link_chars <= MAX_LINKED * len(block.text)
    )
