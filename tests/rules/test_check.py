"""Findings in rule files that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.check import lint, lint_hosts
from newsclean.rules.index import shipped_files
from newsclean.rules.load import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.rules.model import SiteRules


def kinds(site: SiteRules) -> list[tuple[str, str]]:
    return [(finding.kind, finding.path) for finding in lint(site)]


def test_the_shipped_rules_have_none() -> None:
    sites = [load_rules(path) for path in shipped_files()]
    assert [finding for site in sites for finding in lint(site)] == []
    assert lint_hosts(sites) == ()


def test_a_drop_that_no_test_sees_is_untested(rules: Callable[..., SiteRules]) -> None:
    toml = "[[drop]]\nid = 'a'\ncss = '.a'\n[[tail]]\nid = 't'\nanchor = '^a$'\nlines = '^b$'\n"
    toml += "[[keep]]\nid = 'k'\ncss = '.k'"
    assert kinds(rules(toml)) == [("untested", "drop[0]"), ("untested", "tail[0]")]
    assert kinds(rules(f"{toml}\n[[test]]\npage = 'p'\ndrops = {{ a = 2, t = 1 }}")) == []
    assert kinds(rules(f"{toml}\n[[test]]\npage = 'p'\ndrops = {{ a = 0, t = 1 }}")) == [("untested", "drop[0]")]


def test_a_caption_is_seen_by_a_test_of_captions(rules: Callable[..., SiteRules]) -> None:
    toml = "[[caption]]\nid = 'c'\ncss = '.c'"
    assert kinds(rules(toml)) == [("untested", "caption[0]")]
    assert kinds(rules(f"{toml}\n[[test]]\npage = 'p'\ncaptions = 0")) == [("untested", "caption[0]")]
    assert kinds(rules(f"{toml}\n[[test]]\npage = 'p'\ncaptions = 1")) == []


def test_rules_that_were_carried_over_need_no_tests(rules: Callable[..., SiteRules]) -> None:
    assert kinds(rules("origin = 'theirs'\n[[drop]]\nid = 'a'\ncss = '.a'")) == []


@pytest.mark.parametrize(
    "css",
    [
        ".css-1x2y3z4",
        "div.sc-bdVaJ4a p",
        ".jsx-3841920",
        ".article_body__a1B2c",
        '[class*="Story_text__x9Kp2"]',
        ".b7e0c1f4",
        "._3xk9a2b",
    ],
)
def test_a_class_that_looks_generated_is_found(css: str, rules: Callable[..., SiteRules]) -> None:
    assert kinds(rules(f"[[keep]]\nid = 'k'\ncss = '{css}'")) == [("hashed_class", "keep[0].css")]


@pytest.mark.parametrize(
    "css",
    [
        ".article-body",
        ".col-md-9",
        "h2.page-header",
        ".item-text-2018",
        ".article__body",
        ".article__content",
        ".block__element--modifier",
        ".h1",
        ".storyBodyText",
        ".mp3-player",
        "p.css",
        ".s2",
    ],
)
def test_a_class_that_a_person_wrote_is_not(css: str, rules: Callable[..., SiteRules]) -> None:
    assert kinds(rules(f"[[keep]]\nid = 'k'\ncss = '{css}'")) == []


def test_generated_classes_are_found_wherever_selectors_stand(rules: Callable[..., SiteRules]) -> None:
    site = rules("""
    [fields]
    title = [".css-1x2y3z4", "meta:css-1x2y3z4"]
    [[layout]]
    id = "l"
    detect = ".css-1x2y3z4"
    body = [".css-1x2y3z4"]
    [layout.fields]
    title = [".css-1x2y3z4@title"]
    """)
    assert sorted(path for _, path in kinds(site)) == [
        "fields.title[0]",
        "layout[0].body[0]",
        "layout[0].detect",
        "layout[0].fields.title[0]",
    ]


@pytest.mark.parametrize("pattern", [".*", "", "a?", r"^\s*", "(?s).{0,9}", "x|$"])
def test_a_pattern_that_matches_any_line_is_found(pattern: str, rules: Callable[..., SiteRules]) -> None:
    site = rules(f"signature = ['{pattern}']\n[[keep]]\nid = 'k'\ntext = '{pattern}'")
    assert kinds(site) == [("matches_everything", "signature[0]"), ("matches_everything", "keep[0].text")]


@pytest.mark.parametrize("pattern", ["^Read more", r"\.$", "^[A-Z]", ".+"])
def test_a_pattern_that_leaves_some_lines_alone_is_not(pattern: str, rules: Callable[..., SiteRules]) -> None:
    assert kinds(rules(f"[[keep]]\nid = 'k'\ntext = '{pattern}'")) == []


def test_a_pattern_that_may_hang_is_found(rules: Callable[..., SiteRules]) -> None:
    site = rules("[[tail]]\nid = 't'\nanchor = '^(a|a)*$'\nlines = '^b$'\n[[test]]\npage = 'p'\ndrops = { t = 1 }")
    assert kinds(site) == [("too_slow", "tail[0].anchor")]


def test_an_entry_that_says_what_another_said_is_shadowed(rules: Callable[..., SiteRules]) -> None:
    site = rules("""
    [[keep]]
    id = "a"
    css = ".a"
    [[keep]]
    id = "b"
    css = ".a"
    [[keep]]
    id = "c"
    css = ".a"
    where = "first:1"
    [[layout]]
    id = "l"
    [[layout.keep]]
    id = "d"
    css = ".a"
    """)
    assert kinds(site) == [("shadowed_entry", "keep[1]")]


def test_a_layout_behind_one_that_fits_every_page_is_shadowed(rules: Callable[..., SiteRules]) -> None:
    assert kinds(rules("[[layout]]\nid = 'a'\n[[layout]]\nid = 'b'\ndetect = 'main'")) == [
        ("shadowed_layout", "layout[1]")
    ]
    assert kinds(rules("[[layout]]\nid = 'b'\ndetect = 'main'\n[[layout]]\nid = 'a'")) == []
    assert kinds(rules("[[layout]]\nid = 'a'\nsince = 2024-01-01\n[[layout]]\nid = 'b'\ndetect = 'main'")) == []


def test_a_host_that_a_later_site_claims_is_shadowed(rules: Callable[..., SiteRules]) -> None:
    first = rules("hosts = ['www.x.example', 'y.example']", site="first")
    second = rules("hosts = ['X.example', '*.y.example']", site="second")
    (finding,) = lint_hosts([first, second])
    assert (finding.site, finding.path, finding.kind) == ("first", "hosts[0]", "shadowed_host")
    assert "second" in finding.message
