"""The standfirst that a selector reads leaves the text: each block has one disposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.rules.drift import Problem, rule_id, set_aside
from newsclean.rules.fields import parse_source, values
from newsclean.rules.model import DEFAULT_DROP_SHARE
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.model import Notice
    from newsclean.rules.model import Layout, SiteRules
    from newsclean.rules.view import View
    from newsclean.verdict import FieldLabel

FIELD: Final[FieldLabel] = "standfirst"
"""The field whose element leaves the text: it looks like a paragraph. What headline, byline and date are the detectors
know by themselves."""
ENTRY: Final = f"fields.{FIELD}"
"""What `disable`, notices and verdicts call it."""


def leave_text(
    site: SiteRules, layout: Layout | None, view: View, found: Sequence[tuple[str, str]]
) -> tuple[tuple[Verdict, ...], tuple[Notice, ...]]:
    """Verdicts on the block-level elements that a standfirst was read from, and a notice where they are too much.

    A source with a pattern or an attribute takes a part of an element, and moves nothing; nor does an element inside of
    a paragraph. An element with more than a quarter of the page's words is the story itself: it stays, with a notice.

    Args:
        site: the rules.
        layout: the page's layout.
        view: the page.
        found: the standfirst that was read, as (source, raw value).
    """
    css = _selector(site, layout, view, tuple(value for _, value in found)) if found else None
    blocks = view.within(view.frames(css)) if css is not None else frozenset[int]()
    share = view.count(blocks) / (view.words or 1)
    if share > DEFAULT_DROP_SHARE:
        text = f"its element holds {share:.0%} of the page's words, more than {DEFAULT_DROP_SHARE:.0%}"
        problem = Problem(text, {"share": round(share, 3), "max_share": DEFAULT_DROP_SHARE})
        return (), (set_aside(site.id, ENTRY, problem),)
    by = rule_id(site.id, ENTRY)
    reason = f"{site.name or site.id}: the standfirst was read from it"
    return tuple(Verdict(block=block, label=FIELD, by=by, reason=reason) for block in sorted(blocks)), ()


def _selector(site: SiteRules, layout: Layout | None, view: View, found: tuple[str, ...]) -> str | None:
    """The selector that a standfirst was read with: the first source that gives these values."""
    for text in (*(layout.fields.standfirst if layout else ()), *site.fields.standfirst):
        source = parse_source(text)
        whole = source.kind == "css" and source.attribute is None and source.pattern is None
        if whole and values(source, view) == found:
            return source.wanted
    return None
