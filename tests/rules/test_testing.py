"""Tests of rule files: one result for each expectation."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newsclean.article import Article
from newsclean.errors import NotAnArticle
from newsclean.model import Author, Block, Image, Removal
from newsclean.rules.testing import Result, run_cases

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.rules.model import SiteRules

ARTICLE = Article(
    title="A bridge",
    blocks=(
        Block(index=3, kind="paragraph", text="The  council approved\u00a0it.", path="p"),
        Block(index=4, kind="paragraph", text="Work begins in May.", path="p[2]"),
    ),
    authors=(Author(name="Jane Doe"), Author(name="John Roe")),
    date_published=datetime(2024, 5, 1, 10, 30, tzinfo=UTC),
    images=(Image(url="/a.jpg", caption="The old bridge"), Image(url="/b.jpg")),
    breadcrumbs=("News", "City"),
    is_accessible_for_free=True,
    removed=(
        Removal(text="More", kind="related", by="example.com/more", reason="r", path="p"),
        Removal(text="More", kind="related", by="example.com/more", reason="r", path="p"),
        Removal(text="x", kind="share", by="detector:share", reason="r", path="p"),
    ),
)


@pytest.fixture
def run(rules: Callable[..., SiteRules]) -> Callable[[str], list[Result]]:
    def build(expectations: str) -> list[Result]:
        site = rules(
            "[[drop]]\nid = 'more'\ncss = '.a'\n[[drop]]\nid = 'share'\ncss = '.b'\n"
            f"[[test]]\npage = 'one.html'\n{expectations}"
        )
        return list(run_cases(site, lambda page: page, lambda _source: ARTICLE))

    return build


@pytest.mark.parametrize(
    ("expectation", "kind"),
    [
        ("contains = ['council approved it']", "contains"),
        ("not_contains = ['Sign up']", "not_contains"),
        ("captions = 1", "captions"),
        ("captions = ['The old bridge']", "captions"),
        ("drops = { more = 2 }", "drops"),
        ("drops = { share = 0 }", "drops"),  # a detector's removal is not the rule's
        ("fields = { title = 'A bridge' }", "fields"),
        ("fields = { date_published = '2024-05-01' }", "fields"),
        ("fields = { date_published = '2024-05-01T10:30:00+00:00' }", "fields"),
        ("fields = { authors = ['Jane Doe', 'John Roe'] }", "fields"),
        ("fields = { images = ['/a.jpg', '/b.jpg'] }", "fields"),
        ("fields = { breadcrumbs = ['News', 'City'] }", "fields"),
        ("fields = { is_accessible_for_free = true }", "fields"),
    ],
)
def test_what_is_so_passes(expectation: str, kind: str, run: Callable[[str], list[Result]]) -> None:
    (result,) = run(expectation)
    assert (result.kind, result.passed) == (kind, True)
    assert (result.site, result.page) == ("example.com", "one.html")


@pytest.mark.parametrize(
    ("expectation", "expected", "found"),
    [
        ("contains = ['June']", "June", "not in the text"),
        ("not_contains = ['begins  in']", "begins  in", "in the text"),
        ("not_contains = ['old bridge']", "old bridge", "in the captions"),
        ("captions = 2", "2", "1: The old bridge"),
        ("captions = []", "none", "The old bridge"),
        ("drops = { more = 1 }", "more = 1", "more = 2"),
        ("fields = { title = 'Another' }", "title = Another", "title = A bridge"),
        (
            "fields = { date_published = '2024-06' }",
            "date_published = 2024-06",
            "date_published = 2024-05-01T10:30:00+00:00",
        ),
        ("fields = { authors = ['Jane Doe'] }", "authors = Jane Doe", "authors = Jane Doe, John Roe"),
        ("fields = { standfirst = 'x' }", "standfirst = x", "standfirst = None"),
    ],
)
def test_what_is_not_so_fails_with_what_there_is_instead(
    expectation: str, expected: str, found: str, run: Callable[[str], list[Result]]
) -> None:
    (result,) = run(expectation)
    assert (result.passed, result.expected, result.found) == (False, expected, found)


def test_every_expectation_has_its_own_result(run: Callable[[str], list[Result]]) -> None:
    results = run("contains = ['council', 'June']\nnot_contains = ['x']\ncaptions = 1\ndrops = { more = 2, share = 1 }")
    assert [result.passed for result in results] == [True, False, True, True, True, False]
    assert run("") == []


def test_a_page_that_cannot_be_opened_or_is_no_article_fails(rules: Callable[..., SiteRules]) -> None:
    site = rules("[[test]]\npage = 'one'\ncontains = ['a']\n[[test]]\npage = 'two'\ncontains = ['a']")

    def open_page(page: str) -> str:
        if page == "one":
            raise FileNotFoundError(page)
        return page

    def parse(_source: str) -> Article:
        raise NotAnArticle("index", "a list of stories", evidence={})

    results = list(run_cases(site, open_page, parse))
    assert [(result.kind, result.passed, result.found) for result in results] == [
        ("page", False, "one"),
        ("page", False, "a list of stories"),
    ]
