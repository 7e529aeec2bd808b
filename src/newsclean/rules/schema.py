"""The JSON Schema of rule files, generated from the types and shipped as `schema.json`, for editors.

`python -m newsclean.rules.schema` writes it anew. A rule file names it in its first line: `#:schema <path or address>`.
"""

from __future__ import annotations

import ast
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from newsclean.rules import model
from newsclean.rules.keys import NOT_IN_FILES
from newsclean.rules.where import PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_FILE: Final = Path(__file__).with_name("schema.json")
"""Where the generated schema is shipped."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def build() -> dict[str, Any]:
    """The schema of one rule file, with the docstrings of the fields as descriptions."""
    (root,), types = msgspec.json.schema_components((model.SiteRules,), ref_template="#/$defs/{name}")
    for name, schema in types.items():
        cls = getattr(model, name)
        schema["description"] = inspect.cleandoc(cls.__doc__ or "")
        schema["additionalProperties"] = False
        properties = schema["properties"]
        for field, words in _field_docs(cls):
            properties[field] = _tidy(properties[field], words)
        if "where" in properties:
            properties["where"]["pattern"] = f"^(?:{PATTERN})$"
    site = types["SiteRules"]
    for field in NOT_IN_FILES:
        del site["properties"][field]
        site["required"].remove(field)
    return {"$schema": _DIALECT, "$id": "urn:newsclean:rules:1", "title": "Site rules", **root, "$defs": types}


def dumps() -> str:
    """The text of the schema file."""
    return msgspec.json.format(msgspec.json.encode(build()), indent=2).decode() + "\n"


def _tidy(schema: dict[str, Any], words: str) -> dict[str, Any]:
    """A property with its description; TOML has no null, so "or null" goes, and defaults are told in words."""
    schema.pop("default", None)
    choices = [choice for choice in schema.pop("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        schema.update(choices[0])
    elif choices:
        schema["anyOf"] = choices
    return schema | {"description": words}


def _field_docs(cls: type) -> Iterator[tuple[str, str]]:
    """Every field with its docstring, the string that stands below it in the source, or its name in words."""
    body = ast.parse(inspect.getsource(cls)).body[0]
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for field, below in zip(statements, [*statements[1:], None], strict=True):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, " ".join(words.split())
            case ast.AnnAssign(target=ast.Name(id=name)), _:
                yield name, name.replace("_", " ")


if __name__ == "__main__":
    SCHEMA_FILE.write_text(dumps(), encoding="utf-8")
    sys.stdout.write(f"wrote {SCHEMA_FILE}\n")
