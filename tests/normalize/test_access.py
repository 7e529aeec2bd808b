"""Declared access, observed completeness, licence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.normalize.access import find_free_access, find_license, observe_completeness, partial_notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

TEXT = "The harbour office opened its longest quay on Monday. " * 20
WORDS = 9 * 20


def page(node: dict[str, Any] | None = None, head: str = "", after: str = "") -> str:
    script = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **(node or {})})}</script>'
    return f"<html><head>{script}{head}</head><body><h1>Quay opens</h1><p>{TEXT}</p>{after}</body></html>"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, True),
        (False, False),
        ("FALSE", False),
        ("https://schema.org/True", True),
        ("maybe", None),
        (None, None),
        ([], None),
        ("true ", True),
        ("False ", False),
        (0, False),
    ],
)
def test_declared_access(draft: Callable[..., Draft], value: Any, expected: bool | None) -> None:  # noqa: FBT001 - a case
    assert find_free_access(draft(page({"isAccessibleForFree": value}))).value is expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paid"}, False),
        ([{"@type": "WebPageElement", "isAccessibleForFree": False}, "x"], False),
        ({"@type": "WebPageElement", "isAccessibleForFree": True}, None),
    ],
)
def test_a_locked_part_locks_the_whole(draft: Callable[..., Draft], part: Any, expected: bool | None) -> None:  # noqa: FBT001 - a case
    assert find_free_access(draft(page({"hasPart": part}))).value is expected
    assert find_free_access(draft(page({"hasPart": part, "isAccessibleForFree": True}))).value is True


def test_a_tier_in_a_meta_tag(draft: Callable[..., Draft]) -> None:
    assert find_free_access(draft(page(head='<meta property="article:content_tier" content="locked">'))).value is False


def test_nothing_declared_is_unknown(draft: Callable[..., Draft]) -> None:
    assert find_free_access(draft(page())).value is None
    assert observe_completeness(draft(page()), free=None)[0] == "unknown"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (WORDS, "full"),
        (float(WORDS), "full"),
        (f"{WORDS} words", "full"),
        ("1,250", "partial"),
        ("about 300", "unknown"),
        (WORDS + 20, "full"),
        (WORDS * 3, "partial"),
        (int(WORDS * 1.6), "unknown"),
        (3, "unknown"),
        ("many", "unknown"),
    ],
)
def test_the_declared_number_of_words(draft: Callable[..., Draft], declared: Any, expected: str) -> None:
    assert observe_completeness(draft(page({"wordCount": declared})), free=None)[0] == expected


def test_a_declared_body_is_counted(draft: Callable[..., Draft]) -> None:
    assert observe_completeness(draft(page({"articleBody": TEXT * 4})), free=None)[0] == "partial"
    assert observe_completeness(draft(page({"articleBody": TEXT})), free=None)[0] == "full"


def test_a_paywall_line_tells_that_something_is_missing(draft: Callable[..., Draft]) -> None:
    made = draft(page(after="<p>Subscribe to read on</p>"), labels={"Subscribe": "paywall"})
    assert observe_completeness(made, free=None)[0] == "partial"
    assert observe_completeness(made, free=True)[0] == "unknown"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            page({"license": "https://creativecommons.org/licenses/by/4.0/"}),
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        (page(head='<link rel="license" href="/terms">'), "https://www.example.org/terms"),
        (page(after='<a rel="nofollow license" href="/by-sa">CC BY-SA</a>'), "https://www.example.org/by-sa"),
        (page(head='<meta name="dcterms.rights" content="Harbour Post">'), "Harbour Post"),
        (page(), None),
    ],
)
def test_the_licence(draft: Callable[..., Draft], html: str, expected: str | None) -> None:
    assert find_license(draft(html)).value == expected


def test_a_copyright_line_that_was_moved(draft: Callable[..., Draft]) -> None:
    made = draft(page(after="<p>© Harbour Post 2024</p>"), labels={"©": "license"})
    assert find_license(made).value == "© Harbour Post 2024"


LINE = "The harbour office opened its longest quay on Monday, and the first of the ferries"


@pytest.mark.parametrize(
    ("end", "times", "free", "expected"),
    [
        ("...", 1, None, "partial"),
        (" …", 1, None, "partial"),
        (" [...]", 60, True, "partial"),
        ("…", 60, False, "partial"),
        ("…", 60, None, "unknown"),
        (" came.", 1, None, "unknown"),
    ],
)
def test_a_text_that_breaks_off(
    draft: Callable[..., Draft],
    end: str,
    times: int,
    free: bool | None,  # noqa: FBT001 - a case
    expected: str,
) -> None:
    made = draft(f"<h1>Quay</h1>{f'<p>{LINE} came.</p>' * (times - 1)}<p>{LINE}{end}</p>")
    completeness, observed = observe_completeness(made, free=free)
    assert completeness == expected
    assert [notice.kind for notice in partial_notice(completeness, observed)] == ["partial"] * (expected == "partial")


def test_a_short_last_line_says_nothing(draft: Callable[..., Draft]) -> None:
    assert observe_completeness(draft("<h1>Quay</h1><p>And then ...</p>"), free=None)[0] == "unknown"
