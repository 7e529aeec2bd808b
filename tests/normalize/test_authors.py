"""The authors of an article: fewer is better than wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.model import Author
from newsclean.normalize.authors import find_authors

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft


def page(author: Any = None, head: str = "", after: str = "") -> str:
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Quay opens", **({"author": author} if author is not None else {})}
    )
    script = f'<script type="application/ld+json">{data}</script>'
    return f"<html><head>{script}{head}</head><body><h1>Quay opens</h1>{after}<p>The harbour office opened its quay.</p></body></html>"


def people(made: Draft, *sites: str) -> list[str]:
    return [author.name for author in find_authors(made, sites).value or ()]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ({"@type": "Person", "name": "Ann Lee"}, ["Ann Lee"]),
        ([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Wang"}], ["Ann Lee", "Bo Wang"]),
        ({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}, ["Ann Lee"]),
        ("Ann Lee and Bo Wang", ["Ann Lee", "Bo Wang"]),
        (["Ann Lee", "Ann Lee"], ["Ann Lee"]),
        ({"@type": "Person", "name": ["Ann Lee"]}, ["Ann Lee"]),
        ({"@type": "Organization", "name": "Institute of Arts and Science"}, ["Institute of Arts and Science"]),
        ({"@type": "Person", "name": "https://example.org/ann"}, []),
        ({"@type": "Person"}, []),
        ([[[["Ann Lee"]]]], ["Ann Lee"]),
        ({"@type": "Person", "name": ["Ann Lee", "Bo Wang"]}, ["Ann Lee", "Bo Wang"]),
        ({"@type": "Person", "name": "<a href='/ann'>Ann Lee</a>"}, ["Ann Lee"]),
        ({"@type": "Role", "roleName": "Reporter", "author": {"@type": "Person", "name": "Ann Lee"}}, ["Ann Lee"]),
        ({"@type": "Role", "author": ["Ann Lee"]}, ["Ann Lee"]),
        (7, []),
        ({}, []),
    ],
)
def test_json_ld(draft: Callable[..., Draft], author: Any, expected: list[str]) -> None:
    assert people(draft(page(author))) == expected


@pytest.mark.parametrize(("name", "expected"), [("Ann Lee", ["Ann Lee"]), ("alee", []), ("Harbour Post", [])])
def test_the_author_of_the_page_where_no_story_is_declared(
    draft: Callable[..., Draft], name: str, expected: list[str]
) -> None:
    graph = [
        {"@type": "WebPage", "datePublished": "2024-05-02", "author": {"@id": "#a"}},
        {"@type": "Organization" if name == "Harbour Post" else "Person", "@id": "#a", "name": name},
    ]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert people(draft(f"{script}<h1>Quay opens</h1><p>The harbour office opened its quay.</p>")) == expected
    assert people(draft(page("Bo Wang", head=script))) == ["Bo Wang"]


def test_what_is_known_of_an_author_is_kept(draft: Callable[..., Draft]) -> None:
    made = draft(page({"@type": "Person", "name": "By Ann Lee", "url": "/ann", "jobTitle": "Harbour  editor"}))
    assert find_authors(made, ()).value == (
        Author(
            name="Ann Lee", role="Harbour editor", kind="person", url="https://www.example.org/ann", raw="By Ann Lee"
        ),
    )


def test_a_role_between_a_story_and_its_author_is_the_authors(draft: Callable[..., Draft]) -> None:
    role = {
        "@type": "Role",
        "roleName": "Reporter",
        "author": {"@type": "Person", "name": "Ann Lee", "sameAs": ["/ann"]},
    }
    found = find_authors(draft(page(role)), ()).value
    assert found
    assert (found[0].role, found[0].url) == ("Reporter", "https://www.example.org/ann")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("dc.creator", "Lee, Ann", ["Ann Lee"]),
        ("DC.creator", "van der Lee, Ann B.; Wang, Bo", ["Ann B. van der Lee", "Bo Wang"]),
        ("citation_author", "Lee, Ann", ["Ann Lee"]),
        ("dc.creator", "Ann Lee, Bo Wang", ["Ann Lee", "Bo Wang"]),
        ("author", "Lee, Ann", ["Lee"]),
    ],
)
def test_names_as_catalogues_write_them(
    draft: Callable[..., Draft], name: str, content: str, expected: list[str]
) -> None:
    assert people(draft(page(head=f'<meta name="{name}" content="{content}">'))) == expected


def test_a_link_inside_of_the_marked_name_is_the_authors(draft: Callable[..., Draft]) -> None:
    after = '<div itemprop="author"><a itemprop="url" href="/ann"><span>Ann Lee</span></a> <span>Harbour reporter</span></div>'
    found = find_authors(draft(page(after=after)), ()).value
    assert found
    assert [(author.name, author.role, author.url) for author in found] == [
        ("Ann Lee", "Harbour reporter", "https://www.example.org/ann")
    ]


def test_references_are_followed(draft: Callable[..., Draft]) -> None:
    data = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "Q", "author": {"@id": "#ann"}},
            {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
        ]
    }
    assert people(draft(f'<script type="application/ld+json">{json.dumps(data)}</script><h1>Q</h1><p>Text.</p>')) == [
        "Ann Lee"
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="author" content="Ann Lee">', ["Ann Lee"]),
        (
            '<meta name="citation_author" content="Ann Lee"><meta name="citation_author" content="Bo Wang">',
            ["Ann Lee", "Bo Wang"],
        ),
        ('<meta property="article:author" content="https://social.example/ann">', []),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">', ["Ann Lee"]),
        ('<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Five Minutes">', []),
        ('<meta name="author" content="admin">', []),
    ],
)
def test_meta_tags(draft: Callable[..., Draft], head: str, expected: list[str]) -> None:
    assert people(draft(page(head=head))) == expected


def test_the_site_beside_a_person_is_where_they_work(draft: Callable[..., Draft]) -> None:
    author = [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Harbour Post"}]
    assert people(draft(page(author)), "Harbour Post") == ["Ann Lee"]
    assert people(draft(page(author)), "Other") == ["Ann Lee", "Harbour Post"]


def test_a_person_that_readers_see_beats_the_declared_site(draft: Callable[..., Draft]) -> None:
    made = draft(page({"@type": "Organization", "name": "Harbour Post"}, after="<p>By Ann Lee</p>"))
    found = find_authors(made, ("Harbour Post",))
    assert [author.name for author in found.value or ()] == ["Ann Lee"]
    assert found.provenance is not None
    assert found.provenance.candidates == (("jsonld:author", "Harbour Post"),)
    assert found.provenance.conflict


def test_where_nobody_else_is_named_the_site_is_the_author(draft: Callable[..., Draft]) -> None:
    found = find_authors(draft(page({"@type": "Organization", "name": "Harbour Post"})), ("Harbour Post",)).value
    assert found is not None
    assert [(author.name, author.kind) for author in found] == [("Harbour Post", "organisation")]


def test_agencies_are_organisations(draft: Callable[..., Draft]) -> None:
    found = find_authors(draft(page("Reuters")), ()).value
    assert found is not None
    assert found[0].kind == "organisation"


def test_a_rule_outranks_all(draft: Callable[..., Draft]) -> None:
    made = draft(
        page("Ann Lee"), rule_fields={"authors": (("rule:example.org", "By Bo Wang"), ("rule:example.org", "Cy Roe"))}
    )
    found = find_authors(made, ())
    assert [author.name for author in found.value or ()] == ["Bo Wang", "Cy Roe"]
    assert found.provenance is not None
    assert found.provenance.source == "rule:example.org"


def test_nobody_is_none(draft: Callable[..., Draft]) -> None:
    assert find_authors(draft(page()), ()).value is None


def test_plain_text_gives_the_names_of_its_byline(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("Quay opens\nBy Ann Lee\nThe harbour office opened its quay.", labels={"By Ann": "byline"})
    assert people(made) == ["Ann Lee"]


def test_another_source_completes_what_the_winner_says_of_an_author(draft: Callable[..., Draft]) -> None:
    after = '<p class=byline>By <a rel=author href="/people/ann">Ann Lee</a>, Science editor</p>'
    (ann,) = find_authors(draft(page({"@type": "Person", "name": "Ann Lee"}, after=after)), ()).value or ()
    assert ann.url == "https://www.example.org/people/ann"
    assert ann.role == "Science editor"
    (other,) = find_authors(draft(page({"@type": "Person", "name": "Bo Wang"}, after=after)), ()).value or ()
    assert (other.url, other.role) == (None, None)


def test_the_address_of_a_name_is_spelt_as_others_spell_it(draft: Callable[..., Draft]) -> None:
    head = '<meta name="parsely-author" content="ann-lee"><meta name="author" content="Ann Lee">'
    assert people(draft(page(head=head))) == ["Ann Lee"]
    assert people(draft(page(head='<meta name="parsely-author" content="ann-lee">'))) == ["ann-lee"]
