"""The standfirst that a selector reads leaves the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.apply import apply

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page
    from newsclean.rules.model import SiteRules

STORY = "".join(f"<p>The ferry left the quay at dawn with passengers, sentence {n} of the story.</p>" for n in range(9))


def said(page: Page, site: SiteRules, **options: frozenset[str]) -> list[tuple[str, str, str]]:
    return [(page.blocks[v.block].text, v.label, v.by) for v in apply(site, page, **options).verdicts]


def test_the_element_of_a_standfirst_leaves_the_text(
    html_page: Callable[..., Page], rules: Callable[..., SiteRules]
) -> None:
    page = html_page(f"<h1>Ferry</h1><p class=x>Why the ferry left</p>{STORY}")
    site = rules("[fields]\ntitle = ['h1']\nstandfirst = ['p.x']")
    assert said(page, site) == [("Why the ferry left", "standfirst", "example.com/fields.standfirst")]


@pytest.mark.parametrize(
    "sources",
    [
        "'.x =~ ^Why.*$'",  # a part of what stands there
        "'.x@title'",
        "'meta:description'",
        "'text:^Why the ferry left$'",
        "'.none'",
        "'.none', '.x@title', '.x'",  # the first that gives anything is the one that was read
        "'b.x'",
    ],
)
def test_what_is_no_element_of_the_field_alone_stays(
    sources: str, html_page: Callable[..., Page], rules: Callable[..., SiteRules]
) -> None:
    head = "<meta name=description content='Why the ferry left'>"
    page = html_page(f"<p><b class=x title=Why>Why</b> it left</p><p class=x title=Why>Why not</p>{STORY}", head=head)
    assert said(page, rules(f"[fields]\nstandfirst = [{sources}]")) == []


def test_the_source_that_gave_the_value_is_the_one_whose_element_leaves(
    html_page: Callable[..., Page], rules: Callable[..., SiteRules]
) -> None:
    page = html_page(f"<p class=a> </p><p class=b>Why the ferry left</p><p class=c>Bell</p>{STORY}")
    site = rules(
        "[fields]\nstandfirst = ['.c']\n[[layout]]\nid = 'l'\n[layout.fields]\nstandfirst = ['.a', '.b', '.c']"
    )
    assert said(page, site) == [("Why the ferry left", "standfirst", "example.com/fields.standfirst")]


def test_entries_speak_first_and_a_field_that_is_switched_off_moves_nothing(
    html_page: Callable[..., Page], rules: Callable[..., SiteRules]
) -> None:
    page = html_page(f"<p class=x>Why the ferry left</p>{STORY}")
    site = rules("[fields]\nstandfirst = ['.x']\n[[keep]]\nid = 'k'\ncss = '.x'")
    assert said(page, site) == [("Why the ferry left", "keep", "example.com/k")]
    assert said(page, site, disabled=frozenset(("example.com/k", "example.com/fields.standfirst"))) == []


def test_an_element_that_holds_the_story_stays_with_a_notice(
    html_page: Callable[..., Page], rules: Callable[..., SiteRules]
) -> None:
    page = html_page(f"<div class=lead>{STORY}</div>")
    outcome = apply(rules("[fields]\nstandfirst = ['.lead']"), page)
    assert outcome.verdicts == ()
    (notice,) = outcome.notices
    assert notice.kind == "rule_drift"
    assert notice.evidence == {"rule": "example.com/fields.standfirst", "share": 1.0, "max_share": 0.25}
