"""What a page declares about itself: JSON-LD, meta tags, links, `<title>`, language, marked elements; read once.

One selector finds everything, in page order: each further query would scan the tree again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar
from urllib.parse import urljoin

from newsclean.html.jsonld import read_jsonld
from newsclean.html.rdfa import MICRODATA, NO_RDFA, TELLING, Rdfa, read_rdfa
from newsclean.html.schema import articles, pages

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

T = TypeVar("T")

MAX_MARKS: Final = 60
"""Marked elements that are kept wherever they stand: lists of teasers name many authors and dates, the story's come
early."""
MAX_OWN_MARKS: Final = 120
"""Marked elements that are kept when those behind the first 60 stand in no menu or list of other stories."""
MAX_LOOKED_AT: Final = 300
"""Marked elements that are looked at: a menu may mark each of its entries."""
MAX_MARK_CHARS: Final = 400
"""Longer marked elements are containers and not names or dates."""

MAX_READ_CHARS: Final = 8_000_000
"""Characters read for marks in all: containers named "author" inside one another would be read once each."""
MAX_H1: Final = 30
MAX_TYPES: Final = 4
"""Types of one microdata item."""
NAMES_CACHE: Final = 4096
"""Names of elements around marks that are remembered: a site repeats them."""

_LINK_RELS: Final = frozenset(("canonical", "amphtml", "image_src", "license", "author", "shortlink", "alternate"))
_SELECTOR: Final = (
    'base,title,meta,link[rel],script[type*="ld+json" i],h1,time,address,[itemprop],[itemtype*=Article],'
    "[rel~=author],a[rel~=license],"
    'a[href*="/author" i],a[href*="/autor" i],'
    "[class*=author i],[class*=byline i],[class*=date i],[class*=publish i],[property]"
)
_META_LISTS: Final = ("property", "itemprop", "http-equiv")
"""Attributes of `meta` that hold names with spaces between."""
_MARGIN_TAGS: Final = frozenset(("aside", "footer"))
_OWN_FOOTERS: Final = frozenset(("post-footer", "entry-footer", "article-footer"))
"""What publishing systems call the foot of the story, where some of them have its author and date."""
_ASIDE_HINTS: Final = (
    "related", "recommend", "sidebar", "teaser", "comment", "footer", "widget", "promo", "trending", "popular", "read",
    "newsletter", "carousel", "more", "navigation", "latest", "testimonial",
)  # fmt: skip
"""One of these is in whatever `_ASIDE_NAMES` finds."""
_ASIDE_NAMES = re.compile(
    r"related|recommend|sidebar|teaser|(?<![a-z])comment|(?<!post-)(?<!entry-)(?<!article-)footer|(?<!elementor-)widget|promo|trending|popular|most-?read|"
    r"newsletter|carousel|read-?more|more-?(?:from|news|stories)|navigation|latest|testimonial",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """An element that its markup calls a date, an author or another property."""

    tag: str
    names: str
    """Its class, id, itemprop, property and rel, joined by spaces, in lower case."""
    prop: str
    """Its itemprop or RDFa property, as written, or ""."""
    text: str
    """What readers see, white space folded."""
    value: str | None
    """Its `datetime` or `content` attribute."""
    href: str | None
    """Where it links to, absolute."""
    after_title: bool
    """Whether the first h1 stands before it."""
    aside: bool
    """Whether it stands in a list of other stories, a comment, a navigation or the like."""
    margin: bool
    """Whether it stands in an `aside` or `footer` element, the page's or the story's own."""
    depth: int
    """How many marks stand around it."""
    place: tuple[int, int]
    """Numbers of its parent and of the parent's parent: equal for marks that stand side by side."""


class _Scope(NamedTuple):
    """What is known of an element around marks."""

    number: int
    parent: int
    aside: bool
    margin: bool
    depth: int


_NO_SCOPE: Final = _Scope(0, 0, aside=False, margin=False, depth=0)
_new = tuple.__new__
"""Makes a named tuple of a tuple: half the time of calling its class."""


