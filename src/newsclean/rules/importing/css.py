"""Pieces of CSS selectors, and the error that something cannot be said in them."""

from __future__ import annotations

import re
from typing import Final

ANY: Final = "*"
"""Any element."""

_IDENTIFIER: Final = re.compile(r"-?[A-Za-z_][\w-]*", re.ASCII)
_ATTRIBUTE_NAME: Final = re.compile(r"[A-Za-z_][\w.:-]*", re.ASCII)


class UnsupportedError(ValueError):
    """What a rule says cannot be said in CSS; the message gives the reason."""


def quoted(value: str) -> str:
    """A CSS string."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\{ord(c):x} " if c < " " else c for c in escaped) + '"'


def attribute(name: str, operator: str = "", value: str = "", *, any_case: bool = False) -> str:
    """The selector of an attribute, in its short form where it has one: `#main`, `.body`.

    Args:
        name: of the attribute.
        operator: as CSS writes it, `=`, `~=`, `^=`, `$=` or `*=`; without one the attribute must be there.
        value: what it is compared with.
        any_case: whether case does not matter.

    Raises:
        UnsupportedError: the attribute's name cannot be written.
    """
    if not _ATTRIBUTE_NAME.fullmatch(name):
        message = f"the attribute {name!r} cannot be named in a selector"
        raise UnsupportedError(message)
    if _IDENTIFIER.fullmatch(value) and not any_case and (name, operator) in (("id", "="), ("class", "~=")):
        return f"#{value}" if name == "id" else f".{value}"
    escaped = re.sub(r"([.:])", r"\\\1", name)
    return f"[{escaped}{operator}{quoted(value)}{' i' * any_case}]" if operator else f"[{escaped}]"


def own_text(value: str, *, any_case: bool = False) -> str:
    """The selector of elements that have some words in a text of their own, not only in elements inside of them."""
    return f":lexbor-contains({quoted(value)}{' i' * any_case})"


def all_text(value: str, *, any_case: bool = False) -> str:
    """The selector of elements that have some words in them, at any depth."""
    own = own_text(value, any_case=any_case)
    return f":is({own}, :has({own}))"


def either(*selectors: str) -> str:
    """What matches any of some selectors."""
    return selectors[0] if len(selectors) == 1 else f":is({', '.join(selectors)})"
