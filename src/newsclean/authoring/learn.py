"""Learns the rules of a site from pages of it: what recurs, where the story is, and what the general path always drops.

Nobody says here which line is right. What is known is what the general path made of each page, and that the pages are
of one site: an element from which it takes nothing on page after page is no part of the story on the page where it
hesitates, and a line that stands in three stories belongs to none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from newsclean.authoring.containers import bounded, containers
from newsclean.authoring.entry_ids import Ids
from newsclean.authoring.harmless import harmless
from newsclean.authoring.lines import recurring_lines
from newsclean.authoring.places import MIN_PAGES, cover, tally
from newsclean.rules.model import Caption, Drop, Layout, SiteRules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.authoring.containers import Container
    from newsclean.authoring.places import Tally
    from newsclean.authoring.specimen import Specimen

MAX_KEPT: Final = 0.1
"""Share of the blocks of a place that the general path may have kept as text, on one page of three at most, for the
place to be dropped: there it was wrong. In a trial on the sites of benchmarks/learned_rules.py 0.2 took four genuine
lines more, and 0 only seven of the ten that leak."""
KEPT_PAGES: Final = 3
"""Pages that must have the place for each on which some of it was kept."""
MIN_ADDED: Final = 2
"""Blocks that a place must add to what the rules drop already."""
MIN_CAPTIONS: Final = 0.8
"""Share of the blocks of a place that must be captions for all of them to be. Each must be an element of its own, and
no field be read there."""
SHARE_MARGIN: Final = 1.5
"""Times the largest share of a page's words that a place had: what it may have on other pages."""
MIN_SHARE: Final = 0.05
MAX_SHARE: Final = 0.5
"""Bounds of a learned `max_share`."""


@dataclass(frozen=True, kw_only=True)
class Learned:
    """Rules, and why each is there."""

    rules: SiteRules
    notes: Mapping[str, str]
    """Id of an entry or layout to its evidence."""
    bodies: tuple[Container, ...]
    """The story's elements, in the order of the layout's `body`."""


def learn(specimens: Sequence[Specimen], *, site: str, name: str | None, hosts: tuple[str, ...]) -> Learned:
    """The rules that pages of one site show.

    Args:
        specimens: pages; two at least, since what is on one page alone is not learned. Five show most.
        site: name of the rule file, without `.toml`.
        name: the site, as its readers call it.
        hosts: its hosts.
    """
    draft = _Draft(specimens)
    draft.find_body()
    draft.find_captions()
    draft.find_places()
    draft.find_lines()
    layout = draft.layout()
    rules = SiteRules(
        id=site,
        name=name,
        hosts=hosts,
        drop=tuple(draft.lines + draft.everywhere),
        layout=(layout,) if layout else (),
        caption=() if layout else tuple(draft.captions),
    )
    return Learned(rules=harmless(rules, specimens), notes=draft.notes, bodies=draft.bodies)


@dataclass
class _Draft:
    """What was found so far."""

    specimens: Sequence[Specimen]
    bodies: tuple[Container, ...] = ()
    captions: list[Caption] = field(default_factory=list)
    everywhere: list[Drop] = field(default_factory=list)
    """Places that every page has."""
    in_layout: list[Drop] = field(default_factory=list)
    lines: list[Drop] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    ids: Ids = field(default_factory=Ids)

    def __post_init__(self) -> None:
        self.at = tally(self.specimens)

    def find_body(self) -> None:
        """The story's element."""
        self.bodies = containers(self.specimens)

    def find_captions(self) -> None:
        """The elements of captions, where the general path finds one on page after page."""
        wanted = {(n, block) for n, specimen in enumerate(self.specimens) for block in specimen.captions}
        good = [
            css
            for css, at in self.at.items()
            if len(at.pages) >= MIN_PAGES
            and not (at.kept or at.moved)
            and at.captions >= MIN_CAPTIONS * at.blocks
            and all(self.specimens[n].elements(css) == len(self.specimens[n].within(css)) for n in at.pages)
        ]
        for css in cover(wanted, {css: self._blocks(css) for css in good}, MIN_ADDED):
            at, name = self.at[css], self.ids.of(css)
            self.captions.append(Caption(id=name, css=css, reason="the site's element for captions"))
            self.notes[name] = (
                f"{at.captions} of {at.blocks} blocks there are captions, on {len(at.pages)} of {self._count} pages."
            )

    def find_places(self) -> None:
        """The elements that hold nothing of the story."""
        wanted = {
            (n, block)
            for n, specimen in enumerate(self.specimens)
            for block in set(specimen.visible) & specimen.dropped.keys() - bounded(specimen, self.bodies, n)
        }
        good = {css: self._blocks(css) for css, at in self.at.items() if self._holds_nothing(at)}
        for css in cover(wanted, good, MIN_ADDED):
            at = self.at[css]
            everywhere = len(at.pages) == self._count
            if not everywhere and not self.bodies:
                continue
            name = self.ids.of(css)
            drop = Drop(
                id=name,
                css=css,
                kind=at.kind,
                max_share=share_of(at),
                reason="nothing of the story stands there on the site's pages",
            )
            (self.everywhere if everywhere else self.in_layout).append(drop)
            self.notes[name] = self._evidence(at)

    def find_lines(self) -> None:
        """Lines that stand in story after story."""
        for line in recurring_lines(self.specimens):
            name = self.ids.of(line.kind)
            self.lines.append(
                Drop(id=name, text=line.pattern, kind=line.kind, max_share=1.0, reason="it stands in many stories")
            )
            self.notes[name] = line.note

    def layout(self) -> Layout | None:
        """What needs the story's element to be found."""
        if not self.bodies:
            return None
        css = tuple(container.css for container in self.bodies)
        self.notes["learned"] = "\n".join(
            f"{c.css} holds the story on {len(c.pages)} of {self._count} pages, with {c.waste:.0%} of other words."
            for c in self.bodies
        )
        return Layout(
            id="learned", detect=", ".join(css), body=css, caption=tuple(self.captions), drop=tuple(self.in_layout)
        )

    @property
    def _count(self) -> int:
        return len(self.specimens)

    def _blocks(self, css: str) -> frozenset[tuple[int, int]]:
        return frozenset((n, block) for n in self.at[css].pages for block in self.specimens[n].within(css))

    def _holds_nothing(self, at: Tally) -> bool:
        if len(at.pages) < MIN_PAGES or at.moved or at.captions or at.quoted or not at.dropped:
            return False  # quoted posts belong to the text, whatever becomes of others on other pages
        return not at.kept or (at.kept <= MAX_KEPT * at.blocks and len(at.kept_on) * KEPT_PAGES <= len(at.pages))

    def _evidence(self, at: Tally) -> str:
        pages = f"{len(at.pages)} of {self._count} pages"
        line = f"The general path drops {at.dropped} of {at.blocks} blocks there, on {pages}"
        kept = f"; it kept {at.kept} on {len(at.kept_on)}" if at.kept else ""
        return f"{line}{kept}."


def share_of(at: Tally) -> float:
    """A `max_share` for a place: what it had at most, with a margin."""
    return min(MAX_SHARE, max(MIN_SHARE, round(SHARE_MARGIN * at.share, 2)))
