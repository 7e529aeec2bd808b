"""The field `updates`: the entries of a live blog, told apart by what it declares, else by its elements.

Entries quote blocks of the text. What the text has above the first one is the pinned summary: blocks in no update.
"""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.html import schema
from newsclean.html.headline import key
from newsclean.model import Provenance, Update
from newsclean.normalize.findings import Found
from newsclean.normalize.instants import read_instant
from newsclean.normalize.text import normalise
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from newsclean.model import Block
    from newsclean.normalize.draft import Draft

MIN_ENTRIES: Final = 3
"""Elements side by side, each with a time and a part of the story, from which they are entries."""
MAX_ENTRIES: Final = 5_000
"""Entries that are read: days of a live blog have some hundred."""
HEAD_CHARS: Final = 40
"""Letters and digits by which a paragraph is found in a declared entry."""
MIN_HEAD_CHARS: Final = 12
"""Shorter beginnings stand in many entries."""
TIME_WORDS: Final = 8
"""Words of the line that dates an entry."""

_TIME_LINE = re.compile(
    r"\W*(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}\s?(?=[ap]\.?m|uhr))\s*(?:[ap]\.?m\b\.?)?\s*(?:uhr|h|[A-Z]{2,4})?\W*",
    re.IGNORECASE,
)
"""A line that is a time and nothing else: "18:00", "6.05 pm GMT"."""
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)|(?<!\d)\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)


class _Entry(NamedTuple):
    """What a live blog declares of an entry."""

    time: datetime | None
    title: str | None


def find_updates(
    draft: Draft, blocks: Sequence[Block], language: str | None, day: date | None = None
) -> Found[tuple[Update, ...]]:
    """The entries of a live blog that are in its text, in order of page.

    Args:
        draft: the page, which is a live blog.
        blocks: its text.
        language: primary subtag, for names of months.
        day: of all entries, where they give a clock time alone; None when they are of several days.
    """
    found = tuple(_declared(draft, blocks, language))
    if found:
        return Found(found, Provenance(source="jsonld:liveBlogUpdate"))
    found = tuple(_shown(draft, blocks, language, day))
    return Found(found, Provenance(source="dom:entries")) if found else Found(None, None)


def _declared(draft: Draft, blocks: Sequence[Block], language: str | None) -> Iterator[Update]:
    entries: list[_Entry] = []
    by_title: dict[str, int] = {}
    by_head: dict[str, int] = {}
    for node in _nodes(draft):
        title = normalise(unescape(schema.text(node.get("headline")) or schema.text(node.get("name")) or ""))
        moment = schema.text(node.get("datePublished")) or schema.text(node.get("dateModified"))
        instant = read_instant(moment, language) if moment else None
        by_title.setdefault(key(title), len(entries))
        by_head.setdefault(key(unescape(schema.text(node.get("articleBody")) or ""))[:HEAD_CHARS], len(entries))
        entries.append(_Entry(instant.value if instant else None, title or None))
    starts: list[tuple[int, int]] = []  # place in the text, number of the entry
    seen: set[int] = set()
    for place, block in enumerate(blocks):
        folded = key(block.text)
        number = by_title.get(folded, by_head.get(folded[:HEAD_CHARS], NONE))
        if number not in seen and number != NONE and len(folded) >= MIN_HEAD_CHARS:
            seen.add(number)
            starts.append((_with_time_line(blocks, place), number))
    ends = [*(place for place, _ in starts), len(blocks)][1:]
    for (start, number), end in zip(starts, ends, strict=True):
        entry = entries[number]
        yield _update(entry.time, entry.title, blocks[start:end])


def _with_time_line(blocks: Sequence[Block], place: int) -> int:
    """Where an entry begins: a line above it that is nothing but its time belongs to it."""
    return place - 1 if place and _is_time(blocks[place - 1].text) else place


def _is_time(text: str) -> bool:
    return _TIME_LINE.fullmatch(text) is not None


def _nodes(draft: Draft) -> Iterator[Mapping[str, Any]]:
    for story in draft.stories:
        declared = schema.objects(story.get("liveBlogUpdate"), draft.references)
        nodes = [node for _, node in zip(range(MAX_ENTRIES), declared, strict=False) if not isinstance(node, str)]
        if nodes:
            yield from nodes
            return


def _update(time: datetime | None, title: str | None, blocks: Sequence[Block]) -> Update:
    """An entry; a title that stands in its text as its first line, or a heading there, is its title and no block.

    A time that stands alone above is no block, either.
    """
    if len(blocks) > 1 and _is_time(blocks[0].text):
        blocks = blocks[1:]
    first = blocks[0]
    if (title and key(title) == key(first.text)) or (not title and first.kind == "heading" and len(blocks) > 1):
        return Update(time=time, title=title or first.text, blocks=tuple(blocks[1:]))
    return Update(time=time, title=title, blocks=tuple(blocks))


def _shown(draft: Draft, blocks: Sequence[Block], language: str | None, day: date | None) -> Iterator[Update]:
    """Entries by their elements: the children of one element that each hold a time and a part of the text."""
    page = draft.page
    if page.document is None:
        return
    timed, exact = _timed_frames(draft), _exact_times(draft)
    groups: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))  # parent, child, its blocks
    for block in blocks:
        for frame in page.ancestors(page.blocks[block.index].frame):
            if frame in timed:
                groups[page.frames[frame].parent][frame].append(block)
    lists = [children for children in groups.values() if len(children) >= MIN_ENTRIES]
    best = max(lists, key=lambda children: (sum(map(len, children.values())), len(children)), default={})
    for frame, inside in best.items():
        line = timed[frame]
        yield _update(_moment(exact.get(line, line), language, day), None, inside)


def _exact_times(draft: Draft) -> Mapping[str, str]:
    """What readers see of the `time` elements, to the date that these give; what stands for several is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for mark in draft.structured.marks:
        if mark.tag == "time" and mark.value:
            found[mark.text].add(mark.value)
    return {text: values.pop() for text, values in found.items() if len(values) == 1}


def _moment(line: str, language: str | None, day: date | None) -> datetime | None:
    """The time that a line gives: with its own date, else on the day of all."""
    instant = read_instant(line, language)
    if instant is None and day is not None:
        instant = read_instant(f"{day.day}.{day.month}.{day.year} {line}", language)
    return instant.value if instant and instant.precision not in ("day", "month") else None


def _timed_frames(draft: Draft) -> Mapping[int, str]:
    """Elements around lines that are a time of the day, each with the first of these lines."""
    page = draft.page
    found: dict[int, str] = {}
    for block in page.blocks:
        if block.words <= TIME_WORDS and block.frame != NONE and _TIME.search(block.text):
            for frame in page.ancestors(block.frame):
                found.setdefault(frame, block.text)
    return found
