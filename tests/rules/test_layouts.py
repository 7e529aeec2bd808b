"""Which layout a page has, where its body is, and what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.apply import apply
from newsclean.rules.layouts import choose, find_body
from newsclean.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page
    from newsclean.rules.model import SiteRules

PROSE = "<p>The council of the town approved the new bridge on Tuesday after a debate that lasted three full hours.</p>"

LAYOUTS = """
[[layout]]
id = "old"
detect = "main"
until = 2019-12-31
[[layout]]
id = "new"
detect = "main"
since = 2020-01-01
[[layout]]
id = "live"
detect = "section.live"
"""


@pytest.mark.parametrize(
    ("body", "head", "url", "expected"),
    [
        ("<main>x</main>", "", "https://example.com/2018/05/01/x", "old"),
        ("<main>x</main>", "", "https://example.com/2020-01-01/x", "new"),
        ("<main>x</main>", '<meta property="article:published_time" content="2018-01-31T10:00Z">', None, "old"),
        ("<main>x</main>", '<script type="application/ld+json">{"datePublished": "2018-01-31"}</script>', None, "old"),
        ("<main>x</main>", '<meta name="date" content="2020-13-45">', "https://example.com/2018/05/01/x", "old"),
        ("<main>x</main>", "", None, "new"),  # no date: the layout still in use
        ("<section class=live>x</section>", "", "https://example.com/2018/05/01/x", "live"),
    ],
)
def test_detection_decides_and_dates_break_ties(
    body: str,
    head: str,
    url: str | None,
    expected: str,
    rules: Callable[..., SiteRules],
    html_page: Callable[..., Page],
) -> None:
    layout, notices = choose(rules(LAYOUTS), View(html_page(body, head=head, url=url)), frozenset())
    assert layout is not None
    assert layout.id == expected
    assert notices == ()


def test_a_page_with_none_of_the_layouts_is_told(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    layout, (notice,) = choose(rules(LAYOUTS), View(html_page("<div>x</div>")), frozenset())
    assert layout is None
    assert notice.kind == "rule_drift"
    assert "none of its layouts (old, new, live)" in notice.message


def test_plain_text_has_no_layout_and_misses_none(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    assert choose(rules(LAYOUTS), View(text_page("x")), frozenset()) == (None, ())


def test_a_site_without_layouts_misses_none(rules: Callable[..., SiteRules], html_page: Callable[..., Page]) -> None:
    assert choose(rules(""), View(html_page("<main>x</main>")), frozenset()) == (None, ())


def test_a_layout_that_is_switched_off_is_not_chosen(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    layout, _ = choose(rules(LAYOUTS), View(html_page("<main>x</main>")), frozenset(["example.com/new"]))
    assert layout is not None
    assert layout.id == "old"


def body_of(rules: Callable[..., SiteRules], page: Page, toml: str) -> tuple[list[str] | None, str]:
    (layout,) = rules(f"[[layout]]\nid = 'l'\n{toml}").layout
    body = find_body(layout, View(page))
    texts = None if body.blocks is None else [page.blocks[block].text[:5] for block in sorted(body.blocks)]
    return texts, body.problem.text if body.problem else ""


def test_the_first_body_selector_that_fits_is_taken(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    page = html_page(f"<h1>Bridge</h1><article>{PROSE}</article>")
    assert body_of(rules, page, "body = ['section.body', 'article']") == (["The c"], "")


def test_several_elements_where_one_is_expected_are_a_problem(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    page = html_page(f"<section>{PROSE}</section><section>{PROSE}</section><section> </section>")
    assert body_of(rules, page, "body = ['section']") == (
        None,
        "body 'section' matches 2 elements with text, one expected",
    )
    assert body_of(rules, page, "body = ['section']\nexpect = {body = 'many'}") == (["The c", "The c"], "")


def test_no_element_is_a_problem_that_names_every_selector(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    _, problem = body_of(rules, html_page("<p>x</p>"), "body = ['article', 'main']")
    assert "'article' matches 0" in problem
    assert "'main' matches 0" in problem


def test_a_body_with_next_to_none_of_the_prose_is_not_believed(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    page = html_page(f"<div class=body>A caption.</div><main>{PROSE * 5}</main>")
    assert body_of(rules, page, "body = ['.body']") == (
        None,
        "body '.body' holds 0% of the page's prose, at least 25% expected",
    )


def test_a_layout_without_body_has_no_problem_with_it(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    assert body_of(rules, html_page("<p>x</p>"), "") == (None, "")


PROMISES = """
[[drop]]
id = "box"
css = ".box"
[[layout]]
id = "l"
detect = "main"
body = ["main"]
[layout.fields]
title = ["h1"]
[layout.expect]
"""


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ("min_paragraphs = 2", ""),
        ("min_paragraphs = 3", "the story has 2 paragraphs, at least 3 were expected"),
        ("min_words = 500", "the story has 38 words, at least 500 were expected"),
        ("must_match = ['body', 'fields.title', 'box']", ""),
        ("must_match = ['fields.authors']", "fields.authors must match and matches nothing"),
    ],
)
def test_a_layout_whose_promise_fails_is_set_aside_with_the_figure(
    expect: str, problem: str, rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    page = html_page(f"<h1>Bridge</h1><main>{PROSE * 2}</main><div class=box>Box</div><p>Behind</p>")
    outcome = apply(rules(f"{PROMISES}{expect}"), page)
    if problem:
        (notice,) = outcome.notices
        assert problem in notice.message
        assert notice.evidence["rule"] == "example.com/l"
        assert outcome.fields == {}
    else:
        assert outcome.notices == ()
        assert "title" in outcome.fields
    labels = {verdict.by for verdict in outcome.verdicts}
    assert labels == ({"example.com/box"} if problem else {"example.com/box", "example.com/l"})
