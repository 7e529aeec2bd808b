"""One site's rules, one page: order, switches and laws."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.rules.apply import RuleOutcome, apply
from newsclean.rules.model import SiteRules
from newsclean.verdict import REMOVAL_KINDS, FieldLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

ORDER = """
[[keep]]
id = "keep"
text = 'keep'
[[caption]]
id = "caption"
text = 'caption'
max_share = 1.0
[[drop]]
id = "drop"
text = 'drop'
max_share = 1.0
[[drop]]
id = "later-drop"
text = 'drop'
max_share = 1.0
[[tail]]
id = "tail"
anchor = 'tail'
lines = 'tail'
[[layout]]
id = "l"
[[layout.drop]]
id = "layout-drop"
text = 'layout'
max_share = 1.0
"""


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("keep caption drop tail", "keep"),
        ("caption drop tail", "caption"),
        ("drop tail", "drop"),
        ("tail", "tail"),
        ("nothing", None),
    ],
)
def test_a_block_gets_the_first_verdict_in_the_order_of_rank(
    text: str, by: str | None, rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    verdicts = apply(rules(ORDER), text_page(text)).verdicts
    assert [verdict.by for verdict in verdicts] == ([f"example.com/{by}"] if by else [])


def test_an_entry_of_the_layout_comes_before_one_of_the_site(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    (verdict,) = apply(rules(ORDER), html_page("<p>layout drop</p>")).verdicts
    assert verdict.by == "example.com/layout-drop"


@pytest.mark.parametrize(
    ("switched_off", "by"),
    [
        ("example.com", []),
        ("example.com/drop", ["example.com/later-drop"]),
        ("drop", ["example.com/drop"]),
        ("example.org", ["example.com/drop"]),
    ],
)
def test_rules_and_entries_are_switched_off_by_their_ids(
    switched_off: str, by: list[str], rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    outcome = apply(rules(ORDER), text_page("drop"), disabled=frozenset([switched_off]))
    assert [verdict.by for verdict in outcome.verdicts] == by


def test_entries_of_a_layout_are_not_for_plain_text(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    assert apply(rules(ORDER), text_page("layout")).verdicts == ()


def test_rules_that_have_nothing_to_say_say_nothing(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    assert apply(rules(""), text_page("x")) == RuleOutcome()
    assert apply(rules(ORDER), text_page("")) == RuleOutcome()


def test_a_layout_that_is_set_aside_leaves_the_rules_of_the_site(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    site = rules(f"{ORDER}[layout.expect]\nmin_paragraphs = 5")
    outcome = apply(site, html_page("<p>layout</p><p>drop</p>"))
    assert [verdict.by for verdict in outcome.verdicts] == ["example.com/drop"]
    assert [notice.kind for notice in outcome.notices] == ["rule_drift"]


def test_a_selector_that_would_take_too_long_is_set_aside(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    site = rules("[fields]\ntitle = ['h1:has(b i)']\n[[drop]]\nid = 'a'\ncss = 'div:has(div p)'\nmax_share = 1.0")
    assert apply(site, html_page("<div>" * 50 + "<p>x</p>")).notices == ()
    messages = [notice.message for notice in apply(site, html_page("<div>" * 150 + "<p>x</p>")).notices]
    assert len(messages) == 2
    assert "elements are nested more than 100 deep, and its selector 'h1:has(b i)' would take too long" in messages[0]


ALL_KINDS = """
[fields]
title = ["h1", "text:^a", "jsonld:headline", "url:x"]
[[keep]]
id = "keep"
text = 'k'
[[caption]]
id = "caption"
css = "figure, p"
text = '^c'
credit = '\\(.*\\)'
[[drop]]
id = "drop"
text = '[a-d]$'
[[drop]]
id = "css"
css = "div > p"
where = "after:drop"
[[tail]]
id = "tail"
anchor = '^t'
lines = '^[xyz]'
[[layout]]
id = "l"
detect = "main, article"
body = ["main", "article"]
"""
SITE = SiteRules.from_toml(ALL_KINDS, id="example.com")
LINES = st.lists(st.text("abctkxyz ()’\u00a0\n", max_size=12), max_size=12)
TAGS = st.sampled_from(("p", "div", "main", "article", "figure", "h1", "li", "b"))
MARKUP = st.recursive(
    st.text("abctkx (’", max_size=10),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0]}>"),
    max_leaves=12,
)


def check_laws(page: Page) -> None:
    outcome = apply(SITE, page)
    blocks = [verdict.block for verdict in outcome.verdicts]
    assert blocks == sorted(set(blocks))
    assert set(blocks) <= set(range(len(page.blocks)))
    assert {verdict.label for verdict in outcome.verdicts} <= {"keep", *get_args(FieldLabel), *REMOVAL_KINDS}
    assert all(verdict.by.startswith("example.com/") for verdict in outcome.verdicts)
    assert all(notice.kind == "rule_drift" for notice in outcome.notices)
    assert apply(SITE, page) == outcome


@given(LINES)
def test_a_text_gets_at_most_one_verdict_a_line_and_the_same_ones_again(lines: list[str]) -> None:
    check_laws(read_text("\n".join(lines)))


@given(st.lists(MARKUP, max_size=5))
def test_a_page_gets_at_most_one_verdict_a_block_and_the_same_ones_again(parts: list[str]) -> None:
    check_laws(read_html(Document("".join(parts), url="https://example.com/x")))
