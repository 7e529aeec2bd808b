"""Elements that another system strips, as entries."""

from __future__ import annotations

import pytest

from newsclean.rules.importing.entries import MAX_ID, entries
from newsclean.rules.importing.targets import Target
from newsclean.rules.model import Caption, Drop


@pytest.mark.parametrize(
    ("css", "name", "kind"),
    [
        ("aside", "aside", "boilerplate"),
        ("div.newsletter-box", "div-newsletter-box", "newsletter"),
        ('[class*="social"], [id*="social"]', "social", "share"),
        ("div#sidebar > ul.related", "ul-related", "related"),
        ('div:has(> a[href*="/newsletter"])', "div-a-href-newsletter", "newsletter"),
        ("div.ad", "div-ad", "advertisement"),
        ("div.header", "div-header", "boilerplate"),  # "ad" is no word in it
        ("div.abonnement-paywall", "div-abonnement-paywall", "paywall"),
        ("section > nav:nth-of-type(1)", "section-nav", "navigation"),
        ("p + *", "p", "boilerplate"),
        ("*", "element", "boilerplate"),
        ('div[data-x="\u0444\u043e"]', "div-data-x", "boilerplate"),
    ],
)
def test_a_drop_is_named_after_what_it_drops(css: str, name: str, kind: str) -> None:
    (drop,) = entries((Target(css),), origin="theirs")["drop"]
    assert (drop.id, drop.kind, drop.css) == (name, kind, css)
    assert drop.reason == "an element that theirs strips"


@pytest.mark.parametrize("css", ["figcaption", "figure", "figure.wide", "p.photo-caption", '[class*="Caption"]'])
def test_what_is_stripped_for_being_a_caption_is_a_caption(css: str) -> None:
    found = entries((Target(css),), origin="theirs")
    assert [type(entry) for entry in found["caption"]] == [Caption]
    assert found["drop"] == ()


@pytest.mark.parametrize("css", ["figure > p", "div:has(> figcaption)", ".configure"])
def test_what_stands_near_a_caption_is_none(css: str) -> None:
    assert [type(entry) for entry in entries((Target(css),), origin="theirs")["drop"]] == [Drop]


def test_ids_are_unique_and_not_too_long() -> None:
    found = entries(
        [Target("p.a"), Target("p#a"), Target("p.a"), Target("p", "^a"), Target("." + "x" * 99)], origin="o"
    )
    assert [drop.id for drop in found["drop"]] == ["p-a", "p-a.2", "p", "x" * MAX_ID]
