"""RDFa: what it says of the story."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.html.document import Document
from newsclean.html.rdfa import MAX_CHARS, MAX_VALUES, NO_RDFA, Rdfa

STORY = """<body><article vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">The quay <b>opens</b></h1>
<p property="author" typeof="Person">Our writer: <span property="name">Ann Lee</span></p> <b property="author">Bo Wang</b>
<time property="datePublished" datetime="2024-05-02T08:00+02:00">Thursday</time><meta property="dateModified" content="2024-05-03">
<img property="image" src="/quay.jpg"><p property="description">Boats are back.</p><div property="articleBody">Text.</div>
</article></body>"""
READ = {
    "headline": ("The quay opens",),
    "author": ("Ann Lee", "Bo Wang"),
    "datePublished": ("2024-05-02T08:00+02:00",),
    "dateModified": ("2024-05-03",),
    "image": ("/quay.jpg",),
    "description": ("Boats are back.",),
}


def read(html: str) -> Rdfa:
    return Document(html, url="https://example.org/").structured.rdfa


def test_the_storys_properties() -> None:
    found = read(STORY)
    assert (found.types, dict(found.values)) == (("NewsArticle",), READ)


@pytest.mark.parametrize("prefix", ["schema:", "http://schema.org/", "https://schema.org/"])
def test_names_may_have_a_namespace(prefix: str) -> None:
    found = read(
        f'<div typeof="{prefix}Article"><h1>Quay</h1><i property="{prefix}datePublished" content="2024-05-02"></i></div>'
    )
    assert found == Rdfa(("Article",), {"datePublished": ("2024-05-02",)})


def test_properties_in_meta_elements_alone_are_found() -> None:
    found = read('<div typeof="Article"><h1>Quay</h1><meta property="schema:headline" content="The quay"></div>')
    assert found.values == {"headline": ("The quay",)}


@pytest.mark.parametrize(
    "html",
    [
        '<div typeof="sioc:Item foaf:Document"><h1 property="dc:title">Quay</h1><b property="headline">Q</b></div>',
        '<div typeof="dc:Article"><h1>Quay</h1><b property="headline">Q</b></div>',
        '<div typeof="Organization"><h1>Quay</h1><b property="headline">Q</b></div>',
        '<div typeof="VideoObject"><h1>Quay</h1><b property="headline">Q</b></div>',
        '<h1 property="headline">Quay</h1><p>The attribute typeof="Article" is explained here.</p>',
        '<meta property="og:type" content="article">',
    ],
)
def test_other_things_and_other_vocabularies_say_nothing(html: str) -> None:
    assert read(html) == Rdfa()


def test_what_belongs_to_another_object_is_not_the_storys() -> None:
    found = read(
        '<div typeof="Article"><h1 property="headline">Quay</h1><div typeof="Comment"><b property="author">Cy</b></div></div>'
    )
    assert found.values == {"headline": ("Quay",)}


def test_of_several_stories_that_around_the_main_heading_counts() -> None:
    teasers = "".join(f'<div typeof="Article"><h2 property="headline">Story {n}</h2></div>' for n in range(3))
    assert read(teasers) == Rdfa()
    assert read(teasers + STORY).values == READ


def test_long_values_and_many_are_left_out() -> None:
    many = "<i property=author>Ann Lee</i>" * (MAX_VALUES + 5)
    found = read(f'<div typeof="Article"><p property="description">{"x" * (MAX_CHARS + 1)}</p>{many}</div>')
    assert found.values == {"author": ("Ann Lee",) * (MAX_VALUES - 1)}


@settings(max_examples=50)
@given(st.lists(st.sampled_from([*STORY.split("<")[1:], "div typeof='Article'>", "/div>", "b property='author'>"])))
def test_parts_in_any_order_are_read_without_error(parts: list[str]) -> None:
    found = read("".join(f"<{part}" for part in parts))
    assert all(value for values in found.values.values() for value in values)


MICRODATA = """<body><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">The quay opens</h1>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Harbour Board">
<div itemprop="logo" itemscope><meta itemprop="url" content="/logo.png"></div></div>
<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><meta itemprop="url" content="/quay.jpg"></div>
<link itemprop="license" href="/licence"></div></body>"""


def test_microdata_are_read_in_the_same_way() -> None:
    found = Document(MICRODATA, url="https://example.org/").structured.microdata
    assert (found.types, dict(found.values)) == (
        ("NewsArticle",),
        {
            "headline": ("The quay opens",),
            "publisher": ("Harbour Board",),
            "image": ("/quay.jpg",),
            "license": ("/licence",),
        },
    )


def test_of_several_items_without_the_heading_none_is_the_story() -> None:
    teaser = '<div itemscope itemtype="https://schema.org/Article"><b itemprop="headline">Other</b></div>'
    assert Document(f"<h1>Quay</h1>{teaser * 3}").structured.microdata == NO_RDFA
