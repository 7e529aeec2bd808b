"""Reading schema.org objects: which one is the article, what a property says in plain text."""

from __future__ import annotations

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
_REFERENCE: Final = frozenset(("@id", "@type", "@context"))
"""All that an object has that only refers to another one."""
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


def articles(nodes: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The objects that speak of the story, the likeliest first; those nested under a page object are found too."""
    found = [node for node in _with_main_entities(nodes) if not ARTICLE_TYPES.isdisjoint(types(node))]
    return sorted(found, key=_rank)


def pages(nodes: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The objects that speak of the page as a whole and say when it was published: all that some systems declare."""
    return [node for node in nodes if "WebPage" in types(node) and "datePublished" in node]


def _rank(node: Mapping[str, Any]) -> tuple[bool, bool]:
    weak = WEAK_TYPES.issuperset(name for name in types(node) if name in ARTICLE_TYPES)
    return weak, "headline" not in node and "name" not in node


def _with_main_entities(nodes: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for node in nodes:
        yield node
        for key in ("mainEntity", "mainEntityOfPage", "hasPart"):
            inner = node.get(key)
            if isinstance(inner, dict):
                yield inner


def index_by_id(nodes: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Objects by `@id`, for references; an object that only refers is left out."""
    out: dict[str, Mapping[str, Any]] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > 1:
            out.setdefault(name, node)
    return out


def objects(value: Any, ids: Mapping[str, Mapping[str, Any]], depth: int = 0) -> Iterator[Mapping[str, Any] | str]:
    """The members of a value, arrays opened and references followed: objects, and strings as they are."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from objects(item, ids, depth + 1)
    elif isinstance(value, dict):
        name = value.get("@id")
        if isinstance(name, str) and value.keys() <= _REFERENCE:
            yield ids.get(name, value)
        else:
            yield value


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
