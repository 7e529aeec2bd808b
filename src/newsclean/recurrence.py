"""What comes back on page after page of one site: lines and places that belong to the site and not to a story.

A page is remembered as a `Trace`; `recurrence` compares the traces of several pages of one site. It is a function of
the set of pages: their order does not matter, and nothing is kept from one call to the next.

The measure is that of MizzouNewsCrawler: the same text in at least three stories, at a consistent position. Case does
not count, and a number is as good as another ("4 min read"). Figures are in docs/residue.md.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.page import Page

MIN_STORIES: Final = 3
"""Different stories in which something must stand to recur."""
BESIDE: Final = 2
"""Stories that will do for a line next to one that recurs: lists of the latest stories change in part."""
SPREAD: Final = 2
"""Blocks by which the distance to the start or the end of the story may differ from story to story."""
OWN_PLACE: Final = 0.5
"""Share of the blocks of a place that must recur for it to be a place of the site: there the position in the story does
not matter, as boxes are put wherever there is room."""
STEPS: Final = 4
"""Elements that name a place, from the innermost outwards. Of 6,938 genuine blocks none was at a place that four steps
take for furniture, one with three; with six the classes of single stories are among them."""
LONGEST: Final = 5
"""Lines of a story that stand for it when pages are compared."""
COMMON: Final = 3
"""Two pages that share so many of their longest lines tell the same story."""

_NUMBER: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_LETTER: Final = re.compile(r"[^\W\d_]")


class Line(NamedTuple):
    """A block as it is remembered."""

    block: int
    """Its index on the page."""
    key: str
    """Its text as `line_key` gives it."""
    place: str
    """The elements around it, outermost first; "" in plain text."""
    in_story: bool
    """Whether it is in the text of the article so far."""
    before: int
    """Blocks of the story before it."""
    behind: int
    """Blocks of the story behind it."""
    is_label: bool
    """Whether it is a heading with something of the story below it."""


class Trace(NamedTuple):
    """A page as it is remembered: what comparing it with others needs, and no more."""

    site: str
    """What pages of the same site have in common: the name of its rules, or its host."""
    lines: tuple[Line, ...]


class Recurring(NamedTuple):
    """In how many stories of the site something stands."""

    what: str
    """`line` or `place`."""
    key: str
    """The line that was found; for a place the one that stands there on the page in question."""
    stories: int
    share: float
    """Of all stories of the site that were given, 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class Recurrence:
    """What recurs on pages of one site."""

    stories: int = 0
    """Different stories among the pages."""
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Place and key of a line to the stories that have it there, `BESIDE` or more, at a consistent position."""
    places: Mapping[str, int] = field(default_factory=dict)
    """Place to the stories that have something there, and in the story itself on one page at most."""

    def on(self, trace: Trace) -> dict[int, Recurring]:
        """The blocks of a page's story that belong to the site, by index."""
        once = _once(trace)
        spots = [(line.place, line.key) for line in trace.lines]
        known = [self.lines.get(spot, 0) if spot in once else 0 for spot in spots]
        taken = [stories >= MIN_STORIES for stories in known]
        for order in (range(1, len(known)), range(len(known) - 2, -1, -1)):
            step = -order.step
            for i in order:
                taken[i] = taken[i] or (known[i] >= BESIDE and taken[i + step])
        out: dict[int, Recurring] = {}
        for line, stories, is_taken in zip(trace.lines, known, taken, strict=True):
            if not line.in_story or line.is_label:
                continue
            if is_taken:
                out[line.block] = self._recurring("line", line, stories)
            elif line.place in self.places:
                out[line.block] = self._recurring("place", line, self.places[line.place])
        return out

    def _recurring(self, what: str, line: Line, stories: int) -> Recurring:
        return Recurring(what, line.key, stories, round(stories / self.stories, 3))


def line_key(text: str) -> str:
    """A text as it is compared: folded, each number as 0."""
    return _NUMBER.sub("0", fold(text))


