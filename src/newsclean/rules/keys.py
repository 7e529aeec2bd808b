"""Keys of a rule file against the format: an unknown one is an error with the name that was perhaps meant."""

from __future__ import annotations

import dataclasses
import difflib
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args, get_type_hints

from newsclean.rules.model import SiteRules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOT_IN_FILES: Final = frozenset(("id",))
"""Attributes of `SiteRules` that come from the file's name and not from its text."""


class UnknownKey(NamedTuple):
    """A key that the format does not have."""

    path: str
    message: str


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of an error message: the nearest known name, or all of them."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(names) or 'none'}"


def unknown_key(data: Mapping[str, Any]) -> UnknownKey | None:
    """The first key, in the file's order, that the format does not have; values of a wrong type are passed over."""
    return _check(data, SiteRules, "")


def _check(data: Mapping[str, Any], kind: type, path: str) -> UnknownKey | None:
    types = _types(kind)
    for key, value in data.items():
        here = f"{path}.{key}" if path else key
        if key not in types:
            return UnknownKey(here, f"unknown key {key!r}: {did_you_mean(key, types)}")
        inner = types[key]
        if inner is None:
            continue
        found = _check_inside(value, inner, here)
        if found:
            return found
    return None


def _check_inside(value: object, kind: type, path: str) -> UnknownKey | None:
    if isinstance(value, dict):
        return _check(value, kind, path)
    if isinstance(value, list):
        inside = (_check(item, kind, f"{path}[{i}]") for i, item in enumerate(value) if isinstance(item, dict))
        return next(filter(None, inside), None)
    return None


@cache
def _types(kind: type) -> Mapping[str, type | None]:
    """Keys of a table, and the type of the tables below each, if there are such."""
    hints = get_type_hints(kind)
    hidden = NOT_IN_FILES if kind is SiteRules else frozenset()
    return {name: _table(hint) for name, hint in hints.items() if name not in hidden}


def _table(hint: object) -> type | None:
    parts = (part for part in (hint, *get_args(hint)) if isinstance(part, type))
    return next(filter(dataclasses.is_dataclass, parts), None)
