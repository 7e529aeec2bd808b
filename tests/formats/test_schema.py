"""The shipped JSON Schema: fresh, valid, and true of what is written."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import jsonschema
import pytest

from newsclean import Article
from newsclean.article import SCHEMA_VERSION
from newsclean.formats import schema


@pytest.fixture(scope="module")
def shipped() -> dict[str, object]:
    loaded: dict[str, object] = json.loads(schema.SCHEMA_FILE.read_text(encoding="utf-8"))
    return loaded


def test_the_shipped_file_is_fresh() -> None:
    """If not: `python -m newsclean.formats.schema > src/newsclean/formats/article.schema.json`."""
    assert schema.SCHEMA_FILE.read_text(encoding="utf-8") == schema.dumps()


def test_it_can_be_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsclean.formats.schema"], capture_output=True, check=True, text=True
    )
    assert done.stdout == schema.dumps()


def test_it_is_a_schema_with_an_id_and_a_version(shipped: dict[str, object]) -> None:
    jsonschema.Draft202012Validator.check_schema(shipped)
    assert shipped["version"] == SCHEMA_VERSION
    assert shipped["$id"] == f"urn:newsclean:article:{SCHEMA_VERSION}"


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_what_is_written_is_valid(name: str, article: Article, shipped: dict[str, object]) -> None:
    for given in (article, Article()):
        jsonschema.validate(json.loads(given.format(name)), shipped)


def test_it_refuses_what_an_article_cannot_be(article: Article, shipped: dict[str, object]) -> None:
    written = json.loads(article.to_json())
    for broken in (written | {"kind": "poem"}, written | {"blocks": [{}]}, {"title": "all the rest is missing"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, shipped)


def test_it_explains_the_fields() -> None:
    types = schema.build()["$defs"]
    assert types["Article"]["properties"]["standfirst"]["description"].startswith("The visible summary")
    assert types["Article"]["properties"]["text"]["description"].startswith("The body as plain text")
    assert types["Removal"]["properties"]["by"]["description"]
    assert all(definition["description"] for definition in types.values())


def test_it_does_not_depend_on_an_article(article: Article) -> None:
    replace(article, title=None).to_json()
    assert schema.dumps() == schema.dumps()
