"""Lines that stand in story after story of a site, as patterns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.recurrence import MIN_STORIES, recurrence, trace
from newsclean.rules.patterns import fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.authoring.specimen import Specimen
    from newsclean.model import RemovalKind

NEAR: Final = 8
"""Blocks behind the end of the story in which a line may stand and reach the text of another tool: the longest known
footer, Press TV's, has four lines."""
MOST: Final = 40
"""Lines of one kind that are written down, the most frequent first; a pattern of more is for nobody to read."""
LONGEST: Final = 200
"""Characters of a line; a longer one is a sentence or two, and better told by its place."""
MIN_WORDS: Final = 3
"""Words of a line that the general path keeps somewhere: a shorter one may head a part of a story on another page."""
SITE: Final = "site"
"""All pages are of one site, whatever its name."""

_NUMBER: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_SPECIAL: Final = re.compile(r"[\\.^$*+?{}\[\]|()]")


class Lines(NamedTuple):
    """Recurring lines of one kind."""

    kind: RemovalKind
    pattern: str
    note: str
    """How many lines, and in how many stories they stand."""


class _Line:
    """One recurring line."""

    def __init__(self, stories: int) -> None:
        self.stories = stories
        self.texts: Counter[str] = Counter()
        self.kinds: Counter[RemovalKind] = Counter()
        self.kept = 0
        """Pages on which the general path keeps it."""
        self.moved = False
        """Whether it goes to a field somewhere, as a byline does."""

    def is_furniture(self) -> bool:
        """Whether it can be dropped wherever it stands: short labels only where the general path drops them, too."""
        shown = min(self.texts)
        words = len(shown.split())
        return not self.moved and len(shown) <= LONGEST and bool(words) and (words >= MIN_WORDS or not self.kept)

    @property
    def kind(self) -> RemovalKind:
        """What it is removed as most often."""
        if not self.kinds:
            return "boilerplate"
        kind = max(self.kinds, key=lambda kind: (self.kinds[kind], kind))
        return kind if kind != "misplaced_caption" else "boilerplate"


def recurring_lines(specimens: Sequence[Specimen]) -> Iterator[Lines]:
    """Lines in the story or near it that stand in three stories or more, one pattern for each kind of them."""
    found: defaultdict[RemovalKind, list[_Line]] = defaultdict(list)
    for line in _recurring(specimens).values():
        if line.is_furniture():
            found[line.kind].append(line)
    for kind in sorted(found):
        lines = sorted(found[kind], key=lambda line: (-line.stories, min(line.texts)))[:MOST]
        pattern = "|".join(dict.fromkeys(line_pattern(text) for line in lines for text in sorted(line.texts)))
        stories = " to ".join(map(str, sorted({min(n.stories for n in lines), max(n.stories for n in lines)})))
        kept = sum(line.kept > 0 for line in lines)
        count = "One line" if len(lines) == 1 else f"{len(lines)} lines, each"
        leaks = f"; the general path keeps {'it' if len(lines) == 1 else kept} on some page" if kept else ""
        yield Lines(kind, f"(?i)^(?:{pattern})$", f"{count} in {stories} stories{leaks}.")


def _recurring(specimens: Sequence[Specimen]) -> dict[str, _Line]:
    traces = [trace(specimen.page, sorted(specimen.kept), SITE) for specimen in specimens]
    often = {spot: stories for spot, stories in recurrence(traces).lines.items() if stories >= MIN_STORIES}
    found: dict[str, _Line] = {}
    for specimen, one in zip(specimens, traces, strict=True):
        near = _near(specimen)
        for line in one.lines:
            if (line.place, line.key) not in often or line.block not in near or line.is_label:
                continue
            stories = often[line.place, line.key]
            known = found.setdefault(line.key, _Line(stories))
            known.stories = max(known.stories, stories)
            known.texts[fold(specimen.page.blocks[line.block].text)] += 1
            known.kept += line.in_story
            known.moved |= line.block in specimen.moved
            if line.block in specimen.dropped:
                known.kinds[specimen.dropped[line.block]] += 1
    return found


def _near(specimen: Specimen) -> range:
    """The blocks of the story, and some before and behind."""
    return range(min(specimen.kept) - NEAR, max(specimen.kept) + NEAR + 1)


def line_pattern(text: str) -> str:
    """A pattern for a line, without anchors, in which any number may stand where it has one."""
    pieces = (_SPECIAL.sub(r"\\\g<0>", piece) for piece in _NUMBER.split(plain(fold(text))))
    return _NUMBER.pattern.join(pieces)
