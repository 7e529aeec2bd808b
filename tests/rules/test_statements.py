"""What entries say of the blocks that they match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.apply import apply
from newsclean.rules.statements import BOUND_CONFIDENCE, nearest_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page
    from newsclean.rules.model import SiteRules
    from newsclean.verdict import Verdict

CAPTION = """
name = "The Example"
[[caption]]
id = "cutline"
css = "p.cut"
text = '\\bphoto\\b'
max_share = 1.0
"""


def test_a_drop_names_its_rule_kind_and_reason(rules: Callable[..., SiteRules], text_page: Callable[..., Page]) -> None:
    site = rules("""
    name = "The Example"
    [[drop]]
    id = "more"
    text = '^More'
    kind = "related"
    max_share = 1.0
    [[drop]]
    id = "sign-up"
    text = '^Sign up'
    kind = "newsletter"
    max_share = 1.0
    reason = "the newsletter box of The Example"
    """)
    more, sign_up = apply(site, text_page("More: one", "Story.", "Sign up")).verdicts
    assert (more.block, more.label, more.by) == (0, "related", "example.com/more")
    assert more.reason == "The Example: the rule 'more' drops this"
    assert (sign_up.block, sign_up.label, sign_up.reason) == (2, "newsletter", "the newsletter box of The Example")


def test_a_keep_keeps(rules: Callable[..., SiteRules], text_page: Callable[..., Page]) -> None:
    (verdict,) = apply(rules("[[keep]]\nid = 'k'\ntext = '^Corr'"), text_page("Correction: a", "Story.")).verdicts
    assert (verdict.block, verdict.label, verdict.by) == (0, "keep", "example.com/k")


@pytest.mark.parametrize(
    ("credit", "text", "caption", "expected"),
    [
        (r"\(Photo by (?P<credit>[^)]+)\)$", "A bridge. (Photo by A. Name)", "A bridge.", "A. Name"),
        (r"Photo: .+$", "A bridge. Photo: A. Name", "A bridge.", "Photo: A. Name"),
        (r"^Photo: (?P<credit>[^|]+)\|", "Photo: the city’s desk | A bridge.", "A bridge.", "the city’s desk"),
        (r"\(Photo by (?P<credit>[^)]+)\)", "One (Photo by A) and two photo", "One and two photo", "A"),
    ],
)
def test_a_credit_is_split_off_with_what_stands_around_it(
    credit: str, text: str, caption: str, expected: str, rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    site = rules(f"[[caption]]\nid = 'c'\ntext = '.'\nmax_share = 1.0\ncredit = '{credit}'")
    (verdict,) = apply(site, text_page(text)).verdicts
    assert (verdict.label, verdict.credit, verdict.evidence) == ("caption", expected, {"caption": caption})
    assert verdict.picture is None


@pytest.mark.parametrize("credit", ["^nothing$", "^(a|a)*$"])
def test_a_caption_without_its_credit_stays_whole(
    credit: str, rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    site = rules(f"[[caption]]\nid = 'c'\ntext = '.'\nmax_share = 1.0\ncredit = '{credit}'")
    outcome = apply(site, text_page("a" * 60 + "!"))
    assert [(verdict.credit, verdict.evidence) for verdict in outcome.verdicts] == [(None, {})]
    assert [notice.evidence["rule"] for notice in outcome.notices] == (["example.com/c"] if "a|a" in credit else [])


def test_in_markup_a_caption_goes_to_the_nearest_picture(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    page = html_page(
        '<img src="/logo.png"><p>Story.</p><p>Story.</p><img src="/a.jpg"><p class="cut">A photo of a bridge.</p>'
        '<p>Story.</p><p>Story.</p><p>Story.</p><img src="/b.jpg">'
    )
    (verdict,) = apply(rules(CAPTION), page).verdicts
    assert verdict.picture is not None
    assert page.pictures[verdict.picture].attributes["src"] == "/a.jpg"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Cap.</p>", None),
        ("<img src=/a><p>Cap.</p>", "/a"),
        ("<p>Cap.</p><img src=/a>", "/a"),
        ("<img src=/a><p>Cap.</p><img src=/b>", "/a"),  # equally near: captions stand below their picture
        ("<img src=/a><p>Story.</p><p>Cap.</p><img src=/b>", "/b"),
        ("<figure><p>Cap.</p><p>More.</p><p>More.</p><img src=/b></figure><img src=/c>", "/b"),
        ("<img src=/a><figure><p>Cap.</p><p>More.</p><img src=/b></figure>", "/b"),  # its own figure, though farther
    ],
)
def test_the_nearest_picture_is_that_of_the_figure_else_the_fewest_blocks_away(
    body: str, expected: str | None, html_page: Callable[..., Page]
) -> None:
    page = html_page(body)
    block = next(block.index for block in page.blocks if block.text == "Cap.")
    picture = nearest_picture(page, block)
    assert (None if picture is None else page.pictures[picture].attributes["src"]) == expected


TAIL = """
name = "The Example"
[[tail]]
id = "mirrors"
anchor = "^The Example’s other addresses:$"
lines = '(?i)^(www\\.)?example\\.(org|net)$|^share$'
"""


def said(outcome: tuple[Verdict, ...]) -> list[tuple[int, str]]:
    return [(verdict.block, verdict.label) for verdict in outcome]


def test_a_tail_is_cut_off_when_every_later_line_is_known(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    verdicts = apply(
        rules(TAIL), text_page("Story.", "The Example's other addresses:", "www.example.org", "SHARE")
    ).verdicts
    assert said(verdicts) == [(1, "mirror_address"), (2, "mirror_address"), (3, "mirror_address")]
    assert verdicts[0].evidence == {"later_lines": 2, "unknown_lines": 0}
    assert "cuts the site's footer off" in verdicts[0].reason


def test_an_unknown_line_in_the_tail_stays_and_known_ones_go_singly(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    page = text_page("Story.", "The Example's other addresses:", "www.example.org", "A line of the story.", "share")
    verdicts = apply(rules(TAIL), page).verdicts
    assert said(verdicts) == [(1, "mirror_address"), (2, "mirror_address"), (4, "mirror_address")]
    assert verdicts[0].evidence == {"later_lines": 3, "unknown_lines": 1}


def test_known_lines_before_the_anchor_and_without_it_stay(
    rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    assert said(apply(rules(TAIL), text_page("www.example.org", "Story.", "share")).verdicts) == []
    page = text_page("www.example.org", "Story.", "The Example's other addresses:")
    assert said(apply(rules(TAIL), page).verdicts) == [(2, "mirror_address")]


BOUND = """
[[keep]]
id = "corr"
text = '^Correction'
[[layout]]
id = "l"
body = ["article"]
"""


def test_a_body_bounds_the_story_behind_its_first_block_but_not_figures(
    rules: Callable[..., SiteRules], html_page: Callable[..., Page]
) -> None:
    story = "<p>The council of the town approved the new bridge on Tuesday after a debate of three full hours.</p>"
    page = html_page(
        f"<p>News / City</p><h1>Bridge</h1><article>{story}<div>Related</div></article>"
        "<p>Correction: the debate took two hours.</p>"
        "<figure><figcaption>A caption.</figcaption></figure><p>Behind.</p>"
    )
    outcome = apply(rules(BOUND), page)
    by_text = {page.blocks[verdict.block].text: verdict for verdict in outcome.verdicts}
    assert list(by_text) == ["Correction: the debate took two hours.", "Behind."]
    assert by_text["Correction: the debate took two hours."].label == "keep"
    behind = by_text["Behind."]
    assert (behind.label, behind.by, behind.confidence) == ("boilerplate", "example.com/l", BOUND_CONFIDENCE)
