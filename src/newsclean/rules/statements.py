"""Entries and where they match, to verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.page import NONE
from newsclean.rules.drift import rule_id, set_aside, too_slow
from newsclean.rules.patterns import PatternTimeoutError, search
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.model import Notice
    from newsclean.page import Page
    from newsclean.rules.entries import Active, Entry, Matches
    from newsclean.rules.model import Caption, Drop, Keep, Layout, SiteRules, Tail
    from newsclean.rules.view import View

BOUND_CONFIDENCE: Final = 0.5
"""Confidence of "outside of the body": the selector speaks of where the block stands, not of the block."""
CREDIT: Final = "credit"
"""Group of a caption's `credit` pattern that holds the credit."""


class Statements:
    """What a site says of the blocks of one page.

    Args:
        site: its rules.
        view: the page.
        matches: where its entries match.
        story: blocks of the story: those of the body, or all that readers see.
    """

    def __init__(self, site: SiteRules, view: View, matches: Matches, story: Sequence[int]) -> None:
        self._site = site
        self._view = view
        self._matches = matches
        self._story = story
        self._notices: list[Notice] = []

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Credit patterns that were set aside so far."""
        return tuple(self._notices)

    def about(self, entries: Active) -> Iterator[Verdict]:
        """Verdicts of the entries, in order of rank: a block's first verdict is the one that counts."""
        for keep in entries.keep:
            yield from self._keep(keep)
        for caption in entries.caption:
            yield from self._caption(caption)
        for drop in entries.drop:
            yield from self._drop(drop)
        for tail in entries.tail:
            yield from self._tail(tail)

    def outside(self, layout: Layout, inside: frozenset[int]) -> Iterator[Verdict]:
        """Verdicts on the blocks behind the first block of the body that are not in it."""
        page = self._view.page
        reason = f"{self._name}: outside of the story's element in the layout {layout.id!r}"
        for block in range(min(inside), len(page.blocks)):
            if block not in inside and page.figure(block) == NONE:
                yield Verdict(
                    block=block,
                    label="boilerplate",
                    by=rule_id(self._site.id, layout.id),
                    reason=reason,
                    confidence=BOUND_CONFIDENCE,
                )

    def _keep(self, entry: Keep) -> Iterator[Verdict]:
        for block in self._matches.of(entry.id):
            yield Verdict(block=block, label="keep", by=self._by(entry), reason=self._why(entry, "keeps this"))

    def _drop(self, entry: Drop) -> Iterator[Verdict]:
        for block in self._matches.of(entry.id):
            yield Verdict(block=block, label=entry.kind, by=self._by(entry), reason=self._why(entry, "drops this"))

    def _caption(self, entry: Caption) -> Iterator[Verdict]:
        for block in self._matches.of(entry.id):
            caption, credit = self._split(entry, block)
            yield Verdict(
                block=block,
                label="caption",
                by=self._by(entry),
                reason=self._why(entry, "calls this a caption"),
                evidence={} if credit is None else {"caption": caption},
                picture=nearest_picture(self._view.page, block),
                credit=credit,
            )

    def _split(self, entry: Caption, block: int) -> tuple[str, str | None]:
        """Caption and credit; what the pattern matches around the credit goes with it."""
        text = self._view.folded[block]
        if entry.credit is None:
            return text, None
        try:
            match = search(entry.credit, self._view.lines.texts[block])
        except PatternTimeoutError:
            self._notices.append(set_aside(self._site.id, entry.id, too_slow(entry.credit)))
            return text, None
        if match is None:
            return text, None
        start, end = match.span(CREDIT if CREDIT in match.re.groupindex else 0)
        caption = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
        return caption, text[start:end].strip() or None

    def _tail(self, entry: Tail) -> Iterator[Verdict]:
        anchors = self._matches.of(entry.id)
        if not anchors:
            return
        first = min(anchors)
        known = anchors | self._matches.lines(entry)
        later = [block for block in self._story if block > first]
        strangers = sum(block not in known for block in later)
        does = "knows this line of the site's footer" if strangers else "cuts the site's footer off here"
        evidence = {"later_lines": len(later), "unknown_lines": strangers}
        for block in known:
            if block >= first:
                yield Verdict(
                    block=block, label=entry.kind, by=self._by(entry), reason=self._why(entry, does), evidence=evidence
                )

    @property
    def _name(self) -> str:
        return self._site.name or self._site.id

    def _by(self, entry: Entry) -> str:
        return rule_id(self._site.id, entry.id)

    def _why(self, entry: Entry, does: str) -> str:
        return entry.reason or f"{self._name}: the rule {entry.id!r} {does}"


def nearest_picture(page: Page, block: int) -> int | None:
    """The picture of a caption: the one in its figure, else the nearest, at equal distance the one before it."""
    figure = page.figure(block)

    def order(index: int) -> tuple[bool, int, bool]:
        picture = page.pictures[index]
        before = picture.before <= block
        distance = block - picture.before if before else picture.before - block - 1
        return (figure == NONE or picture.figure != figure, distance, not before)

    return min(range(len(page.pictures)), key=order, default=None)
