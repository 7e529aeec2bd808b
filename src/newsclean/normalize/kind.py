"""The field `kind`: what sort of piece it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.html import schema
from newsclean.normalize.findings import Finding, Found, choose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.article import ArticleKind
    from newsclean.normalize.draft import Draft

_BY_TYPE: Final[Mapping[str, ArticleKind]] = {
    "LiveBlogPosting": "live_blog",
    "OpinionNewsArticle": "opinion",
    "Interview": "interview",
    "Review": "review",
    "CriticReview": "review",
    "ReviewNewsArticle": "review",
    "Recipe": "recipe",
    "ImageGallery": "gallery",
    "NewsArticle": "news",
    "ReportageNewsArticle": "news",
    "BackgroundNewsArticle": "news",
    "AnalysisNewsArticle": "news",
    "AskPublicNewsArticle": "news",
}
_BY_SECTION: Final[Mapping[str, ArticleKind]] = {
    "opinion": "opinion",
    "opinions": "opinion",
    "commentisfree": "opinion",
    "comment": "opinion",
    "editorial": "opinion",
    "op-ed": "opinion",
    "meinung": "opinion",
    "kommentar": "opinion",
    "opinion-analysis": "opinion",
    "opinión": "opinion",
    "opinioni": "opinion",
    "obituaries": "obituary",
    "obituary": "obituary",
    "reviews": "review",
    "interviews": "interview",
    "interview": "interview",
    "press-releases": "press_release",
    "press-release": "press_release",
    "pressreleases": "press_release",
    "pressemitteilungen": "press_release",
    "live": "live_blog",
    "liveblog": "live_blog",
}
"""Names of sections, as they stand in addresses and breadcrumbs, that say what sort of piece stands there."""
_PLAIN_TYPES: Final = frozenset(("NewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle", "AnalysisNewsArticle"))


def find_kind(draft: Draft, sections: tuple[str, ...]) -> Found[ArticleKind]:
    """The sort of piece: a telling type first, then the section's name, then the plain "news" of a NewsArticle."""
    return choose([*_from_types(draft), *_from_sections(draft, sections)])


def _from_types(draft: Draft) -> Iterator[Finding[ArticleKind]]:
    for story in draft.stories:
        for name in schema.types(story):
            kind = _BY_TYPE.get(name)
            if kind and not (name in schema.WEAK_TYPES and story is not draft.stories[0]):
                yield Finding(f"jsonld:{name}", kind, name, 1.0 if name in _PLAIN_TYPES else 3.0)


def _from_sections(draft: Draft, sections: tuple[str, ...]) -> Iterator[Finding[ArticleKind]]:
    for name in sections:
        kind = _BY_SECTION.get(name.casefold())
        if kind:
            yield Finding("section", kind, name, 2.0)
    path = (draft.url or "").split("://", 1)[-1].partition("?")[0]
    for part in path.split("/")[1:-1]:
        kind = _BY_SECTION.get(part.casefold())
        if kind:
            yield Finding("url", kind, part, 2.0)
