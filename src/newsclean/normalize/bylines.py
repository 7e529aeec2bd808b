"""Authors as readers see them: elements that say so, links to authors' pages, lines that begin with "By"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.caseless import Caseless
from newsclean.cues.lexicon import lexicon
from newsclean.normalize.instants import read_instant
from newsclean.normalize.names import is_person, shown_names
from newsclean.normalize.organisations import is_organisation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.html.structured import Mark
    from newsclean.normalize.draft import Draft

MAX_BYLINE_WORDS: Final = 16
"""Two names, two tasks, a date."""
SURE: Final = 4.5
"""Weight of markup that is exact, so that one word may be a name."""
MAX_MARKS: Final = 25
"""Marks that may name the author: those of the story come before those of the boxes around it."""
MAX_INNER: Final = 6
"""Marks behind a mark that may stand in it: the name, its link, the task."""
HEAD_BLOCKS: Final = 25
"""Blocks from the headline on in which a line beginning with "By" is the byline."""

BEFORE_TITLE: Final = 3
"""Blocks above the headline in which a date with a name may stand."""
DATED_BLOCKS: Final = 12
"""Blocks from the headline on in which it may stand. On the development half this names the author of the gold on three
pages that name none otherwise, and somebody else on one."""

_YEAR = re.compile(r"\d{4}|\d\.\d\d?\.\d\d")
_BARS = re.compile(r"\s*[|•·∙]\s*|\s+[–—-]\s+")
_AUTHOR_PAGE = Caseless(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori|contributors?|journalists?|people|profile|redaktion|by)/[^/?#]+"
)
_PRECISE: Final = frozenset(
    (
        "author",
        "byline",
        "author-name",
        "byline-name",
        "authorname",
        "post-author",
        "entry-author",
        "byline__name",
        "author__name",
    )
)
_GLUED = re.compile(r"[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ]")
"""A capital behind a small letter: two elements without a space between, or a name like "McKay"."""
_NOT_NAMES = re.compile(
    r"(?<![a-z])(?:bio|biography|avatar|image|img|photo|follow|social|twitter|comments?|quote|description|about|title|role|job|label|"
    r"count|info-box|related|testimonial|affiliations?)(?![a-z])"
)


class Claim(NamedTuple):
    """What one visible source says."""

    source: str
    weight: float
    names: tuple[tuple[str, str | None, str], ...]
    """(name, address of their page, text as it stands)."""


class _Named(NamedTuple):
    mark: Mark
    weight: float
    names: tuple[tuple[str, str | None, str], ...]


def visible_claims(draft: Draft, language: str | None = None) -> Iterator[Claim]:
    """The visible sources that name somebody: marked elements of most trust, moved bylines, a line "By"."""
    marks = [
        _Named(mark, weight, _named(mark.text or mark.value or "", href, sure=weight > SURE))
        for mark, href, weight in islice(_weighed(draft), MAX_MARKS)
    ]
    naming = [one for place, one in enumerate(marks) if one.names and not _is_box(marks, place)]
    if naming:
        yield _first_run(naming)
    for moved in draft.moved("byline"):
        found = _named(_parted(moved.text, draft), None, sure=True)
        if found:
            yield Claim(f"block:{moved.verdict.by}", 6.5, found)
    yield from _from_lines(draft, language)
    yield from _from_datelines(draft, language)


def _weighed(draft: Draft) -> Iterator[tuple[Mark, str | None, float]]:
    """The marks that may name an author, with the address that they or a link in them lead to."""
    marks = draft.structured.marks
    for place, mark in enumerate(marks):
        weight = _weight(mark)
        if weight:
            yield mark, mark.href or _inner_link(mark, marks[place + 1 : place + MAX_INNER]), weight


def _inner_link(mark: Mark, behind: Sequence[Mark]) -> str | None:
    inside = takewhile(lambda other: other.depth > mark.depth, behind)
    return next((other.href for other in inside if other.href and other.text and other.text in mark.text), None)


def _weight(mark: Mark) -> float:
    """How far a marked element is to be trusted with the author; 0 for none."""
    if mark.aside:
        return 0.0
    return max(0.0, _trust(mark) - 1.5 * mark.margin)


def _trust(mark: Mark) -> float:
    prop = mark.prop.rsplit(":", 1)[-1].lower()
    if prop in {"author", "creator"}:
        return 5.8
    if mark.prop and prop != "name":
        return 0.0
    tokens = mark.names.split()
    return max(
        5.6 * (mark.tag == "a" and "author" in tokens),  # rel=author, or as good as that
        4.8 * (not _PRECISE.isdisjoint(tokens)),
        4.4 * bool(mark.href and _AUTHOR_PAGE.search(mark.href)),
        4.0 * (("byline" in mark.names or "author" in mark.names) and not _NOT_NAMES.search(mark.names)),
    )


def _is_box(marks: Sequence[_Named], place: int) -> bool:
    """Whether a mark is only the box around others that name somebody."""
    own = marks[place].mark
    for one in marks[place + 1 :]:
        if one.mark.depth <= own.depth or one.mark.text not in own.text:
            return False
        if one.names:
            return True
    return False


def _first_run(naming: Sequence[_Named]) -> Claim:
    """The first mark of most trust and those like it beside it: others belong to reviewers and other stories."""
    first = max(naming, key=lambda one: one.weight)
    run = (
        one
        for one in naming
        if one.mark.names == first.mark.names
        and (one.mark.place[0] == first.mark.place[0] or one.mark.place[1] == first.mark.place[1])
    )
    return Claim("dom:author", first.weight, tuple(name for one in run for name in one.names))


def _from_lines(draft: Draft, language: str | None) -> Iterator[Claim]:
    """The first line "By Ann Lee" behind the headline, in English or the language of the page."""
    page = draft.page
    start = draft.title_block
    english, by = _by_line(None), _by_line(language)
    for block in page.blocks[start : start + HEAD_BLOCKS]:
        if block.words <= MAX_BYLINE_WORDS and by.match(block.text):
            found = _named(_parted(block.text, draft), None, sure=True)
            if not english.match(block.text):  # "Von Anfang an" names nobody
                found = tuple(name for name in found if is_person(name[0]))
            if found:
                yield Claim("dom:byline", 4.2, found)
                return


def _from_datelines(draft: Draft, language: str | None) -> Iterator[Claim]:
    """The name in the first line beside the headline that holds a date too, set apart: "2 May 2024 | Ann Lee"."""
    start = draft.title_block
    for block in draft.page.blocks[max(0, start - BEFORE_TITLE) : start + DATED_BLOCKS]:
        if block.words > MAX_BYLINE_WORDS or not _YEAR.search(block.text):
            continue
        parts = _BARS.split(block.text)
        if len(parts) == 1 or all(read_instant(part, language) is None for part in parts):
            continue
        named = [found for part in parts if not _YEAR.search(part) for found in _named(part, None, sure=False)]
        people = tuple(one for one in named if is_person(one[0]) and not is_organisation(one[0]))
        if people:
            yield Claim("dom:dateline", 3.0, people)
            return


def _parted(text: str, draft: Draft) -> str:
    """A byline whose elements stand together without a space, as "Ann LeeStaff Writer", as its marks have it."""
    if not _GLUED.search(text):
        return text
    whole = "".join(text.split())
    return next((mark.text for mark in draft.structured.marks if "".join(mark.text.split()) == whole), text)


@cache
def _by_line(language: str | None) -> Caseless:
    return Caseless(rf"\W{{0,3}}{lexicon(language).alternation('byline.by')}(?:\s*[:：]|(?=[a-z])|\s)")


def _named(text: str, href: str | None, *, sure: bool) -> tuple[tuple[str, str | None, str], ...]:
    found = shown_names(text, sure=sure)
    return tuple((name, href if len(found) == 1 else None, text) for name in found)
