"""Tests for rules from pages that they were made of: what the pages give with them, as expectations."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.authoring.parts import changes
from newsclean.authoring.reader import Outcome, Reader, library_of
from newsclean.rules.drift import rule_id
from newsclean.rules.model import Case
from newsclean.rules.patterns import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.article import Article
    from newsclean.authoring.specimen import Specimen
    from newsclean.rules.model import SiteRules

PASSAGE: Final = 60
"""Characters of a passage: enough to be found nowhere else."""
UNWANTED: Final = 3
"""Removed lines that a test names."""
MIN_UNWANTED: Final = 12
"""Characters of a removed line that a test names; a shorter one is part of other words."""


class Tested(NamedTuple):
    """Rules with tests that hold."""

    rules: SiteRules
    notes: Mapping[str, str]
    """Page to what the rules change on it."""


def with_tests(rules: SiteRules, specimens: Sequence[Specimen]) -> Tested:
    """The rules with a test for each page, and without the drops that remove nothing on any of them.

    Args:
        rules: what was learned.
        specimens: the pages, under the names of their files.
    """
    reader = Reader(library_of((rules,)))
    outcomes = [reader.read(specimen.opened) for specimen in specimens]
    counts = [_removed(rules, outcome) for outcome in outcomes]
    useful = {name for count in counts for name in count}
    kept = _only(rules, useful)
    cases = (_case(specimen, out, count) for specimen, out, count in zip(specimens, outcomes, counts, strict=True))
    notes = {
        specimen.name: note
        for specimen, outcome in zip(specimens, outcomes, strict=True)
        if (note := _note(specimen, outcome))
    }
    return Tested(replace(kept, test=tuple(cases)), notes)


def passages(article: Article, wanted: Iterable[int]) -> Iterator[str]:
    """The beginnings of the first and the last of some blocks of an article's text that are paragraphs."""
    only = frozenset(wanted)
    found = [block.text for block in article.blocks if block.index in only and block.kind == "paragraph"]
    yield from dict.fromkeys(passage(text) for text in (found[:1] + found[-1:]))


def passage(text: str) -> str:
    """The beginning of a text, up to the end of a word."""
    folded = fold(text)
    if len(folded) <= PASSAGE:
        return folded
    start = folded[:PASSAGE]
    return start.rpartition(" ")[0] or start


def _removed(rules: SiteRules, outcome: Outcome) -> dict[str, int]:
    """Entry to the blocks that it removed; the bound of a layout is no entry."""
    removals = outcome.article.removed if outcome.article else ()
    by = Counter(removal.by for removal in removals)
    drops = (*rules.drop, *(drop for layout in rules.layout for drop in layout.drop))
    return {drop.id: by[rule_id(rules.id, drop.id)] for drop in drops if by[rule_id(rules.id, drop.id)]}


def _only(rules: SiteRules, useful: set[str]) -> SiteRules:
    layouts = (
        replace(layout, drop=tuple(drop for drop in layout.drop if drop.id in useful)) for layout in rules.layout
    )
    return replace(rules, drop=tuple(drop for drop in rules.drop if drop.id in useful), layout=tuple(layouts))


def _case(specimen: Specimen, outcome: Outcome, counts: Mapping[str, int]) -> Case:
    article = outcome.article
    if article is None:
        return Case(page=specimen.name)
    return Case(
        page=specimen.name,
        contains=tuple(passages(article, specimen.kept)),
        not_contains=tuple(_unwanted(specimen, article, counts)),
        captions=sum(bool(image.caption) for image in article.images),
        drops=dict(counts),
    )


def _unwanted(specimen: Specimen, article: Article, counts: Mapping[str, int]) -> Iterator[str]:
    """Removed lines that are nowhere in the article: those that the general path keeps first."""
    text = "\n".join((fold(article.text), *(fold(image.caption) for image in article.images if image.caption)))
    leaks = {fold(specimen.page.blocks[block].text) for block in specimen.kept}
    ours = [fold(removal.text) for removal in article.removed if removal.by.rpartition("/")[2] in counts]
    lines = sorted(dict.fromkeys(ours), key=lambda line: line not in leaks)  # stable: else in the order of the page
    found = (passage(line) for line in lines if len(line) >= MIN_UNWANTED)
    yield from [line for line in dict.fromkeys(found) if line not in text][:UNWANTED]


def _note(specimen: Specimen, outcome: Outcome) -> str:
    """The paragraphs that the page loses by the rules, and those that it gains."""
    found = changes(Outcome(specimen.article, None), outcome)
    paragraphs = [change for change in found if change.part.kind == "paragraph"]
    lines = [f"{'+' if change.gained else '-'} {passage(change.part.text)}" for change in paragraphs]
    return "\n".join(("With these rules the text changes; see that it is right:", *lines)) if lines else ""
