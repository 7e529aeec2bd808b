"""Reading schema.org objects."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.html import schema


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"@type": "NewsArticle"}, ("NewsArticle",)),
        ({"@type": ["Article", "NewsArticle"]}, ("Article", "NewsArticle")),
        ({"@type": "https://schema.org/NewsArticle"}, ("NewsArticle",)),
        ({"@type": "schema:NewsArticle"}, ("NewsArticle",)),
        ({"@type": {"x": 1}}, ()),
        ({"@type": [None, 3]}, ()),
        ({}, ()),
    ],
)
def test_types(node: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert schema.types(node) == expected


def test_the_story_comes_before_its_parts_and_pages_are_no_stories() -> None:
    nodes: list[dict[str, Any]] = [
        {"@type": "WebSite", "name": "x"},
        {"@type": "VideoObject", "name": "clip"},
        {"@type": "NewsArticle"},
        {"@type": "Article", "headline": "Quay"},
    ]
    assert schema.articles(nodes) == [nodes[3], nodes[2], nodes[1]]


@pytest.mark.parametrize("key", ["mainEntity", "mainEntityOfPage", "hasPart"])
def test_a_story_inside_of_a_page(key: str) -> None:
    story = {"@type": "NewsArticle", "headline": "Quay"}
    assert schema.articles([{"@type": "WebPage", key: story}]) == [story]


def test_parts_in_lists_and_what_a_page_is_the_subject_of_are_found() -> None:
    story = {"@type": "NewsArticle", "headline": "Quay"}
    assert schema.articles([{"@type": "WebPage", "mainEntity": [{"@type": "Person"}, story]}]) == [story]
    assert schema.articles([{"@type": "WebPage", "subjectOf": story}]) == [story]


@pytest.mark.parametrize(
    "own",
    [
        {"url": "http://example.org/quay/"},
        {"@id": "https://www.example.org/quay#article"},
        {"mainEntityOfPage": {"@id": "https://www.example.org/quay"}},
        {"mainEntityOfPage": "https://www.example.org/quay"},
        {"headline": "The quay &amp; the ferries"},
    ],
)
def test_of_several_stories_the_one_of_the_page_comes_first(own: dict[str, Any]) -> None:
    other = {"@type": "NewsArticle", "headline": "Another story", "url": "https://www.example.org/other"}
    story = {"@type": "Article", "headline": "Quay", **own}
    found = schema.articles([other, story], ["https://www.example.org/quay"], ["The Quay & the ferries | Herald"])
    assert found == [story, other]


def test_stories_of_which_the_page_says_nothing_stay_in_order() -> None:
    nodes = [{"@type": "NewsArticle", "headline": name} for name in ("One", "Two")]
    assert schema.articles(nodes, ["https://example.org/quay"], ["Quay"]) == nodes


def test_what_several_objects_say_of_one_id_is_put_together() -> None:
    nodes: list[dict[str, Any]] = [
        {"@type": "NewsArticle", "author": {"@id": "#ann", "name": "Ann"}, "publisher": [{"@id": "#board"}]},
        {"@type": "WebSite", "publisher": {"@id": "#board", "name": "Harbour Board"}},
        {"@id": "#ann", "name": "Ann Lund", "url": "/ann"},
    ]
    ids = schema.index_by_id(nodes)
    assert list(schema.objects(nodes[0]["author"], ids)) == [{"@id": "#ann", "name": "Ann", "url": "/ann"}]
    assert list(schema.objects(nodes[0]["publisher"], ids)) == [{"@id": "#board", "name": "Harbour Board"}]


def test_ids_in_a_circle_and_without_end_are_read() -> None:
    one: dict[str, Any] = {"@id": "#a", "author": {"@id": "#b"}}
    one["self"] = [one, one]
    ids = schema.index_by_id([one, {"@id": "#b", "author": {"@id": "#a"}}])
    assert set(ids) == {"#a", "#b"}
    assert len(list(schema.objects([{"@id": "#a"}] * 3, ids))) == 3


def test_references_are_followed_and_others_left() -> None:
    nodes: list[dict[str, Any]] = [{"@id": "#ann", "name": "Ann"}, {"@id": "#bare"}]
    ids = schema.index_by_id(nodes)
    assert list(schema.objects([{"@id": "#ann"}, {"@id": "#none"}, "text", {"name": "Bo"}], ids)) == [
        nodes[0],
        {"@id": "#none"},
        "text",
        {"name": "Bo"},
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (" Quay ", "Quay"),
        ("", None),
        (["", "Quay"], "Quay"),
        ({"@value": "Quay", "@language": "en"}, "Quay"),
        ({"name": {"@value": "Quay"}}, "Quay"),
        ({"@id": "#a"}, "#a"),
        (3, "3"),
        (True, None),
        (None, None),
    ],
)
def test_plain_text_of_a_value(value: Any, expected: str | None) -> None:
    assert schema.text(value) == expected


def test_all_texts_of_a_value() -> None:
    assert schema.texts(["a", {"name": "b"}, None]) == ["a", "b"]
    assert schema.texts("a") == ["a"]


JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["@id", "@type", "name", "url", "x"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_value_is_read(value: Any) -> None:
    assert schema.text(value) is None or isinstance(schema.text(value), str)
    assert all(isinstance(found, str) for found in schema.texts(value))
    assert all(isinstance(found, str | dict) for found in schema.objects(value, {}))
    if isinstance(value, dict):
        assert all(isinstance(name, str) for name in schema.types(value))


def test_a_value_that_is_nested_without_end_is_left() -> None:
    deep: Any = "Quay"
    for _ in range(5000):
        deep = [deep]
    assert schema.text(deep) is None
    assert list(schema.objects(deep, {})) == []
