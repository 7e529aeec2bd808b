"""Trails of sections, and all that only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.breadcrumbs import breadcrumb


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("News / World / Asia", ("News", "World", "Asia")),
        ("News \u00a0 / \u00a0 Reports", ("News", "Reports")),
        ("Home > Sport > Rowing", ("Home", "Sport", "Rowing")),
        ("Home › Sport", ("Home", "Sport")),
        ("Home»Sport»Rowing", ("Home", "Sport", "Rowing")),
        ("Start | Kultur", ("Start", "Kultur")),
        ("News / #HarbourTV / Reports", ("News", "#HarbourTV", "Reports")),
        ("Home / Arts & Culture / Books", ("Home", "Arts & Culture", "Books")),
        ("Home → Europe", ("Home", "Europe")),
        ("首页 > 国际 > 亚洲", ("首页", "国际", "亚洲")),
        ("› Home › World", ("Home", "World")),
        ("Home / World /", ("Home", "World")),
    ],
)
def test_a_trail(text: str, parts: tuple[str, ...]) -> None:
    assert breadcrumb(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "/ /",
        "News",
        "News /",
        "9/11",
        "AC/DC",
        "TCP/IP and/or HTTP",
        "12 / 31 / 2024",
        "03 / 04",
        "1 / 12",
        "2024 / 25 budget",
        "12:30 | 14:00",
        "https://example.org/news/world",
        "https://example.org / mirrors",
        "example.org / example.com",
        "www.example.org > news",
        "He said either / or was the wrong way to ask / think about it",
        "The score was 3 > 2 for the visitors.",
        "Price > 5 and < 10, says the rule",
        "One / two.",
        "Is it this / that?",
        "Mira Holt / Harbour Agency via Example Pictures and many more people",
        "a / b / c / d / e / f / g / h",
        "News | Tuesday, 4 March 2024",
        "x" * 60 + " / " + "y" * 70,
    ],
)
def test_no_trail(text: str) -> None:
    assert breadcrumb(text) is None


@given(st.text(alphabet=st.sampled_from("ab1 /›>|.,«»")))
def test_parts_are_never_empty(text: str) -> None:
    parts = breadcrumb(text)
    assert parts is None or (len(parts) >= 2 and all(part == part.strip() != "" for part in parts))
