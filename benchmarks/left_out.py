"""Which rules of a site may be used on a page that is left out: those that its other pages speak for.

A page speaks for a rule when the rule spoke of a line there that is wrong without rules: residue in the text, a lost
line, or a caption that is none. So each page in turn is read as if the rules had been written from the site's other
pages alone.
"""

from __future__ import annotations

import hashlib
import tomllib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from ours import WITHOUT_RULES, Folds, Newsclean
from scores import lines, plain

from newsclean import Options
from newsclean.rules.load import SITES, SUFFIX, load_rules
from newsclean.rules.standfirst import ENTRY as STANDFIRST
from newsclean.rules.validate import KINDS, places
from newsclean.rules.where import parse_where

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ours import Tool
    from pages import Page

    from newsclean.rules.apply import RuleOutcome
    from newsclean.rules.model import SiteRules


class Reading(NamedTuple):
    """A page, read."""

    output: Mapping[str, Any]
    """As `ours.fields`."""
    acted: Mapping[str, frozenset[str]]
    """Name of a rule, without its file, to the lines that it spoke of, as `scores.plain` makes them."""


class Reader:
    """Reads pages with the shipped rules or without them.

    Args:
        models: folder with the models of the folds; None for the shipped model.
    """

    def __init__(self, models: Path | None) -> None:
        self._models = models

    def read(self, page: Page, *, rules: bool = True, disable: Collection[str] = ()) -> Reading:
        """The output for a page, and what each rule did there; `disable` as in `Options`."""
        options = Options(disable=tuple(sorted(disable))) if rules else WITHOUT_RULES
        tool: Tool = Newsclean(second_opinion=True, options=options)
        if self._models is not None:
            tool = Folds(self._models, tool)
        with observed() as acted:
            return Reading(tool(page), acted)


@contextmanager
def observed() -> Iterator[dict[str, frozenset[str]]]:
    """What each rule speaks of meanwhile."""
    from newsclean import pipeline

    acted: dict[str, frozenset[str]] = {}
    real = pipeline.apply

    def call(site: SiteRules, page: Any, **named: Any) -> RuleOutcome:
        outcome = real(site, page, **named)
        for verdict in outcome.verdicts:
            name = verdict.by.removeprefix(f"{site.id}/")
            acted[name] = acted.get(name, frozenset()) | {*map(plain, lines(page.blocks[verdict.block].text))}
        return outcome

    pipeline.apply = call
    try:
        yield acted
    finally:
        pipeline.apply = real


def evidence(reading: Reading, wrong: Iterable[str]) -> frozenset[str]:
    """The rules that a page speaks for: those that spoke of a line that is wrong without them."""
    wrong = {*map(plain, wrong)}
    return frozenset(name for name, found in reading.acted.items() if not found.isdisjoint(wrong))


def switched_off(site: str, spoken_for: Collection[str]) -> frozenset[str]:
    """Ids of the rules of a site that nothing speaks for; a layout is off when all in it is."""
    rules = load_rules(SITES / f"{site}{SUFFIX}")
    spoken_for = {*spoken_for, *_leaned_on(rules, spoken_for)}
    names = {place.entry.id for place in places(rules)} | {STANDFIRST}
    for layout in rules.layout:
        own = {STANDFIRST} if layout.fields.standfirst else set[str]()
        own |= {layout.id, *(entry.id for kind in KINDS for entry in getattr(layout, kind))}
        if own.isdisjoint(spoken_for):
            names.add(layout.id)
    return frozenset(f"{site}/{name}" for name in names if name not in spoken_for)


def _leaned_on(rules: SiteRules, names: Collection[str]) -> Iterator[str]:
    """Entries behind which other entries match, whatever they do themselves."""
    for place in places(rules):
        if place.entry.id in names and place.entry.where is not None:
            yield parse_where(place.entry.where).entry


def family(site: str) -> str:
    """What a site shares its rules with: the layer that it extends, else the site alone."""
    text = (SITES / f"{site}{SUFFIX}").read_text("utf-8")
    return str(tomllib.loads(text).get("extends", site))


def left_out(pages: Sequence[Page]) -> Page:
    """The page of a site that its rules were written without looking at: the first by the digest of its name."""
    return min(pages, key=lambda page: hashlib.sha256(f"{page.row['dataset']}/{page.row['id']}".encode()).hexdigest())
