"""Dates that stand only in what readers see, or in a page's scripts: asked where nothing is declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.caseless import Caseless
from newsclean.html.headline import key

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

MAX_LINKED: Final = 0.8
"""Share of a line's characters in links from which it leads to another story; authors and sections are links too."""

_MAY_HAVE = re.compile(r"[\d年년]")
_HAS_DATE = re.compile(r"\d{4}|\d\d?[./-]\d\d?[./-]\d\d|[年년]|\d\d?\.? [^\W\d]+ \d\d")
_DATED = Caseless(
    r"\b(?:published|posted|publish date|publication date|date|veröffentlicht|erstellt|datum|vom|publié|mis en ligne|"
    r"publicado|fecha|pubblicato|"
    r"data|gepubliceerd|opublikowano|опубликовано|дата|tarih|yayın\w*|dipublikasikan|written|created|released|stand|issued)\b|発表|公開|发布|登录|입력|تاریخ|نشر"
)
_FOREIGN = Caseless(r"©|\bcopyright\b|\ball rights\b|\(c\)|\bsince\b|\bseit\b|\bdepuis\b|\best\.\s")
_SCRIPT_DATE = re.compile(
    r"(?:[\"']|&quot;)(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date|pubDate|"
    r"publicationDate|publication_date|firstPublished\w*|datePosted|publishedTime|published_time|displayDate|createdAt|created_at)\\?(?:[\"']|&quot;)"
    r"\s*:\s*\\?(?:[\"']|&quot;)([^\"'&\\]{6,40})"
)


class Dateline(NamedTuple):
    """A text that may give the date of the story."""

    source: str
    text: str
    weight: float


def shown_datelines(draft: Draft) -> Iterator[Dateline]:
    """Lines that may date the story, those around the headline first."""
    blocks = draft.page.blocks
    title = _title_block(draft)
    for index in range(max(0, title - BEFORE_TITLE), min(len(blocks), title + AFTER_TITLE)):
        block = blocks[index]
        if block.words <= SHORT_WORDS and _may_date(block):
            near = 0.3 if index >= title else 0.0
            form = _form(block)
            yield Dateline("dom:text", block.text, (2.2 if form else 1.2) + near + form)
    kept = draft.outcome.kept
    if kept:
        ends = {*range(kept[0] - 2, kept[0] + 2), *range(kept[-1] - 1, kept[-1] + TAIL_BLOCKS)}
        for index in sorted(ends):
            if 0 <= index < len(blocks) and blocks[index].words <= SHORT_WORDS and _may_date(blocks[index]):
                yield Dateline("dom:text", blocks[index].text, 1.0 + _form(blocks[index]))
    for block in blocks:
        if block.words <= LINE_WORDS and _may_date(block):
            yield Dateline("dom:text", block.text, 0.4 + _form(block))


def short_lines(draft: Draft) -> Iterator[Candidate]:
    """The lines of a few words around the headline."""
    title = _title_block(draft)
    for block in draft.page.blocks[max(0, title - BEFORE_TITLE) : title + AFTER_TITLE]:
        if 1 < block.words <= RELATIVE_WORDS:
            yield block


def scripted_dates(draft: Draft) -> Iterator[Dateline]:
    """Dates in the data of a page's scripts."""
    document = draft.page.document
    if document is None:
        return
    for text in document.texts("script:not([src])"):
        for match in _SCRIPT_DATE.finditer(text):
            yield Dateline("script", match[1], 0.9)


def _form(block: Candidate) -> float:
    """How much a line looks like a dateline: it says so, or holds little else."""
    return 0.8 * bool(_DATED.search(block.text)) + 0.4 * (block.words <= LINE_WORDS // 2)


def _may_date(block: Candidate) -> bool:
    return (
        _MAY_HAVE.search(block.text) is not None  # one line in four, found at a sixth of the price
        and bool(_HAS_DATE.search(block.text))
        and not _FOREIGN.search(block.text)
        and block.link_chars <= MAX_LINKED * len(block.text)
    )


def _title_block(draft: Draft) -> int:
    """The block that is the headline, or the first of the story."""
    moved = next((moved.block for moved in draft.moved("title")), None)
    if moved is not None:
        return moved
    wanted = {key(text) for text in draft.structured.h1}
    for block in draft.page.blocks:
        if block.kind == "heading" and key(block.text) in wanted:
            return block.index
    return draft.outcome.kept[0] if draft.outcome.kept else 0
