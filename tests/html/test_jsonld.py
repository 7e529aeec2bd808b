"""JSON-LD as pages carry it: whole, broken, hostile."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.html.jsonld import MAX_NODES, read_jsonld

STORY: dict[str, Any] = {"@type": "NewsArticle", "headline": 'Quay "opens" // today', "url": "https://example.org/a"}
GOOD = json.dumps(STORY)


def test_one_object() -> None:
    assert read_jsonld(GOOD) == [STORY]


@pytest.mark.parametrize(
    "source", [f"[{GOOD}, {GOOD}]", f'{{"@context":"x","@graph":[{GOOD},{GOOD}]}}', f"[[{GOOD}],[[{GOOD}]]]"]
)
def test_arrays_and_graphs_are_opened(source: str) -> None:
    assert read_jsonld(source) == [STORY, STORY]


def test_an_object_around_a_graph_keeps_what_it_says() -> None:
    assert read_jsonld('{"@context":"x","@type":"WebPage","@graph":{"@type":"Person"}}') == [
        {"@context": "x", "@type": "WebPage"},
        {"@type": "Person"},
    ]


@pytest.mark.parametrize(
    "source",
    [
        f"<!-- {GOOD} -->",
        f"//<![CDATA[\n{GOOD}\n//]]>",
        f"/* the story */ {GOOD}",
        GOOD[:-1] + ",}",
        f"[{GOOD},]",
        GOOD + ";",
        GOOD.replace("opens", "op\tens").replace("op\tens", "opens"),
        GOOD.replace('"', "&quot;").replace("\\&quot;", "\\&quot;"),
    ],
)
def test_slips_are_repaired(source: str) -> None:
    assert read_jsonld(source) == [STORY]


def test_control_characters_in_strings() -> None:
    assert read_jsonld('{"headline":"Quay\n\topens"}') == [{"headline": "Quay\n\topens"}]


def test_escapes_that_json_does_not_know() -> None:
    assert read_jsonld(r'{"headline":"The harbour\'s quay"}') == [{"headline": "The harbour's quay"}]


def test_values_one_after_another() -> None:
    assert read_jsonld(f"{GOOD}\n{GOOD},{GOOD}") == [STORY, STORY, STORY]


@pytest.mark.parametrize(
    "source",
    [f"\ufeff{GOOD}", f"\xa0{GOOD}\xa0", GOOD + "}", GOOD[:-1], f"{GOOD}{GOOD[:-1]}", GOOD.replace(", ", " ,, ", 1)],
)
def test_what_no_repair_mends_is_read_leniently(source: str) -> None:
    assert read_jsonld(source)[0] == STORY


def test_quotes_in_a_string_are_kept() -> None:
    source = '{"@type":"NewsArticle","headline":"The "longest" quay","datePublished":"2024-05-02","inLanguage":"en"'
    assert read_jsonld(source) == [
        {"@type": "NewsArticle", "headline": 'The "longest" quay', "datePublished": "2024-05-02", "inLanguage": "en"}
    ]


def test_what_is_beyond_repair_gives_what_can_be_saved() -> None:
    source = '"@type":"NewsArticle","headline":"The "longest" quay","datePublished":"2024-05-02","inLanguage":"en"'
    assert read_jsonld(source) == [{"@type": "NewsArticle", "datePublished": "2024-05-02", "inLanguage": "en"}]


@pytest.mark.parametrize("prefix", ["schema:", "http://schema.org/", "https://schema.org/"])
def test_names_lose_their_prefix(prefix: str) -> None:
    source = json.dumps({f"{prefix}headline": "Quay", f"{prefix}author": [{f"{prefix}name": "Ann"}], "dc:x": 1})
    assert read_jsonld(source) == [{"headline": "Quay", "author": [{"name": "Ann"}], "dc:x": 1}]


@pytest.mark.parametrize(
    "source", ["", "   ", "null", "3", '"text"', "[]", "{}", "not json", "{", "<html>", "undefined", "NaN"]
)
def test_nothing_to_read(source: str) -> None:
    assert read_jsonld(source) == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "source",
    [
        "[" * 200_000,
        '{"a":' * 100_000,
        '"' * 300_001,
        '\\"' * 200_000,
        "/*" * 300_000,
        '{"a":1}' + "," * 300_000 + "x",
        '{"headline":"' + "\\" * 300_001,
    ],
    ids=["deep arrays", "deep objects", "quotes", "escaped quotes", "comments", "commas", "backslashes"],
)
def test_hostile_sources_do_not_hang(source: str) -> None:
    assert isinstance(read_jsonld(source), list)


def test_a_flood_of_objects_is_cut() -> None:
    assert len(read_jsonld("[" + ",".join(['{"a":1}'] * (2 * MAX_NODES)) + "]")) < MAX_NODES


@given(st.data())
def test_mangled_sources_give_objects_or_nothing(data: st.DataObject) -> None:
    source = json.dumps({"@graph": [STORY, {"@type": "Person", "name": "Ann"}]})
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(source)))
        source = (
            source[:place]
            + data.draw(st.sampled_from(['"', "\\", "{", "}", "[", "]", ",", ":", "/*", "//", "\n", "\x00", "é", ""]))
            + source[place + data.draw(st.integers(0, 3)) :]
        )
    assert all(isinstance(node, dict) for node in read_jsonld(source))