@dataclass(frozen=True, kw_only=True)
class StructuredData:
    """Declared data, as found; nothing is interpreted here."""

    jsonld: tuple[Mapping[str, Any], ...] = ()
    """Every JSON-LD object of the page, graphs and arrays opened, in page order."""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """`name`, `property`, `itemprop` or `http-equiv` in lower case, to the contents in page order."""
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """`rel` token in lower case to the addresses, absolute, in page order."""
    title: str | None = None
    """Text of `<title>`, white space folded."""
    language: str | None = None
    """`lang` of `<html>`, as written."""
    h1: tuple[str, ...] = ()
    """Texts of the h1 elements, white space folded, empty ones left out."""
    marks: tuple[Mark, ...] = ()
    """Elements marked as date, author or property, in page order."""
    item_types: tuple[str, ...] = ()
    """Types of the microdata items that are articles, without their namespace, in page order."""
    rdfa: Rdfa = NO_RDFA
    """What RDFa says of the story."""
    microdata: Rdfa = NO_RDFA
    """What microdata say of the story."""
    base: str | None = None
    """What relative addresses are relative to."""
    _answers: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def items(self, name: str) -> Iterator[tuple[str, str]]:
        """(source, value) of a property of the story in RDFa and in microdata, as written."""
        for kind, found in (("rdfa", self.rdfa), ("microdata", self.microdata)):
            for value in found.values.get(name, ()):
                yield f"{kind}:{name}", value

    @cached_property
    def stories(self) -> tuple[Mapping[str, Any], ...]:
        """The JSON-LD objects that speak of the story, the likeliest first."""
        addresses = (self.base, *self.links.get("canonical", ()), *self.meta.get("og:url", ()))
        titles = (*self.meta.get("og:title", ()), *self.h1, self.title)
        return tuple(articles(self.jsonld, list(filter(None, addresses)), list(filter(None, titles))))

    @cached_property
    def written(self) -> tuple[Mapping[str, Any], ...]:
        """The JSON-LD objects that may say who wrote the story and when: those of the story, else those of the page."""
        return self.stories or tuple(pages(self.jsonld))

    def once(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer to a question that several stages ask of the same page, found once."""
        if question not in self._answers:
            self._answers[question] = answer()
        known: T = self._answers[question]
        return known

    def first(self, *names: str) -> str | None:
        """The content of the first of these meta tags that has one."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return None


def read_structured(tree: Any, url: str | None, text: str) -> StructuredData:
    """Declared data of a parsed page.

    Args:
        tree: the page.
        url: its address.
        text: its markup, to see at little cost what is nowhere in it.
    """
    reader = _Reader(url)
    last = None
    nodes = tree.css(_SELECTOR)
    reader.note_heading(next((node for node in nodes if node.tag == "h1"), None))
    for node in nodes:
        ident = node.mem_id
        if ident != last:  # an element that several parts of the selector match comes once for each
            reader.read(node)
        last = ident
    root = tree.root
    language = root.attributes.get("lang") or root.attributes.get("xml:lang") if root is not None else None
    return StructuredData(
        jsonld=tuple(reader.jsonld),
        meta={name: tuple(contents) for name, contents in reader.meta.items()},
        links={rel: tuple(addresses) for rel, addresses in reader.links.items()},
        title=reader.title,
        language=(language or "").strip() or None,
        h1=tuple(reader.h1),
        marks=tuple(reader.marks),
        item_types=tuple(reader.item_types),
        rdfa=read_rdfa(tree) if reader.has_properties() and "typeof=" in text else NO_RDFA,
        microdata=read_rdfa(tree, MICRODATA) if reader.item_types else NO_RDFA,
        base=reader.base,
    )


class _Reader:
    """Collects while the elements go by."""

    def __init__(self, url: str | None) -> None:
        self.base = url
        self.jsonld: list[Mapping[str, Any]] = []
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.title: str | None = None
        self.h1: list[str] = []
        self.marks: list[Mark] = []
        self.item_types: list[str] = []
        self._scopes: dict[int, _Scope] = {}
        self._marked: set[int] = set()
        self._around_heading: set[int] = set()
        self._seen_h1 = False
        self._unread = MAX_READ_CHARS
        self._looked_at = 0
        self._has_properties = False

    def read(self, node: Any) -> None:
        """Takes one element."""
        tag = node.tag
        if tag == "meta":
            self._read_meta(node.attributes)
        elif tag == "link":
            self._read_link(node.attributes)
        elif tag == "script":
            self.jsonld.extend(read_jsonld(node.text()))
        elif tag == "title":
            if self.title is None and node.parent is not None and node.parent.tag != "svg":
                self.title = _fold(node.text()) or None
        elif tag == "base":
            self._read_base(node.attributes)
        else:
            self._read_shown(node, tag, node.attributes)

    def note_heading(self, node: Any | None) -> None:
        """Remembers what stands around the first main heading: no list of other stories, whatever it is named."""
        while node is not None and (node := node.parent) is not None:
            self._around_heading.add(node.mem_id)

    def has_properties(self) -> bool:
        """Whether elements were seen that RDFa may call properties of the story."""
        return self._has_properties or not TELLING.isdisjoint(self.meta)

    def _read_shown(self, node: Any, tag: str, attributes: Mapping[str, str | None]) -> None:
        item = attributes.get("itemtype")
        if item and "Article" in item:  # a container of the story: none of its names or dates
            self.item_types.extend(name.rsplit("/", 1)[-1] for name in item.split()[:MAX_TYPES])
            return
        if tag in ("html", "body", "head"):
            return
        if tag == "h1" and len(self.h1) < MAX_H1:
            self._read_h1(node)
        if self._unread > 0 and self._looked_at < MAX_LOOKED_AT and len(self.marks) < MAX_OWN_MARKS:
            self._looked_at += 1
            self._read_mark(node, tag, attributes)

    def _read_meta(self, attributes: Mapping[str, str | None]) -> None:
        content = attributes.get("content") or attributes.get("value")
        if not content or not (content := content.strip()):
            return
        name = attributes.get("name")
        if name:
            self.meta.setdefault(_dotted(name.strip().lower()), []).append(content)
        for names in filter(None, map(attributes.get, _META_LISTS)):
            for key in names.lower().split():
                self.meta.setdefault(_dotted(key), []).append(content)

    def _read_link(self, attributes: Mapping[str, str | None]) -> None:
        rels = (attributes.get("rel") or "").lower().split()
        if _LINK_RELS.isdisjoint(rels):  # style sheets, icons, hints for the browser: nine of ten
            return
        href = (attributes.get("href") or "").strip()
        if href:
            for rel in rels:
                if rel in _LINK_RELS:
                    self.links.setdefault(rel, []).append(self._absolute(href))

    def _read_base(self, attributes: Mapping[str, str | None]) -> None:
        href = (attributes.get("href") or "").strip()
        if href:
            self.base = self._absolute(href)

    def _read_h1(self, node: Any) -> None:
        self._seen_h1 = True
        text = _fold(node.text(separator=" "))
        if text:
            self.h1.append(text)

    def _read_mark(self, node: Any, tag: str, attributes: Mapping[str, str | None]) -> None:
        prop = attributes.get("itemprop") or ""
        if not prop and (prop := attributes.get("property") or ""):
            self._has_properties = True
        raw = "" if tag == "img" else node.text(separator=" ")
        self._unread -= len(raw)
        if len(raw) > MAX_MARK_CHARS * 2 or len(text := _fold(raw)) > MAX_MARK_CHARS:
            return
        value = attributes.get("datetime") or attributes.get("content")
        if value is None and tag == "abbr":  # in the hAtom format dates are written so
            value = attributes.get("title")
        if not (text or value):
            return
        href = attributes.get("href")
        scope = self._scope(node)
        if scope.aside and len(self.marks) >= MAX_MARKS:
            return
        names = " ".join(
            filter(None, (attributes.get("class"), attributes.get("id"), prop, attributes.get("rel")))
        ).lower()
        self._marked.add(node.mem_id)
        number, parent, aside, margin, depth = scope
        href = href and self._absolute(href)
        mark = (tag, names, prop, text, value, href, self._seen_h1, aside, margin, depth, (number, parent))
        self.marks.append(_new(Mark, mark))

    def _scope(self, node: Any) -> _Scope:
        """Where an element stands; what is known of the elements around it is kept for the next one."""
        scopes = self._scopes
        path: list[tuple[int, Any]] = []
        up, scope = node.parent, None
        while up is not None and (scope := scopes.get(ident := up.mem_id)) is None:
            path.append((ident, up))
            up = up.parent
        number, parent, aside, margin, depth = scope or _NO_SCOPE
        for ident, element in reversed(path):
            number, parent = len(scopes) + 1, number
            tag = element.tag
            aside = aside or _is_aside(element, tag, named=ident not in self._around_heading)
            margin = margin or tag in _MARGIN_TAGS or _is_own_footer(element)
            depth += ident in self._marked
            scope = scopes[ident] = _new(_Scope, (number, parent, aside, margin, depth))
        return scope or _NO_SCOPE

    def _absolute(self, href: str) -> str:
        if href.startswith(("http://", "https://")):
            return href
        try:
            return urljoin(self.base or "", href)
        except ValueError:  # as "http://[": not an address
            return href


def _dotted(name: str) -> str:
    """The name of a meta tag, as "dc.creator" where Dublin Core is written "dc:creator"."""
    return name.replace(":", ".") if name.startswith(("dc:", "dcterms:")) else name


def _is_aside(node: Any, tag: str, *, named: bool) -> bool:
    """Whether an element is a list of other stories, a comment or the like; `named` asks its names too."""
    if tag in ("nav", "blockquote"):
        return True
    if not named or tag in ("body", "html", "article", "main"):
        return False
    attributes = node.attributes
    classes, identity = attributes.get("class"), attributes.get("id")
    return bool(classes or identity) and _names_aside(f"{classes or ''} {identity or ''}")


def _is_own_footer(node: Any) -> bool:
    """Whether an element is the foot of the story, as publishing systems call it, and not that of the page."""
    classes = node.attributes.get("class")
    return bool(classes) and not _OWN_FOOTERS.isdisjoint(classes.split())


@lru_cache(NAMES_CACHE)
def _names_aside(names: str) -> bool:
    return any(map(names.lower().__contains__, _ASIDE_HINTS)) and _ASIDE_NAMES.search(names) is not None


def _fold(text: str) -> str:
    return " ".join(text.split())
