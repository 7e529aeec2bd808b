"""Writes rules as the text of a rule file: what differs from the defaults, in the order of the format."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from newsclean.rules.keys import NOT_IN_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.rules.model import SiteRules

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH: Final = 118
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dumps(rules: SiteRules, *, comment: str = "", notes: Mapping[str, str] | None = None) -> str:
    """The text of a rule file; reading it gives the rules again.

    Args:
        rules: complete, or a layer.
        comment: what stands above, without `#`.
        notes: id of an entry or layout, or page of a test, to a comment on it, without `#`.
    """
    top = _table(rules, "", notes or {}, skip=(*NOT_IN_FILES, "schema"))
    return "\n".join((*_comment(comment), "schema = 1", *top)) + "\n"


def _comment(text: str) -> list[str]:
    """The lines of a comment; what would not be text in a file is left out."""
    return [f"# {''.join(filter(str.isprintable, line))}".rstrip() for line in text.splitlines()]


def _table(value: Any, path: str, notes: Mapping[str, str], skip: tuple[str, ...] = ()) -> Iterator[str]:
    """The lines of a table: plain values first, as TOML asks for, then the tables in it."""
    inner: list[tuple[str, Any]] = []
    for field in dataclasses.fields(value):
        found = getattr(value, field.name)
        if field.name in skip or found == _default(field):
            continue
        if dataclasses.is_dataclass(found) or _is_tables(found):
            inner.append((field.name, found))
        elif found is not None:
            yield f"{field.name} = {value_text(found)}"
    for name, found in inner:
        here = f"{path}.{name}" if path else name
        for item in found if isinstance(found, tuple) else (found,):
            yield ""
            yield f"[[{here}]]" if isinstance(found, tuple) else f"[{here}]"
            yield from _comment(notes.get(str(getattr(item, "id", None) or getattr(item, "page", "")), ""))
            yield from _table(item, here, notes)


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default_factory() if callable(field.default_factory) else field.default


def _is_tables(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and dataclasses.is_dataclass(value[0])


def value_text(value: Any) -> str:
    """A value of a rule file as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, tuple):
        return _array([value_text(item) for item in value])
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, int | float):
        return _inline(value)
    return str(value)


def _inline(values: Mapping[str, Any]) -> str:
    inside = ", ".join(f"{_key(key)} = {value_text(value)}" for key, value in values.items())
    return f"{{ {inside} }}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _array(items: list[str]) -> str:
    short = f"[{', '.join(items)}]"
    if len(short) <= _WIDTH:
        return short
    return "\n".join(("[", *(f"  {item}," for item in items), "]"))


def _string(text: str) -> str:
    """A string as TOML writes it: patterns and selectors in single quotes, without escapes, where that is possible."""
    if ("\\" in text or '"' in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else _escape(c)) for c in text) + '"'


def _escape(character: str) -> str:
    return f"\\U{ord(character):08X}"
