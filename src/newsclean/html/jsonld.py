"""JSON-LD as pages really carry it: read leniently, graphs and arrays opened, `@id` references followed.

Broken JSON is common enough to repair: comments, trailing commas, control characters, escaped quotes, several values
one after another; and what is still broken then is read leniently. Each is tried only after the plainer reading has
failed.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, Final

from newsclean.html.broken_json import read_broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DECODER: Final = json.JSONDecoder(strict=False)
"""Takes line breaks inside of strings; making one costs as much as reading a short script."""
MAX_VALUES: Final = 20_000
"""Objects and arrays whose names are looked at for prefixes."""
MAX_NODES: Final = 2_000
"""Objects opened per script; the richest page of the evaluation corpus has under 300."""

# Every alternative that begins also ends, at the end of the text if need be: so no place is looked at twice.
_STRING: Final = r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)'
_COMMENT = re.compile(rf"{_STRING}|/\*.*?(?:\*/|\Z)|(?<!:)//[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_BETWEEN = re.compile(r"[\s,;]*")
_PREFIX = re.compile(r"(?:schema:|https?://schema\.org/)(?=\w)")
_PREFIXED = re.compile(r'"(?:schema:|https?://schema\.org/)\w+"\s*:')
_PAIR = re.compile(
    r'"(@type|headline|datePublished|dateModified|dateCreated|inLanguage|articleSection|description)"\s*:\s*'
    r'"((?:[^"\\\n]|\\.){1,2000})"(?=\s*(?:[,}\]]|\Z))'
)


def read_jsonld(source: str) -> list[Mapping[str, Any]]:
    """The objects of one script, in order; an unreadable script gives what can be saved of it, at worst nothing."""
    source = source.strip().strip("\ufeff\u200b\xa0")
    if not source:
        return []
    value = _load(source)
    return list(_objects(_without_prefixes(value) if _PREFIXED.search(source) else value))


def _load(source: str) -> Any:
    try:
        return _DECODER.decode(source)
    except (ValueError, RecursionError):
        pass
    repaired = _repair(source)
    values, rest = _values(repaired)
    if "{" in rest:
        values += read_broken(rest)
    return [value for value in values if isinstance(value, dict | list)] or _salvage(source)


def _repair(source: str) -> str:
    if '"' not in source and "&quot;" in source:
        source = html.unescape(source)
    source = _COMMENT.sub(lambda m: m.group() if m.group()[0] == '"' else " ", source)
    source = _TRAILING_COMMA.sub(lambda m: m.group(1) or "", source)
    return _BAD_ESCAPE.sub(r"", source)


def _values(source: str) -> tuple[list[Any], str]:
    """All JSON values of a text one after another, and from where on something else follows."""
    out: list[Any] = []
    position = 0
    source = source.strip("; \t\r\n,")
    while position < len(source):
        try:
            value, position = _DECODER.raw_decode(source, position)
        except (ValueError, RecursionError):
            return out, source[position:]
        out.append(value)
        gap = _BETWEEN.match(source, position)
        position = gap.end() if gap else position
    return out, ""


def _salvage(source: str) -> dict[str, Any]:
    """The scalar properties that matter, by pattern: the first of each name."""
    out: dict[str, Any] = {}
    for name, raw in _PAIR.findall(source):
        try:
            out.setdefault(name, json.loads(f'"{raw}"', strict=False))
        except ValueError:
            continue
    return out if len(out) > 1 else {}


def _without_prefixes(value: Any) -> Any:
    """The same with `headline` for the names `schema:headline` and `https://schema.org/headline`; no recursion."""
    whole = [value]
    stack: list[Any] = [whole]
    for _ in range(MAX_VALUES):
        if not stack:
            break
        holder = stack.pop()
        for key, item in list(holder.items()) if isinstance(holder, dict) else enumerate(holder):
            plain = {_PREFIX.sub("", name): inner for name, inner in item.items()} if isinstance(item, dict) else item
            if isinstance(plain, dict | list):
                holder[key] = plain
                stack.append(plain)
    return whole[0]


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects at the top in order, arrays and `@graph` opened; no recursion: depth is the page's choice."""
    stack, seen = [value], 0
    while stack and seen < MAX_NODES:
        node = stack.pop()
        seen += 1
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict) and node:
            graph = node.get("@graph")
            if graph is None:
                yield node
            else:
                if len(node.keys() - {"@context", "@graph"}):
                    yield {key: item for key, item in node.items() if key != "@graph"}
                stack.append(graph)
