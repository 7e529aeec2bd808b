"""Reading schema.org objects: which one is the article, what a property says in plain text."""

from __future__ import annotations

from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Node = "Mapping[str, Any]"

ARTICLE_TYPES: Final[frozenset[str]] = frozenset(
    (
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "AdvertiserContentArticle",
        "SatiricalArticle",
        "ScholarlyArticle",
        "TechArticle",
        "Report",
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "Review",
        "CriticReview",
        "Recipe",
        "HowTo",
        "MedicalWebPage",
        "VideoObject",
        "NewsVideoObject",
        "ImageGallery",
        "MediaGallery",
        "ClaimReview",
        "Interview",
    )
)
"""Types that speak of the story itself, https://schema.org/Article and neighbours that news pages use in its place."""
WEAK_TYPES: Final[frozenset[str]] = frozenset(
    ("VideoObject", "NewsVideoObject", "ImageGallery", "MediaGallery", "Review", "ClaimReview", "HowTo")
)
"""Often a part of the story and not the story: taken only where nothing better is there."""
OWN_ADDRESSES: Final = 8
"""Addresses whose place is remembered: a page names its own in several ways, about three times."""
MAX_PARTS: Final = 50
"""Parts of a page object that are looked at."""
MAX_NODES: Final = 4_000
"""Objects on one level that are looked at for names."""
MAX_DEPTH: Final = 6
"""How deep nested values are followed; real pages need three."""


def types(node: Mapping[str, Any]) -> tuple[str, ...]:
    """The types of an object without their namespace, as ("NewsArticle",)."""
    declared = node.get("@type") or node.get("type") or ()
    if isinstance(declared, str):
        declared = (declared,)
    if not isinstance(declared, list | tuple):
        return ()
    return tuple(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in declared if isinstance(name, str))


def articles(
    nodes: Sequence[Mapping[str, Any]], addresses: Sequence[str] = (), titles: Sequence[str] = ()
) -> list[Mapping[str, Any]]:
    """The objects that speak of the story, the likeliest first; those nested under a page object are found too.

    Args:
        nodes: the objects of the page.
        addresses: of the page, by which its story is told from those that it only lists.
        titles: of the page, as they stand; they may hold more than the headline.
    """
    found = [node for node in _with_main_entities(nodes) if not ARTICLE_TYPES.isdisjoint(types(node))]
    if len(found) > 1:
        wanted, said = frozenset(map(place, addresses)), [_folded(title) for title in titles]
        return sorted(found, key=lambda node: _rank(node, about=_is_about(node, wanted, said)))
    return found


def pages(nodes: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The objects that speak of the page as a whole and say when it was published: all that some systems declare."""
    return [node for node in nodes if "WebPage" in types(node) and "datePublished" in node]


def _rank(node: Mapping[str, Any], *, about: bool) -> tuple[bool, bool, bool]:
    weak = WEAK_TYPES.issuperset(name for name in types(node) if name in ARTICLE_TYPES)
    return weak, not about, "headline" not in node and "name" not in node


def _is_about(node: Mapping[str, Any], addresses: frozenset[str], titles: Iterable[str]) -> bool:
    """Whether an object is said to be of the page, or has its title."""
    said = (node.get("url"), node.get("@id"), node.get("mainEntityOfPage"))
    if any(place(address) in addresses for value in said if (address := _address(value))):
        return True
    headline = _folded(text(node.get("headline")) or "")
    return bool(headline) and any(headline in title for title in titles)


def _address(value: Any) -> str | None:
    found = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
    return found if isinstance(found, str) else None


@lru_cache(maxsize=OWN_ADDRESSES)
def place(address: str) -> str:
    """What of an address tells pages apart: host and path without "www.", case and the slash at the end."""
    return address.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/").lower()


def _folded(written: str) -> str:
    return " ".join(unescape(written).casefold().split())


def _with_main_entities(nodes: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for node in nodes:
        yield node
        for key in ("mainEntity", "mainEntityOfPage", "hasPart", "subjectOf"):
            inner = node.get(key)
            for item in inner[:MAX_PARTS] if isinstance(inner, list) else (inner,):
                if isinstance(item, dict):
                    yield item


def index_by_id(nodes: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Objects by `@id`, for references, nested ones too; an object that only refers is left out.

    What several objects say of one id is put together; the first has the word.
    """
    out: dict[str, Mapping[str, Any]] = {}
    layer: list[Any] = list(nodes)
    for _ in range(MAX_DEPTH):
        inner: list[Any] = []
        for value in layer[:MAX_NODES]:
            if isinstance(value, dict):
                name = value.get("@id")
                if isinstance(name, str) and len(value) > 1:
                    out[name] = {**value, **out[name]} if name in out else value
                inner += (item for item in value.values() if isinstance(item, dict | list))
            elif isinstance(value, list):
                inner += (item for item in value[:MAX_NODES] if isinstance(item, dict | list))
        layer = inner
    return out


def objects(value: Any, ids: Mapping[str, Mapping[str, Any]], depth: int = 0) -> Iterator[Mapping[str, Any] | str]:
    """The members of a value, arrays opened and references followed: objects, and strings as they are.

    An object with an `@id` has what others say of it as well.
    """
    if depth > MAX_DEPTH:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from objects(item, ids, depth + 1)
    elif isinstance(value, dict):
        name = value.get("@id")
        known = ids.get(name) if isinstance(name, str) else None
        yield value if known is None or known is value else {**known, **value}


def text(value: Any, depth: int = 0) -> str | None:
    """A value as plain text: a string, the first string of an array, an object's `@value`, `name` or `url`."""
    if isinstance(value, str):
        return value.strip() or None
    if depth > MAX_DEPTH:
        return None
    if isinstance(value, list):
        return next((found for item in value if (found := text(item, depth + 1))), None)
    if isinstance(value, dict):
        return next(
            (found for key in ("@value", "name", "url", "@id") if (found := text(value.get(key), depth + 1))), None
        )
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def texts(value: Any) -> list[str]:
    """All plain texts of a value, in order."""
    items = value if isinstance(value, list) else [value]
    return [found for item in items if (found := text(item))]
