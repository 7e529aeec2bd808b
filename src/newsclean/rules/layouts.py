"""Layouts: which one a page has, which blocks its `body` holds, and whether the page keeps what `expect` promises."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.rules.drift import Problem, rule_id, set_aside

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from newsclean.model import Notice
    from newsclean.page import Candidate, Page
    from newsclean.rules.entries import Matches
    from newsclean.rules.model import Layout, SiteRules
    from newsclean.rules.view import View

PROSE_WORDS: Final = 15
"""Words from which a block counts as prose: headlines and teasers' titles are shorter, most paragraphs longer."""
PROSE_LINK_SHARE: Final = 0.5
"""Share of link text from which a block is no prose."""
MIN_BODY_SHARE: Final = 0.25
"""Least share of the page's prose that `body` must hold to be believed. A judgement: above long comments a story may be
a third of the prose; a selector that has come to match a teaser or a caption holds next to nothing."""

_DATE: Final = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_DATE_META: Final = ("article:published_time", "datepublished", "date", "dc.date")


class Body(NamedTuple):
    """What became of a layout's `body`."""

    blocks: frozenset[int] | None
    """Blocks inside; None when the layout has no `body` or it cannot be believed."""
    problem: Problem | None = None
    """Why it cannot be believed."""


def choose(site: SiteRules, view: View, disabled: Container[str]) -> tuple[Layout | None, tuple[Notice, ...]]:
    """The layout of a page: the one that is detected, of several the one whose dates fit, else the first.

    Plain text has no layout. A page in markup on which no layout is detected gives a notice.
    """
    enabled = [layout for layout in site.layout if rule_id(site.id, layout.id) not in disabled]
    if view.page.document is None or not enabled:
        return None, ()
    detected = [layout for layout in enabled if layout.detect is None or view.matches(layout.detect)]
    if not detected:
        names = ", ".join(layout.id for layout in enabled)
        problem = Problem(f"the page has none of its layouts ({names})", {"layouts": len(enabled)})
        return None, (set_aside(site.id, "layout", problem),)
    if len(detected) > 1:
        day = _day(view.page)
        detected.sort(key=lambda layout: not _covers(layout, day))  # stable: the order of the file otherwise
    return detected[0], ()


def find_body(layout: Layout, view: View) -> Body:
    """The blocks of the first `body` selector that can be believed."""
    problems: list[Problem] = []
    for css in layout.body:
        body = _try_body(css, layout, view)
        if body.problem is None:
            return body
        problems.append(body.problem)
    if not problems:
        return Body(None)
    return Body(None, Problem("; ".join(problem.text for problem in problems), problems[0].figures))


def broken_promise(
    layout: Layout, *, view: View, story: Sequence[int], matches: Matches, fields: Container[str]
) -> Problem | None:
    """The first line of `expect` that the page does not keep, or None.

    Args:
        layout: the page's layout.
        view: the page.
        story: blocks of the story: those of the body, or all that readers see.
        matches: where the entries match.
        fields: names of the fields that were read.
    """
    expect = layout.expect
    blocks = [view.page.blocks[index] for index in story]
    figures = {"paragraphs": sum(block.kind == "paragraph" for block in blocks), "words": sum(b.words for b in blocks)}
    for unit, least in (("paragraphs", expect.min_paragraphs), ("words", expect.min_words)):
        if figures[unit] < least:
            text = f"the story has {figures[unit]} {unit}, at least {least} were expected"
            return Problem(text, {unit: figures[unit], "expected": least})
    for wanted in expect.must_match:
        if not _found(wanted, matches, fields):
            return Problem(f"{wanted} must match and matches nothing", {"must_match": wanted, "matches": 0})
    return None


def _found(wanted: str, matches: Matches, fields: Container[str]) -> bool:
    if wanted == "body":  # a body that is not found sets the layout aside before this is asked
        return True
    prefix, dot, name = wanted.partition(".")
    return name in fields if dot and prefix == "fields" else bool(matches.of(wanted))


def _try_body(css: str, layout: Layout, view: View) -> Body:
    frames = [frame for frame in view.frames(css) if frame in view.occupied]
    if not frames or (len(frames) > 1 and layout.expect.body == "one"):
        text = f"body {css!r} matches {len(frames)} elements with text, {layout.expect.body} expected"
        return Body(None, Problem(text, {"elements": len(frames)}))
    blocks = view.within(frames)
    prose = {block.index: block.words for block in view.page.blocks if _is_prose(block)}
    share = sum(words for index, words in prose.items() if index in blocks) / (sum(prose.values()) or 1)
    if prose and share < MIN_BODY_SHARE:
        text = f"body {css!r} holds {share:.0%} of the page's prose, at least {MIN_BODY_SHARE:.0%} expected"
        return Body(None, Problem(text, {"share": round(share, 3), "min_share": MIN_BODY_SHARE}))
    return Body(blocks)


def _is_prose(block: Candidate) -> bool:
    return block.words >= PROSE_WORDS and block.link_chars < PROSE_LINK_SHARE * len(block.text)


def _covers(layout: Layout, day: date | None) -> bool:
    """Whether a day is in the layout's dates; with the day unknown, whether the layout is still in use."""
    if day is None:
        return layout.until is None
    return (layout.since or date.min) <= day <= (layout.until or date.max)


def _day(page: Page) -> date | None:
    """The day of a page, good enough to choose a layout: the first full date, year first, that it declares."""
    for text in _declared(page):
        match = _DATE.search(text)
        if match:
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:  # as 2020/13/45
                continue
    return None


def _declared(page: Page) -> Iterator[str]:
    if page.document is not None:
        structured = page.document.structured
        for thing in structured.jsonld:
            yield str(thing.get("datePublished", ""))
        for name in _DATE_META:
            yield from structured.meta.get(name, ())
    yield page.url or ""
