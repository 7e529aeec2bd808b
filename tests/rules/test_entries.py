"""Where entries match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.entries import Matches, active
from newsclean.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page
    from newsclean.rules.model import SiteRules

LINES = ("Title", "More: one", "Story.", "More: two", "Story.", "More: three")


def match(
    site: SiteRules, page: Page, entry: str, disabled: frozenset[str] = frozenset()
) -> tuple[list[str], list[str]]:
    """Texts that an entry matches, and what was set aside."""
    view = View(page)
    matches = Matches(site.id, active(site, None, disabled), view, view.visible)
    found = [page.blocks[block].text for block in sorted(matches.of(entry))]
    return found, [notice.message for notice in matches.notices]


def drop(**keys: str) -> str:
    return "[[drop]]\nid = 'x'\nmax_share = 1.0\n" + "\n".join(f"{key} = '{value}'" for key, value in keys.items())


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("first:2", ["More: one"]),
        ("last:3", ["More: two", "More: three"]),
        ("last:1%", ["More: three"]),
        ("first:50%", ["More: one"]),
    ],
)
def test_place_and_pattern_must_both_fit(
    where: str, expected: list[str], rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    assert match(rules(drop(text="^More", where=where)), text_page(*LINES), "x") == (expected, [])


def test_after_an_entry_is_after_its_first_block(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    site = rules(f"{drop(text='^More', where='after:story')}\n[[keep]]\nid = 'story'\ntext = '^Story'")
    assert match(site, text_page(*LINES), "x")[0] == ["More: two", "More: three"]
    assert match(site, text_page("More: one"), "x")[0] == []


BOXES = "<p class=a>More: one</p><p>More: two</p><p class=a>Story.</p>"


def test_in_markup_selector_and_pattern_must_both_fit(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    assert match(rules(drop(css=".a", text="^More")), html_page(BOXES), "x")[0] == ["More: one"]
    assert match(rules(drop(text="^More")), html_page(BOXES), "x")[0] == ["More: one", "More: two"]
    assert match(rules(drop(css=".a")), html_page(BOXES), "x")[0] == ["More: one", "Story."]
    assert match(rules(drop(css=".b", text="^More")), html_page(BOXES), "x")[0] == []


def test_in_plain_text_the_pattern_alone_speaks_and_a_selector_alone_says_nothing(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    assert match(rules(drop(css=".a", text="^Story")), text_page(*LINES), "x")[0] == ["Story.", "Story."]
    assert match(rules(drop(css=".a")), text_page(*LINES), "x") == ([], [])


def test_what_would_take_too_much_is_set_aside_with_its_figures(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    site = rules("[[drop]]\nid = 'x'\ntext = '.'\nmax_share = 0.15")
    found, (notice,) = match(site, text_page(*LINES), "x")
    assert found == []
    assert notice == (
        "site rule example.com/x is set aside on this page: it would take 100% of the page's words, more than its "
        "max_share of 15%"
    )


def test_a_share_that_is_just_reached_is_allowed(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    site = rules("[[drop]]\nid = 'x'\ntext = '^one$'\nmax_share = 0.5")
    assert match(site, text_page("one", "two"), "x") == (["one"], [])
    assert match(site, text_page("one", "one", "two"), "x")[0] == []


def test_a_keep_has_no_limit(rules: Callable[..., SiteRules], text_page: Callable[..., Page]) -> None:
    assert len(match(rules("[[keep]]\nid = 'x'\ntext = '.'"), text_page(*LINES), "x")[0]) == 6


def test_a_pattern_that_takes_too_long_is_set_aside(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    found, (notice,) = match(rules(drop(text="^(a|a)*$")), text_page("a" * 60 + "!"), "x")
    assert found == []
    assert "takes too long" in notice


def test_an_entry_that_is_switched_off_matches_nothing(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    assert match(rules(drop(text=".")), text_page(*LINES), "x", frozenset(["example.com/x"]))[0] == []


TAIL = "[[tail]]\nid = 'x'\nanchor = '^Also at:$'\nlines = '^host$'\n"


def test_the_anchor_of_a_tail_stands_in_the_last_lines_of_a_text_or_anywhere_in_markup(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page], html_page: Callable[..., Page]
) -> None:
    site = rules(TAIL)
    story = ["Story."] * 8
    assert match(site, text_page(*story, "Also at:", *story[:7]), "x")[0] == ["Also at:"]
    assert match(site, text_page(*story, "Also at:", *story), "x")[0] == []
    assert match(site, html_page("<p>Also at:</p>" + "<p>Story.</p>" * 20), "x")[0] == ["Also at:"]
    assert match(rules(f"{TAIL}where = 'last:2'"), text_page("Also at:", "a", "b"), "x")[0] == []
