"""ninjs: the article in the news industry's JSON, IPTC's ninjs 2.1, for editorial systems and news feeds.

Names are those of https://iptc.org/standards/ninjs/: lists of texts with a role and a content type, and pictures as
associated items of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newsclean.formats import html, structure
from newsclean.formats.mappings import dumps, found
from newsclean.formats.moments import iso

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.article import Article, Completeness
    from newsclean.model import Author, Image

STANDARD: Final = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}
"""Which standard the object follows."""

_PLAIN: Final = "text/plain"
_HTML: Final = "text/html"
_REPRESENTATION: Final[Mapping[Completeness, str | None]] = {
    "full": "complete",
    "partial": "incomplete",
    "unknown": None,
}


def render(article: Article) -> str:
    """The object of `build`, as indented JSON."""
    return dumps(build(article))


def build(article: Article) -> dict[str, Any]:
    """The article as a ninjs item of type `text`; members that were not found are left out.

    `uri` is the address that the page declares, else the one it was found at, else `urn:sha256:` and the content hash.
    """
    uri = article.canonical_url or article.url or f"urn:sha256:{article.content_hash}"
    return found(
        standard=STANDARD,
        uri=uri,
        type="text",
        representationtype=_REPRESENTATION[article.completeness],
        firstcreated=iso(article, "date_published"),
        versioncreated=iso(article, "date_modified") or iso(article, "date_published"),
        language=article.language,
        headlines=_texts(main=article.title),
        descriptions=_texts(standfirst=article.standfirst, summary=article.description),
        bodies=_bodies(article),
        by=", ".join(author.name for author in article.authors),
        people=[_author(each) for each in article.authors if each.kind == "person"],
        organisations=[_author(each) for each in article.authors if each.kind == "organisation"],
        infosources=[found(name=article.publisher or article.site)] if article.publisher or article.site else None,
        subjects=[{"name": name} for name in dict.fromkeys((*filter(None, (article.section,)), *article.keywords))],
        genres=[{"name": article.kind.replace("_", " ")}] if article.kind != "other" else None,
        usageterms=article.license,
        ednote="\n".join(article.corrections),
        associations=[
            _picture(f"picture-{at}", image, uri) for at, image in enumerate(structure.photographs(article), 1)
        ],
    )


def _texts(**roles: str | None) -> list[dict[str, Any]]:
    return [{"role": role, "contenttype": _PLAIN, "value": text} for role, text in roles.items() if text]


def _bodies(article: Article) -> list[dict[str, Any]]:
    """The body as plain text, with its length, and as HTML."""
    text = article.text
    if not text:
        return []
    counts = {"charcount": len(text), "wordcount": article.word_count}
    return [
        {"role": "main", "contenttype": _PLAIN, **counts, "value": text},
        {"role": "main", "contenttype": _HTML, **counts, "value": html.body(article)},
    ]


def _author(author: Author) -> dict[str, Any]:
    return found(name=author.name, rel="author", uri=author.url)


def _picture(name: str, image: Image, uri: str) -> dict[str, Any]:
    """A picture as an item of its own; one whose address nobody knows is a part of the article's."""
    url = structure.address(image)
    return found(
        name=name,
        uri=url or f"{uri}#{name}",
        type="picture",
        by=image.credit,
        descriptions=_texts(caption=image.caption, alternative=image.alt),
        renditions=[found(name="original", href=url, width=image.width, height=image.height)] if url else None,
    )
