"""What RDFa says of the story: `<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">`.

Microdata say the same with other attributes, and are read in the same way: what stands inside of the story's own item.

Only the basics of RDFa Lite (https://www.w3.org/TR/rdfa-lite/): the types of the story and its plain properties.
Chains, `rel`, `rev` and vocabularies other than schema.org are left alone. Whether `vocab` is declared is not asked:
pages that name a type of schema.org without it mean schema.org all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.html.schema import ARTICLE_TYPES, WEAK_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROPERTIES: Final = frozenset(
    ("headline", "datePublished", "dateModified", "author", "image", "description", "publisher", "license")
)
"""The properties that are read."""
TELLING: Final = frozenset(
    f"{prefix}{name}" for prefix in ("", "schema:") for name in ("headline", "datepublished", "datemodified")
)
"""Names of meta tags, in lower case, that may be RDFa of a story; "author" and "description" stand in every head."""
MAX_ITEMS: Final = 30
"""Typed elements that are looked at: the story comes before the lists of others."""
MAX_VALUES: Final = 80
"""Elements with properties that are looked at."""
MAX_CHARS: Final = 2_000
"""A longer value is the text of the story."""
MAX_READ_CHARS: Final = 2_000_000
"""Characters read in all: properties inside one another would be read once each."""

_STORY_TYPES: Final = ARTICLE_TYPES - WEAK_TYPES
_INNER: Final[Mapping[str, str]] = {"author": "name", "image": "url", "publisher": "name", "license": "url"}
"""What a property is called by where its value is an object of its own."""
_ADDRESSES: Final = ("src", "href", "resource")
_ADDRESSED: Final = frozenset(("image", "license"))
"""Properties whose value is an address where there is one."""


class Syntax(NamedTuple):
    """Names of the attributes that say of which type an element is, which property it is, and whose property."""

    kind: str
    prop: str
    scope: str


RDFA: Final = Syntax("typeof", "property", "typeof")
MICRODATA: Final = Syntax("itemtype", "itemprop", "itemscope")


class Rdfa(NamedTuple):
    """What RDFa says of the story; nothing where the page has none."""

    types: tuple[str, ...] = ()
    """Types of the story without their namespace."""
    values: Mapping[str, tuple[str, ...]] = {}
    """Property without its namespace to its values, as written, in page order; addresses may be relative."""


NO_RDFA: Final = Rdfa()
"""Of a page without any."""


def read_rdfa(tree: Any, syntax: Syntax = RDFA) -> Rdfa:
    """What a parsed page says of its story: of the typed element around the main heading, or of the only one."""
    typed = ((node, tuple(_story_types(node, syntax))) for node in tree.css(f"[{syntax.kind}]")[:MAX_ITEMS])
    items = [(node, types) for node, types in typed if types]
    headed = [item for item in items if item[0].css_first("h1") is not None]
    if not headed and len(items) != 1:
        return Rdfa()
    node, types = (headed or items)[0]
    values: dict[str, list[str]] = {}
    unread = MAX_READ_CHARS
    for holder in node.css(f"[{syntax.prop}]")[:MAX_VALUES]:
        wanted = PROPERTIES.intersection(_names(holder.attributes.get(syntax.prop))) if unread > 0 else frozenset()
        if not wanted or not _belongs(holder, node, syntax):
            continue
        for name in sorted(wanted):
            value, read = _value(holder, name, syntax)
            unread -= read
            if value:
                values.setdefault(name, []).append(value)
    return Rdfa(types, {name: tuple(found) for name, found in values.items()})


def _story_types(node: Any, syntax: Syntax) -> Iterator[str]:
    return (name for name in _names(node.attributes.get(syntax.kind)) if name in _STORY_TYPES)


def _names(tokens: str | None) -> Iterator[str]:
    """The names of schema.org in an attribute: bare, with the prefix `schema:`, or as addresses."""
    for token in (tokens or "").split():
        head, _, name = token.rpartition("/") if "schema.org/" in token else token.rpartition(":")
        if head in ("", "schema") or "schema.org" in head:
            yield name


def _belongs(holder: Any, item: Any, syntax: Syntax) -> bool:
    """Whether the nearest typed element around another is the item."""
    around = holder.parent
    while around is not None and syntax.scope not in around.attributes and around.mem_id != item.mem_id:
        around = around.parent
    return around is not None and around.mem_id == item.mem_id


def _value(node: Any, name: str, syntax: Syntax) -> tuple[str | None, int]:
    """What an element says a property is, and how many characters were read for it."""
    attributes = node.attributes
    if syntax.scope in attributes and name in _INNER:
        parts = node.css(f"[{syntax.prop}]")
        inner = next((part for part in parts if _INNER[name] in _names(part.attributes.get(syntax.prop))), None)
        if inner is not None:
            node, attributes = inner, inner.attributes
    wanted = ("content", *_ADDRESSES) if name in _ADDRESSED else ("content", "datetime")
    written = next((value for key in wanted if (value := attributes.get(key))), None)
    raw = written if written is not None else "" if name == "image" else node.text(separator=" ")
    text = " ".join(raw.split()) if len(raw) <= 2 * MAX_CHARS else ""
    return (text if 0 < len(text) <= MAX_CHARS else None), len(raw)
