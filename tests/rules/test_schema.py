"""The published schema says what the reader accepts."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from newsclean.rules.index import shipped_files
from newsclean.rules.schema import SCHEMA_FILE, build, dumps

if TYPE_CHECKING:
    from pathlib import Path


def as_json(value: Any) -> Any:
    """TOML as editors hand it to a schema: dates as strings."""
    return json.loads(json.dumps(value, default=date.isoformat))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = build()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_the_shipped_schema_is_fresh() -> None:
    assert SCHEMA_FILE.read_text("utf-8") == dumps(), "run: python -m newsclean.rules.schema"


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: path.stem)
def test_every_shipped_file_fits_it_and_names_it(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    text = path.read_text("utf-8")
    assert [error.message for error in validator.iter_errors(as_json(tomllib.loads(text)))] == []
    first = text.splitlines()[0]
    assert (path.parent / first.removeprefix("#:schema ")).resolve() == SCHEMA_FILE.resolve()


@pytest.mark.parametrize(
    "toml",
    [
        'csss = "p"',
        'id = "example.com"',
        "schema = 2",
        'hosts = "example.com"',
        '[[drop]]\ncss = "p"',
        '[[drop]]\nid = "a"\nkind = "spam"',
        '[[drop]]\nid = "a"\nwhere = "end"',
        '[[layout]]\nid = "a"\nsince = "yesterday"',
        "[fields]\nheadline = ['h1']",
    ],
)
def test_what_the_reader_refuses_does_not_fit(toml: str, validator: jsonschema.Draft202012Validator) -> None:
    assert list(validator.iter_errors(as_json(tomllib.loads(toml))))


def test_every_key_has_a_description_for_the_editor() -> None:
    for table in build()["$defs"].values():
        assert table["description"]
        assert all(key["description"] for key in table["properties"].values())
