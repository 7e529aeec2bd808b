"""JSON that no parser takes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.html.broken_json import read_broken


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"a":"b" "c":1}', {"a": "b", "c": 1}),
        ('{"a":"b",,"c":1}', {"a": "b", "c": 1}),
        ('{"a":,"b":2}', {"b": 2}),
        ('{"a":undefined,"b":NaN,"c":true,"d":-1.5,"e":null}', {"c": True, "d": -1.5}),
        ("{'a':'it\\'s', b: \"x\"}", {"a": "it's", "b": "x"}),
        ('{"a":"the "long", "old" quay","d":["a","b"]}', {"a": 'the "long", "old" quay', "d": ["a", "b"]}),
        ('{"a":["the "long" quay"]}', {"a": ['the "long" quay']}),
        ('{"a":[{"b":1}{"c":2}]}', {"a": [{"b": 1}, {"c": 2}]}),
        (r'{"a":"\u00e9\n\ud83d\ude00\q"}', {"a": "é\n😀q"}),
    ],
)
def test_what_is_meant_is_read(source: str, expected: dict[str, Any]) -> None:
    assert read_broken(source) == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"a":"b","c":"breaks o', [{"a": "b"}]),
        ('{"a":{"b":[1,2', [{"a": {"b": [1, 2]}}]),
        ('{"a":[1,{"b":2}}, {"c":3}', [{"a": [1, {"b": 2}]}, {"c": 3}]),
        ('{"a":1}}]]{"b":2}', [{"a": 1}, {"b": 2}]),
        ('{"a":"no end, "b":"x","c":"y"}', [{"c": "y"}]),
    ],
)
def test_what_breaks_off_or_swallows_its_neighbour_is_left_out(source: str, expected: list[Any]) -> None:
    assert read_broken(source) == expected


@pytest.mark.parametrize("source", ["", "undefined", "no json", '"text"', "3"])
def test_nothing_to_read(source: str) -> None:
    assert read_broken(source) == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "source",
    [
        '{"a":' * 50_000, '"' * 100_000, '{"a":"' + '" ' * 100_000, '{"a":"x"' + " " * 100_000 + '"', "[" * 50_000 + "}" * 50_000,
        '{"a":"' + ',"b' * 50_000, '{"' + 'a"' * 50_000, "{" * 50_000 + "]" * 50_000, '{"a":"' + '", ' * 50_000,
    ],
)  # fmt: skip
def test_hostile_texts_end(source: str) -> None:
    read_broken(source)


JSON = st.recursive(
    st.booleans() | st.integers(-9999, 9999) | st.text(alphabet="abü \\\n/.", max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=9,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), JSON, max_size=4))
def test_whole_json_is_read_as_it_is(value: dict[str, Any]) -> None:
    assert read_broken(json.dumps(value)) == [value]


@given(st.text(alphabet="{}[]:,\"'\\ abu0", max_size=60))
def test_any_text_gives_containers(source: str) -> None:
    assert all(isinstance(value, dict | list) for value in read_broken(source))
