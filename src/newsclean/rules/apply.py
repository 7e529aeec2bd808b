"""Applies the rules of one site to one page: verdicts on blocks, values for fields, and notices of rules set aside.

What each kind of entry says of the blocks that it matches:

* `keep`: they stay in the text.
* `caption`: they go to the nearest picture, with their credit.
* `drop`: they leave the article, as the entry's kind.
* `tail`: its anchor and the later lines that it knows leave the article.
* a standfirst that a selector reads: its element goes to the field.
* `body` of a layout: a bound. What stands outside of the matched element and behind its first block is boilerplate,
  with low confidence, unless it stands in a figure. What stands before it is left to the detectors, since headline,
  byline, date and standfirst stand there; what stands inside is left to them and the engine, since related boxes do.

A block gets at most one verdict of a site: the first in this order, so that a `keep` may make an exception from a
`drop`, and a `drop` may give its own id and kind to a line that a `tail` knows too.

A rule that no longer fits a page is set aside on that page, with a notice: an entry above its `max_share`, a pattern
that takes too long, and a whole layout whose `body` cannot be found or whose `expect` fails.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsclean.rules.drift import set_aside, too_deep
from newsclean.rules.entries import Matches, active
from newsclean.rules.fields import read_fields
from newsclean.rules.layouts import Body, broken_promise, choose, find_body
from newsclean.rules.standfirst import FIELD, leave_text
from newsclean.rules.statements import Statements
from newsclean.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from newsclean.model import Notice
    from newsclean.page import Page
    from newsclean.rules.drift import Problem
    from newsclean.rules.model import Layout, SiteRules
    from newsclean.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOutcome:
    """What the rules of a site say of a page."""

    verdicts: tuple[Verdict, ...] = ()
    """At most one a block, in page order."""
    fields: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, hash=False)
    """Field name to (source, raw value) pairs, in order; source is `rule:<file>`."""
    notices: tuple[Notice, ...] = ()
    """Rules that were set aside."""
    story: bool = False
    """Whether the `body` of a layout was found, and believed."""


def apply(site: SiteRules, page: Page, *, disabled: AbstractSet[str] = frozenset()) -> RuleOutcome:
    """What a site's rules say of a page, which is not changed.

    Args:
        site: the rules.
        page: a page in markup or plain text.
        disabled: ids of rules that are switched off: `<file>`, `<file>/<entry>`, `<file>/<layout>` or
            `<file>/fields.<name>`.
    """
    if site.id in disabled:
        return RuleOutcome()
    view = View(page)
    outcome = _apply(site, view, disabled)
    dear = tuple(set_aside(site.id, "css", too_deep(css)) for css in view.too_dear)
    return replace(outcome, notices=(*outcome.notices, *dear)) if dear else outcome


def _apply(site: SiteRules, view: View, disabled: AbstractSet[str]) -> RuleOutcome:
    layout, notices = choose(site, view, disabled)
    if layout is not None:
        attempt = _Attempt(site, layout, view, disabled)
        problem = attempt.problem()
        if problem is None:
            return attempt.outcome()
        notices = (set_aside(site.id, layout.id, problem),)
    return _Attempt(site, None, view, disabled).outcome(notices)


class _Attempt:
    """One application of a site's rules under one layout, or without any."""

    def __init__(self, site: SiteRules, layout: Layout | None, view: View, disabled: AbstractSet[str]) -> None:
        self._site = site
        self._layout = layout
        self._view = view
        self._body = find_body(layout, view) if layout else Body(None)
        inside = self._body.blocks
        self._story = view.visible if inside is None else tuple(sorted(inside))
        self._entries = active(site, layout, disabled)
        self._matches = Matches(site.id, self._entries, view, self._story)
        self._fields, self._field_notices = read_fields(site, layout, view, disabled)

    def problem(self) -> Problem | None:
        """Why the layout is not to be trusted on this page, or None."""
        if self._layout is None or self._body.problem is not None:
            return self._body.problem
        return broken_promise(
            self._layout, view=self._view, story=self._story, matches=self._matches, fields=self._fields
        )

    def outcome(self, notices: tuple[Notice, ...] = ()) -> RuleOutcome:
        """What the rules say, after notices that came before."""
        statements = Statements(self._site, self._view, self._matches, self._story)
        verdicts: dict[int, Verdict] = {}
        for verdict in statements.about(self._entries):
            verdicts.setdefault(verdict.block, verdict)
        moved, too_broad = leave_text(self._site, self._layout, self._view, self._fields.get(FIELD, ()))
        for verdict in moved:
            verdicts.setdefault(verdict.block, verdict)
        if self._layout is not None and self._body.blocks:
            for verdict in statements.outside(self._layout, self._body.blocks):
                verdicts.setdefault(verdict.block, verdict)
        return RuleOutcome(
            verdicts=tuple(verdicts[block] for block in sorted(verdicts)),
            fields=self._fields,
            notices=(*notices, *self._matches.notices, *statements.notices, *self._field_notices, *too_broad),
            story=bool(self._body.blocks),
        )
