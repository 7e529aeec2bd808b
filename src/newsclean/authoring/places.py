"""What pages of one site have at the same place: how much of it is text of the story, and how much is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.authoring.specimen import Specimen
    from newsclean.model import RemovalKind

MIN_PAGES: Final = 2
"""Pages on which a place must be seen: what is on one page may be the only one of its kind."""
MIN_KIND: Final = 0.6
"""Share of a place's removals that must be of one kind for the place to be of that kind."""


@dataclass(kw_only=True)
class Tally:
    """What the general path made of the blocks at one place, over all pages."""

    kept: int = 0
    moved: int = 0
    """Blocks that went to a field, captions left out."""
    captions: int = 0
    dropped: int = 0
    quoted: int = 0
    """Blocks that were kept and are quotes."""
    pages: set[int] = field(default_factory=set)
    """Pages that have the place."""
    kept_on: set[int] = field(default_factory=set)
    """Pages on which some of it was kept."""
    kinds: Counter[RemovalKind] = field(default_factory=Counter)
    share: float = 0.0
    """The largest share of a page's words that stands there, 0 to 1."""

    @property
    def blocks(self) -> int:
        """All blocks at the place."""
        return self.kept + self.moved + self.captions + self.dropped

    @property
    def kind(self) -> RemovalKind:
        """What most of it was removed as."""
        kind, count = max(self.kinds.items(), key=lambda item: (item[1], item[0]), default=("boilerplate", 0))
        return kind if kind != "misplaced_caption" and count >= MIN_KIND * self.dropped else "boilerplate"


def tally(specimens: Sequence[Specimen]) -> Mapping[str, Tally]:
    """Each selector that matches something with text on one of the pages, with what is there."""
    found: dict[str, Tally] = {}
    for nth, specimen in enumerate(specimens):
        visible = specimen.words(specimen.visible) or 1
        for css, blocks in specimen.places.items():
            at = found.setdefault(css, Tally())
            at.pages.add(nth)
            at.share = max(at.share, specimen.words(blocks) / visible)
            for block in blocks:
                _count(at, specimen, block, nth)
    return found


def _count(at: Tally, specimen: Specimen, block: int, page: int) -> None:
    if block in specimen.captions:
        at.captions += 1
    elif block in specimen.kept:
        at.kept += 1
        at.quoted += block in specimen.quoted
        at.kept_on.add(page)
    elif block in specimen.dropped:
        at.dropped += 1
        at.kinds[specimen.dropped[block]] += 1
    else:
        at.moved += 1


def cover(wanted: set[tuple[int, int]], offers: Mapping[str, frozenset[tuple[int, int]]], least: int) -> Iterator[str]:
    """Few selectors that cover much: the one that adds most first, as long as one adds enough.

    Args:
        wanted: pages and blocks to be covered; those that are covered are taken out.
        offers: selector to the pages and blocks that it matches.
        least: blocks that a selector must add.
    """
    open_to_use = dict(offers)
    while open_to_use:
        css = max(open_to_use, key=lambda css: (len(open_to_use[css] & wanted), _plainness(css)))
        adds = open_to_use.pop(css) & wanted
        if len(adds) < least:
            return
        wanted -= adds
        yield css


def _plainness(css: str) -> tuple[int, int, str]:
    """Classes before ids and other attributes, short names before long ones; the rest so that the order is fixed."""
    return ("." in css) - ("[" in css), -len(css), css
