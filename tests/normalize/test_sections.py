"""Breadcrumbs, section and keywords."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.normalize.findings import Found
from newsclean.normalize.sections import find_breadcrumbs, find_keywords, find_section, without_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft


def page(*nodes: dict[str, Any], head: str = "", before: str = "") -> str:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    return f"<html><head>{scripts}{head}</head><body>{before}<h1>Quay opens</h1><p>Text.</p></body></html>"


def trail(*parts: str) -> dict[str, Any]:
    items = [{"@type": "ListItem", "position": place, "name": part} for place, part in enumerate(parts, start=1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def test_the_trail_of_json_ld_in_the_order_of_positions(draft: Callable[..., Draft]) -> None:
    node = trail("News", "World", "Asia")
    node["itemListElement"].reverse()
    assert find_breadcrumbs(draft(page(node))).value == ("News", "World", "Asia")


def test_names_inside_of_items(draft: Callable[..., Draft]) -> None:
    node = {
        "@type": "BreadcrumbList",
        "itemListElement": {"@type": "ListItem", "item": {"@id": "/w", "name": "World &amp; more"}},
    }
    assert find_breadcrumbs(draft(page(node))).value == ("World & more",)


@pytest.mark.parametrize("items", [None, "x", [{}], [{"position": "x", "name": "https://x.org"}], {"item": 3}])
def test_a_trail_without_names_is_none(draft: Callable[..., Draft], items: Any) -> None:
    assert find_breadcrumbs(draft(page({"@type": "BreadcrumbList", "itemListElement": items}))).value is None


@pytest.mark.parametrize(
    "line", ["News / World / Asia", "News › World › Asia", "News » World » Asia", "News > World > Asia"]
)
def test_a_moved_line_is_split(text_draft: Callable[..., Draft], line: str) -> None:
    found = find_breadcrumbs(text_draft(f"{line}\nQuay opens\nText.", labels={"News": "breadcrumb"}))
    assert found.value == ("News", "World", "Asia")


def test_the_headline_is_no_part_of_its_trail(draft: Callable[..., Draft]) -> None:
    found = find_breadcrumbs(draft(page(trail("News", "World", "Quay opens"))))
    assert without_title(found, "Quay opens").value == ("News", "World")
    assert without_title(found, "Another").value == ("News", "World", "Quay opens")
    assert without_title(find_breadcrumbs(draft(page(trail("Quay opens")))), "Quay opens") == Found(None, None)


@pytest.mark.parametrize(
    ("parts", "section"),
    [
        (("News", "Turkey", "Russia"), "Turkey"),
        (("Home", "World"), "World"),
        (("Harbour Post", "World"), "World"),
        (("World",), "World"),
        (("Home",), None),
    ],
)
def test_the_section_is_the_first_part_below_the_root(
    draft: Callable[..., Draft], parts: tuple[str, ...], section: str | None
) -> None:
    assert find_section(draft(page()), parts, site="Harbour Post", language="en").value == section


def test_declared_sections_come_after_the_trail(draft: Callable[..., Draft]) -> None:
    made = draft(
        page(
            {"@type": "NewsArticle", "articleSection": ["Sea", "Land"]},
            head='<meta property="article:section" content="Ships">',
        )
    )
    assert find_section(made, (), site=None, language=None).value == "Sea"
    found = find_section(made, ("News", "World"), site=None, language=None)
    assert found.value == "World"
    assert found.provenance is not None
    assert found.provenance.candidates == (("jsonld:articleSection", "Sea"), ("meta:article:section", "Ships"))


def test_a_rule_outranks_all(draft: Callable[..., Draft]) -> None:
    fields = {
        "section": (("rule:x", "Sea"),),
        "breadcrumbs": (("rule:x", "News / Sea"),),
        "keywords": (("rule:x", "quay; pier"),),
    }
    made = draft(page(trail("News", "World")), rule_fields=fields)
    assert find_section(made, ("World",), site=None, language=None).value == "Sea"
    assert find_breadcrumbs(made).value == ("News", "Sea")
    assert find_keywords(made).value == ("quay", "pier")


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        (["quay", "pier", "quay"], ("quay", "pier")),
        ("quay, pier", ("quay", "pier")),
        ("a, b; c", ("a, b", "c")),
        ("خبر، سیاست", ("خبر", "سیاست")),
        ("", None),
        ([None, 3], ("3",)),
    ],
)
def test_keywords_of_json_ld(draft: Callable[..., Draft], keywords: Any, expected: tuple[str, ...] | None) -> None:
    assert find_keywords(draft(page({"@type": "NewsArticle", "keywords": keywords}))).value == expected


def test_keywords_of_meta_tags_and_of_a_moved_line(
    draft: Callable[..., Draft], text_draft: Callable[..., Draft]
) -> None:
    tags = '<meta property="article:tag" content="quay"><meta property="article:tag" content="old pier, new pier">'
    assert find_keywords(draft(page(head=tags))).value == ("quay", "old pier, new pier")
    assert find_keywords(draft(page(head='<meta name="DC.subject" content="quay; pier">'))).value == ("quay", "pier")
    assert find_keywords(text_draft("Q\nText.\nTags: quay, pier", labels={"Tags": "tags"})).value == ("quay", "pier")


MICRODATA = "".join(
    f'<li itemprop=itemListElement itemscope itemtype="https://schema.org/ListItem"><a itemprop=item href=/><span itemprop=name>{name}</span></a></li>'
    for name in ("Home", "World")
)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f'<ol itemscope itemtype="https://schema.org/BreadcrumbList">{MICRODATA}</ol>', ("Home", "World")),
        (
            '<nav aria-label="Breadcrumb"><ol><li><a href=/>Home</a><li><a href=/w>World</a></ol></nav>',
            ("Home", "World"),
        ),
        ('<div class="site-breadcrumbs"><a href=/>Home</a> / <a href=/w>World</a></div>' * 2, ("Home", "World")),
        ('<div class="has-breadcrumbs">' + "".join(f"<a href=/{n}>Link {n}</a>" for n in range(40)) + "</div>", None),
        ('<div class="breadcrumb"></div>', None),
        ("<p>A breadcrumb, or a BreadcrumbList, is only named here.</p>", None),
    ],
)
def test_a_trail_in_the_markup(draft: Callable[..., Draft], markup: str, expected: tuple[str, ...] | None) -> None:
    assert find_breadcrumbs(draft(f"<html><body>{markup}<h1>Q</h1><p>Text.</p></body></html>")).value == expected


def test_links_that_the_markup_calls_tags(draft: Callable[..., Draft]) -> None:
    links = "".join(f'<a rel="tag" href=/{name}>{name}</a> ' for name in ("quay", "pier"))
    found = find_keywords(draft(f"<body><h1>Q</h1><p>Text.</p><p>{links}</p></body>"))
    assert found.provenance is not None
    assert (found.value, found.provenance.source) == (("quay", "pier"), "dom:rel-tag")
    assert find_keywords(draft(f"<body><h1>Q</h1><p>Text.</p><p>{links * 11}</p></body>")).value is None


@pytest.mark.parametrize(
    ("language", "root"), [("de", "Startseite"), ("fa", "خانه"), ("ja", "ホーム"), ("fr", "Accueil"), (None, "Главная")]
)
def test_roots_in_many_languages(draft: Callable[..., Draft], language: str | None, root: str) -> None:
    assert find_section(draft(page()), (root, "Sea"), site=None, language=language).value == "Sea"
