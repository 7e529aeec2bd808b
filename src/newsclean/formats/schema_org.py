"""schema.org: the article as a JSON-LD object, for pages, search engines and knowledge graphs.

Names and types are those of https://schema.org/NewsArticle. What schema.org has no type for, as an interview, is a
`NewsArticle` with a `genre`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newsclean.formats import structure
from newsclean.formats.mappings import dumps, found
from newsclean.formats.moments import iso, timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.article import Article, ArticleKind
    from newsclean.model import Author, Image, Update

_TYPES: Final[Mapping[ArticleKind, str]] = {
    "news": "NewsArticle",
    "opinion": "OpinionNewsArticle",
    "review": "ReviewNewsArticle",
    "live_blog": "LiveBlogPosting",
    "interview": "NewsArticle",
    "obituary": "NewsArticle",
    "press_release": "NewsArticle",
    "gallery": "NewsArticle",
    "video": "NewsArticle",
    "recipe": "Article",
    "other": "Article",
}
_GENRES: Final = frozenset(("interview", "obituary", "press_release", "gallery", "video", "recipe"))
"""Kinds that have no type of their own; a `Recipe` is a list of ingredients, not an article."""


def render(article: Article) -> str:
    """The object of `build`, as indented JSON."""
    return dumps(build(article))


def build(article: Article) -> dict[str, Any]:
    """The article as a JSON-LD object with `@context` and `@type`; members that were not found are left out."""
    return found(
        **{"@context": "https://schema.org", "@type": _TYPES[article.kind]},
        headline=article.title,
        alternativeHeadline=article.standfirst,
        description=article.description,
        articleBody=article.text,
        wordCount=article.word_count or None,
        genre=article.kind.replace("_", " ") if article.kind in _GENRES else None,
        articleSection=article.section,
        keywords=list(article.keywords),
        inLanguage=article.language,
        author=[_author(author) for author in article.authors],
        datePublished=iso(article, "date_published"),
        dateModified=iso(article, "date_modified"),
        image=[_image(image) for image in structure.photographs(article)],
        video=[_video(image) for image in structure.videos(article)],
        hasPart=[_post(image) for image in structure.posts(article)],
        publisher=_named("Organization", article.publisher),
        isPartOf=_named("WebSite", article.site),
        url=article.url,
        mainEntityOfPage=_page(article),
        isAccessibleForFree=article.is_accessible_for_free,
        license=_license(article.license),
        correction=list(article.corrections),
        liveBlogUpdate=[_update(update) for update in article.updates] if article.kind == "live_blog" else None,
    )


def _license(text: str | None) -> str | dict[str, Any] | None:
    """An address, or a work of that name: schema.org takes no other text."""
    return text if not text or structure.is_web_address(text) else _named("CreativeWork", text)


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": name} if name else None


def _author(author: Author) -> dict[str, Any]:
    if author.kind == "organisation":
        return found(**{"@type": "Organization"}, name=author.name, url=author.url)
    return found(**{"@type": "Person"}, name=author.name, jobTitle=author.role, url=author.url)


def _video(image: Image) -> dict[str, Any]:
    return found(**{"@type": "VideoObject"}, embedUrl=image.url, name=image.alt, width=image.width, height=image.height)


def _post(image: Image) -> dict[str, Any]:
    return found(**{"@type": "SocialMediaPosting"}, url=image.url, name=image.alt)


def _image(image: Image) -> dict[str, Any]:
    return found(
        **{"@type": "ImageObject"},
        url=structure.address(image),
        caption=image.caption,
        creditText=image.credit,
        description=image.alt,
        width=image.width,
        height=image.height,
        representativeOfPage=image.is_main or None,
    )


def _page(article: Article) -> dict[str, Any] | None:
    """The page that the article stands on: its declared address and its place in the site."""
    trail = [{"@type": "ListItem", "position": at, "name": name} for at, name in enumerate(article.breadcrumbs, 1)]
    page = found(
        **{"@id": article.canonical_url or article.url},
        breadcrumb={"@type": "BreadcrumbList", "itemListElement": trail} if trail else None,
    )
    return {"@type": "WebPage", **page} if page else None


def _update(update: Update) -> dict[str, Any]:
    return found(
        **{"@type": "BlogPosting"},
        headline=update.title,
        datePublished=timestamp(update.time) if update.time else None,
        articleBody="\n\n".join(block.text for block in update.blocks),
    )
