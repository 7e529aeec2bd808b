"""Where entries match: selector, pattern and place together; and what has to be set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar

from newsclean.rules.drift import Problem, rule_id, set_aside, too_slow
from newsclean.rules.model import Caption, Drop, Keep, Layout, Tail
from newsclean.rules.patterns import PatternTimeoutError
from newsclean.rules.where import Where, parse_where

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from newsclean.model import Notice
    from newsclean.rules.model import SiteRules
    from newsclean.rules.view import View

Entry: TypeAlias = Keep | Caption | Drop | Tail

TAIL_LINES: Final = 8
"""Last lines of a plain text in which the anchor of a tail may stand: the longest known footer, Press TV's, has four
lines. In markup the site's own footer follows, so there the anchor may stand anywhere."""

_E = TypeVar("_E", bound=Keep | Caption | Drop | Tail)
_NO_LAYOUT: Final = Layout(id="none")
_NOWHERE: Final[frozenset[int]] = frozenset()


class Active(NamedTuple):
    """The entries that apply to a page: those of its layout, then those of the site; disabled ones left out."""

    keep: tuple[Keep, ...]
    caption: tuple[Caption, ...]
    drop: tuple[Drop, ...]
    tail: tuple[Tail, ...]


def active(site: SiteRules, layout: Layout | None, disabled: Container[str]) -> Active:
    """The entries of a site that apply on a page of some layout, or of none."""

    def pick(own: tuple[_E, ...], shared: tuple[_E, ...]) -> tuple[_E, ...]:
        return tuple(entry for entry in (*own, *shared) if rule_id(site.id, entry.id) not in disabled)

    own = layout or _NO_LAYOUT
    return Active(
        keep=pick(own.keep, site.keep),
        caption=pick(own.caption, site.caption),
        drop=pick(own.drop, site.drop),
        tail=pick(own.tail, site.tail),
    )


class Matches:
    """The blocks of each entry on one page.

    Args:
        site: the rule file, for notices.
        entries: all entries that apply.
        view: the page.
        story: the blocks over which `where` counts.
    """

    def __init__(self, site: str, entries: Active, view: View, story: Sequence[int]) -> None:
        self._site = site
        self._entries: Mapping[str, Entry] = {entry.id: entry for kind in entries for entry in kind}
        self._view = view
        self._story = story
        self._found: dict[str, frozenset[int]] = {}
        self._notices: dict[str, Notice] = {}

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was set aside so far, in order."""
        return tuple(self._notices.values())

    def of(self, entry: str) -> frozenset[int]:
        """Blocks of an entry (of a tail, its anchors); none for an entry that was set aside or does not apply."""
        if entry not in self._found:
            self._found[entry] = self._find(self._entries[entry]) if entry in self._entries else _NOWHERE
        return self._found[entry]

    def lines(self, tail: Tail) -> frozenset[int]:
        """Blocks that the `lines` of a tail match, wherever they stand."""
        return self._matching(tail, tail.lines)

    def _find(self, entry: Entry) -> frozenset[int]:
        if isinstance(entry, Tail):
            return self._placed(self._matching(entry, entry.anchor), self._tail_place(entry))
        if self._view.page.document is None and entry.text is None:
            return _NOWHERE
        found: frozenset[int] | None = None
        if entry.css is not None and self._view.page.document is not None:
            found = self._view.blocks(entry.css)
            if not found:
                return _NOWHERE
        if entry.text is not None:
            matching = self._matching(entry, entry.text)
            found = matching if found is None else found & matching
        found = self._placed(found or _NOWHERE, entry.where)
        return found if isinstance(entry, Keep) else self._within_share(entry, found)

    def _matching(self, entry: Entry, pattern: str) -> frozenset[int]:
        try:
            return frozenset(block for block, _ in self._view.lines.search(pattern))
        except PatternTimeoutError:
            self._set_aside(entry, too_slow(pattern))
            return _NOWHERE

    def _placed(self, found: frozenset[int], where: str | None) -> frozenset[int]:
        if where is None or not found:
            return found
        span = self._span(parse_where(where))
        return frozenset(block for block in found if block in span)

    def _span(self, where: Where) -> range:
        size = len(self._view.page.blocks)
        if where.side != "after":
            return where.span(self._story, size)
        before = self.of(where.entry)
        return range(min(before) + 1, size) if before else range(0)

    def _tail_place(self, tail: Tail) -> str | None:
        in_text = self._view.page.mode == "text"
        return tail.where or (f"last:{TAIL_LINES}" if in_text else None)

    def _within_share(self, entry: Caption | Drop, found: frozenset[int]) -> frozenset[int]:
        words = self._view.count(found)
        if words <= entry.max_share * self._view.words:
            return found
        share = words / self._view.words
        text = f"it would take {share:.0%} of the page's words, more than its max_share of {entry.max_share:.0%}"
        self._set_aside(entry, Problem(text, {"share": round(share, 3), "max_share": entry.max_share}))
        return _NOWHERE

    def _set_aside(self, entry: Entry, problem: Problem) -> None:
        self._notices.setdefault(entry.id, set_aside(self._site, entry.id, problem))
