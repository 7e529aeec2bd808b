"""Authors as readers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.normalize.bylines import visible_claims

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft


def page(after: str) -> str:
    return f"<html><body><h1>Quay opens</h1>{after}<p>The harbour office opened its longest quay on Monday.</p></body></html>"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("<a rel=author href=/ann>Ann Lee</a>", ["Ann Lee"]),
        ("<span itemprop=author>Ann Lee</span>", ["Ann Lee"]),
        ("<div class=author>By Ann Lee and Bo Wang</div>", ["Ann Lee", "Bo Wang"]),
        ("<div class=byline>By <span class=author-name>Ann Lee</span>, Staff writer</div>", ["Ann Lee"]),
        ("<p><a href=/authors/ann-lee>Ann Lee</a></p>", ["Ann Lee"]),
        ("<p>By Ann Lee</p>", ["Ann Lee"]),
        ("<p class=x>Written by <b>Ann Lee</b></p>", ["Ann Lee"]),
        (
            "<div class=byline><span class=by-author>Ann Lee</span> <span class=by-author>Bo Wang</span></div>",
            ["Ann Lee", "Bo Wang"],
        ),
        ("<div class=author-wrapper>May 2, 2024 • 5 min read</div>", []),
        ("<aside class=related><a rel=author href=/x>Cy Roe</a></aside>", []),
        ("<div class=comment><span class=author>Cy Roe</span></div>", []),
        ("<div class=author-bio>Ann Lee has covered harbours for ten years.</div>", []),
        ("<p>By the harbour, on a Monday.</p>", []),
    ],
)
def test_who_is_named(draft: Callable[..., Draft], after: str, expected: list[str]) -> None:
    claims = list(visible_claims(draft(page(after))))
    assert [name for name, _, _ in claims[0].names] == expected if expected else not claims


def test_reviewers_beside_the_author_are_left_out(draft: Callable[..., Draft]) -> None:
    html = page(
        "<div><p>By <a rel=author href=/a>Ann Lee</a></p></div><section><div><p>Reviewed by <a rel=author href=/b>Bo Wang</a></p></div></section>"
    )
    first = next(iter(visible_claims(draft(html))))
    assert [name for name, _, _ in first.names] == ["Ann Lee"]


def test_the_page_of_one_author_is_kept(draft: Callable[..., Draft]) -> None:
    first = next(iter(visible_claims(draft(page("<a rel=author href=/ann>Ann Lee</a>")))))
    assert first.names == (("Ann Lee", "https://www.example.org/ann", "Ann Lee"),)


def test_a_moved_byline_weighs_most(draft: Callable[..., Draft]) -> None:
    made = draft(page("<p>Ann Lee in Harbour</p><p>By Bo Wang</p>"), labels={"Ann Lee": "byline"})
    claims = sorted(visible_claims(made), key=lambda claim: -claim.weight)
    assert claims[0].source == "block:engine"
    assert claims[0].names[0][0] == "Ann Lee"


GLUED = "<div class=byline>By <a href=/people/ann>Ann {}</a><span class=author-title>Staff Writer</span></div>"


def test_elements_without_a_space_between_are_parted(draft: Callable[..., Draft]) -> None:
    made = draft(page(GLUED.format("Lee")), labels={"By Ann": "byline"})
    claims = [claim for claim in visible_claims(made) if claim.source != "dom:author"]
    assert [(claim.source, [name for name, _, _ in claim.names]) for claim in claims] == [
        ("block:engine", ["Ann Lee"]),
        ("dom:byline", ["Ann Lee"]),
    ]


def test_a_capital_inside_a_name_parts_nothing(draft: Callable[..., Draft]) -> None:
    for html in (GLUED.format("McKay").replace("</a>", "</a> "), "<p>By Ann McKay</p>"):
        named = [[name for name, _, _ in claim.names] for claim in visible_claims(draft(page(html)))]
        assert named
        assert all(names == ["Ann McKay"] for names in named)


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "von Ann Lee", ["Ann Lee"]),
        ("de", "Von Anfang an", []),
        ("fr", "Par Ann Lee", ["Ann Lee"]),
        ("pt", "Por Ann Lee, g1", ["Ann Lee"]),
        ("en", "von Ann Lee", []),
        ("en", "By Bo", ["Bo"]),
    ],
)
def test_a_line_in_the_language_of_the_page(
    draft: Callable[..., Draft], language: str, line: str, expected: list[str]
) -> None:
    made = draft(page(f"<p>{line}</p>"))
    assert [name for claim in visible_claims(made, language) for name, _, _ in claim.names] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2 May 2024 | 13:10 | Ann Lee", ["Ann Lee"]),
        ("02.05.2024 - Ann Lee", ["Ann Lee"]),
        ("Ann Lee • May 2, 2024", ["Ann Lee"]),
        ("2 May 2024 | Harbour News", []),
        ("2 May 2024 | harbour", []),
        ("1818-1888 - Part Index", []),
        ("2 May 2024 Ann Lee", []),
    ],
)
def test_a_name_beside_the_date_is_the_last_resort(draft: Callable[..., Draft], line: str, expected: list[str]) -> None:
    claims = list(visible_claims(draft(page(f"<p>{line}</p>")), "en"))
    assert [name for claim in claims for name, _, _ in claim.names] == expected
    both = list(visible_claims(draft(page(f"<p>By Bo Wang</p><p>{line}</p>")), "en"))
    assert max(both, key=lambda claim: claim.weight).names[0][0] == "Bo Wang"
