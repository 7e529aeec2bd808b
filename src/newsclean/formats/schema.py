"""The JSON Schema of the JSON output, generated from the types and shipped as `article.schema.json`.

`python -m newsclean.formats.schema` prints it; redirect that into the file after a change to the types.
"""

from __future__ import annotations

import ast
import inspect
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from newsclean import article, model

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_FILE: Final = Path(__file__).with_name("article.schema.json")
"""Where the generated schema is shipped."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_COMPUTED: Final[dict[str, dict[str, Any]]] = {
    "text": {"type": "string"},
    "word_count": {"type": "integer", "minimum": 0},
}


def build() -> dict[str, Any]:
    """The schema of one article, with the docstrings of the fields as descriptions."""
    (root,), types = msgspec.json.schema_components((article.Article,), ref_template="#/$defs/{name}")
    public = {**vars(model), **vars(article)}
    for name, schema in types.items():
        schema["description"] = inspect.getdoc(public[name])
        for field, words in _field_docs(public[name]):
            schema["properties"][field]["description"] = words
    for name, schema in _COMPUTED.items():
        words = inspect.getdoc(getattr(article.Article, name)) or ""
        types["Article"]["properties"][name] = {**schema, "description": words}
    for schema in types.values():
        for field in schema["properties"].values():
            field.pop("default", None)
        schema["required"] = list(schema["properties"])  # the encoder leaves none out
    return {
        "$schema": _DIALECT,
        "$id": f"urn:newsclean:article:{article.SCHEMA_VERSION}",
        "version": article.SCHEMA_VERSION,
        **root,
        "$defs": types,
    }


def dumps() -> str:
    """The text of the schema file."""
    return msgspec.json.format(msgspec.json.encode(build()), indent=2).decode() + "\n"


def _field_docs(cls: type) -> Iterator[tuple[str, str]]:
    """Field and docstring, for each field that has one: the string that stands below it in the source."""
    body = ast.parse(inspect.getsource(cls)).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for field, below in pairwise(statements):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, " ".join(words.split())


if __name__ == "__main__":
    sys.stdout.write(dumps())
