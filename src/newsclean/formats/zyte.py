"""Zyte: the article in the shape of Zyte's API and of its library zyte-common-items, for spiders that know it.

Names are those of `zyte_common_items.Article`. It has no place for captions, updates, corrections or removals. Its
`url` is required there: an article whose address nobody knows has none.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from newsclean.formats import html, structure
from newsclean.formats.mappings import dumps, found
from newsclean.formats.moments import timestamp

if TYPE_CHECKING:
    from newsclean.article import Article

_DATES: Final = {"datePublished": "date_published", "dateModified": "date_modified"}


def render(article: Article) -> str:
    """The object of `build`, as indented JSON."""
    return dumps(build(article))


def build(article: Article) -> dict[str, Any]:
    """The article as `zyte_common_items.Article.from_dict` takes it; members that were not found are left out.

    Unlike Zyte's own, `datePublished` is never filled from the date of modification.
    """
    images = [{"url": url} for url in map(structure.address, structure.photographs(article)) if url]
    main = next((structure.address(image) for image in article.images if image.is_main), None)
    return found(
        url=article.url or article.canonical_url,
        canonicalUrl=article.canonical_url,
        headline=article.title,
        **_dates(article),
        authors=[found(name=each.name, nameRaw=each.raw, url=each.url) for each in article.authors],
        breadcrumbs=[{"name": name} for name in article.breadcrumbs],
        inLanguage=article.language.partition("-")[0] if article.language else None,
        mainImage={"url": main} if main else None,
        images=images,
        videos=[{"url": image.url} for image in structure.videos(article)],
        description=article.description or article.standfirst,
        articleBody=article.text,
        articleBodyHtml=html.body(article),
        metadata=found(
            dateDownloaded=timestamp(article.fetched_at.astimezone(UTC)) if article.fetched_at else None,
            probability=article.confidence,
        ),
    )


def _dates(article: Article) -> dict[str, str]:
    """Each date in ISO 8601 with its time, and as the page has it."""
    out: dict[str, str] = {}
    for name, field in _DATES.items():
        moment = getattr(article, field)
        if moment is not None:
            provenance = article.provenance.get(field)
            out |= found(**{name: timestamp(moment), f"{name}Raw": provenance.raw if provenance else None})
    return out
