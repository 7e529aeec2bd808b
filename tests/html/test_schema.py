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