def trace(page: Page, kept: Sequence[int], site: str) -> Trace:
    """What of a page is remembered.

    In HTML all blocks that readers see: a line that the engine leaves out of three stories is no part of the fourth.
    In text only those of the story: without places, a teaser of this very story elsewhere looks like its first line.

    Args:
        page: the page.
        kept: the blocks of its story, in order.
        site: what pages of the same site have in common.
    """
    story = frozenset(kept)
    names = [_step(frame.tag, frame.classes) for frame in page.frames]
    lines = []
    for block in page.blocks:
        if (page.mode == "text" and block.index not in story) or page.hidden(block.index):
            continue
        if not _LETTER.search(block.text):
            continue
        before = bisect_left(kept, block.index)
        behind = len(kept) - before - (block.index in story)
        place = "/".join(reversed([names[frame] for frame in islice(page.ancestors(block.frame), STEPS)]))
        lines.append(
            Line(
                block.index,
                line_key(block.text),
                place,
                block.index in story,
                before,
                behind,
                block.kind == "heading" and behind > 0,
            )
        )
    return Trace(site, tuple(lines))


def _step(tag: str, classes: str) -> str:
    return ".".join((tag, *_NUMBER.sub("0", classes).split()))


def recurrence(traces: Iterable[Trace]) -> Recurrence:
    """What recurs on some pages of one site; nothing when they tell fewer than `MIN_STORIES` different stories."""
    stories = _stories(traces)
    if len(stories) < MIN_STORIES:
        return Recurrence(stories=len(stories))
    found: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for story in stories:
        for spot, line in _once(story).items():
            found[spot].append(line)
    own = _own_places(stories, found)
    lines = {spot: len(at) for spot, at in found.items() if len(at) >= BESIDE and (spot[0] in own or _consistent(at))}
    return Recurrence(stories=len(stories), lines=lines, places=_furniture(stories))


def recurrences(traces: Sequence[Trace | None]) -> list[dict[int, Recurring]]:
    """For each of some pages, of whatever sites, the blocks of its story that belong to its site; None has none."""
    sites: defaultdict[str, list[Trace]] = defaultdict(list)
    for one in traces:
        if one is not None:
            sites[one.site].append(one)
    known = {site: recurrence(pages) for site, pages in sites.items()}
    return [{} if one is None else known[one.site].on(one) for one in traces]


def _stories(traces: Iterable[Trace]) -> list[Trace]:
    """One page of each story: the same article under two addresses is no evidence.

    Of several the one that sorts first is taken, so that the order in which they came does not matter.
    """
    told: set[tuple[str, ...]] = set()
    out = []
    for one in sorted(traces, key=lambda trace: trace.lines):
        longest = sorted({line.key for line in one.lines if line.in_story}, key=lambda key: (-len(key), key))[:LONGEST]
        marks = set(combinations(sorted(longest), min(COMMON, len(longest))))
        if longest and told.isdisjoint(marks):
            out.append(one)
        told |= marks
    return out


def _once(story: Trace) -> dict[tuple[str, str], Line]:
    """Place and key to the line, for those that a page has once: what it has twice heads its own sections."""
    times = Counter((line.place, line.key) for line in story.lines)
    return {spot: line for line in story.lines if times[spot := (line.place, line.key)] == 1}


def _own_places(stories: Iterable[Trace], found: Mapping[tuple[str, str], Sequence[Line]]) -> frozenset[str]:
    """The places of HTML where most of what stands recurs."""
    all_there: Counter[str] = Counter()
    recurring: Counter[str] = Counter()
    for line in _lines(stories):
        all_there[line.place] += 1
        recurring[line.place] += len(found.get((line.place, line.key), ())) >= MIN_STORIES
    return frozenset(place for place, count in all_there.items() if place and recurring[place] >= OWN_PLACE * count)


def _consistent(at: Sequence[Line]) -> bool:
    return any(max(where) - min(where) <= SPREAD for where in zip(*((x.before, x.behind) for x in at), strict=True))


def _furniture(stories: Iterable[Trace]) -> dict[str, int]:
    """The places of HTML that are in the text of one story at most and in no other of at least `MIN_STORIES` more."""
    told: defaultdict[str, list[bool]] = defaultdict(list)
    for story in stories:
        within: defaultdict[str, bool] = defaultdict(bool)
        for line in story.lines:
            within[line.place] |= line.in_story
        for place, in_story in within.items():
            told[place].append(in_story)
    return {place: len(said) for place, said in told.items() if place and len(said) > MIN_STORIES and sum(said) <= 1}


def _lines(stories: Iterable[Trace]) -> Iterator[Line]:
    return (line for story in stories for line in story.lines)
