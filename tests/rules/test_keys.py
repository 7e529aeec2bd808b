"""Unknown keys, with the name that was perhaps meant."""

from __future__ import annotations

import pytest

from newsclean.rules.keys import did_you_mean, unknown_key


@pytest.mark.parametrize(
    ("data", "path", "meant"),
    [
        ({"host": ["example.com"]}, "host", "did you mean 'hosts'?"),
        ({"id": "example.com"}, "id", "known are"),
        ({"fields": {"headline": []}}, "fields.headline", "known are authors, breadcrumbs"),
        ({"fields": {"author": []}}, "fields.author", "did you mean 'authors'?"),
        ({"drop": [{"id": "a"}, {"id": "b", "csss": "p"}]}, "drop[1].csss", "did you mean 'css'?"),
        ({"layout": [{"drop": [{"max_shares": 1}]}]}, "layout[0].drop[0].max_shares", "did you mean 'max_share'?"),
        ({"layout": [{"fields": {"titel": []}}]}, "layout[0].fields.titel", "did you mean 'title'?"),
        (
            {"layout": [{"expect": {"min_paragraph": 1}}]},
            "layout[0].expect.min_paragraph",
            "did you mean 'min_paragraphs'?",
        ),
        ({"test": [{"page": "a", "contain": []}]}, "test[0].contain", "did you mean 'contains'?"),
    ],
)
def test_the_first_unknown_key_is_named_with_its_place(data: dict[str, object], path: str, meant: str) -> None:
    found = unknown_key(data)
    assert found is not None
    assert found.path == path
    assert meant in found.message


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"schema": 1, "hosts": ["example.com"], "drop": [{"id": "a", "css": "p"}]},
        {"test": [{"page": "a", "drops": {"anything-goes": 1}, "fields": {"here-too": "x"}}]},
        {"drop": "a value of a wrong type is told elsewhere"},
        {"layout": [7]},
    ],
)
def test_known_keys_are_no_finding(data: dict[str, object]) -> None:
    assert unknown_key(data) is None


def test_a_suggestion_without_any_known_name_says_so() -> None:
    assert did_you_mean("a", ()) == "known are none"
