"""ninjs: the article in the news industry's JSON, IPTC's ninjs 2.0, for editorial systems and news feeds.

Names are those of https://iptc.org/standards/ninjs/: lists of texts with a role and a content type; pictures, players
and posts as associated items of their own. The standard's schema takes times of day with their offset and nothing else,
and addresses in ASCII.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from newsclean.embeds import embed_kind
from newsclean.formats import html, structure
from newsclean.formats.mappings import dumps, found
from newsclean.formats.moments import iso

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.article import Article, Completeness
    from newsclean.embeds import EmbedKind
    from newsclean.model import Author, Image

STANDARD: Final = {
    "name": "ninjs",
    "version": "2.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.0.json",
}
"""Which standard the object follows: the newest version whose schema it was checked against."""

_PLAIN: Final = "text/plain"
_HTML: Final = "text/html"
_REPRESENTATION: Final[Mapping[Completeness, str | None]] = {
    "full": "full",
    "partial": "partial",
    "unknown": None,
}
_ASSOCIATED: Final[Mapping[EmbedKind | None, tuple[str, str]]] = {
    None: ("picture", "original"),
    "video": ("video", "player"),
    "post": ("composite", "embed"),
}
"""Of pictures, players and posts the item's type, by which it is also named, and the name of its one rendition."""
_IN_ADDRESS: Final = "%:/?#@!$&'()*+,;=~"
"""What stays as it is in an address, beside letters, digits and "_.-"."""
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def render(article: Article) -> str:
    """The object of `build`, as indented JSON."""
    return dumps(build(article))


def build(article: Article) -> dict[str, Any]:
    """The article as a ninjs item of type `text`; members that were not found are left out.

    `uri` is the address that the page declares, else the one it was found at, else `urn:sha256:` and the content hash.
    """
    uri = _address(article.canonical_url or article.url) or f"urn:sha256:{article.content_hash}"
    linked = structure.is_web_address(article.license or "")
    published, modified = iso(article, "date_published"), iso(article, "date_modified")
    return found(
        standard=STANDARD,
        uri=uri,
        type="text",
        representationtype=_REPRESENTATION[article.completeness],
        firstcreated=_exact(published),
        versioncreated=_exact(modified or published),
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
        usageterms=None if linked else article.license,
        rightsinfo={"linkedrights": _address(article.license)} if linked else None,
        ednote="\n".join((*article.corrections, *_inexact(published=published, modified=modified))),
        associations=_associations(article, uri),
    )


def _exact(moment: str | None) -> str | None:
    """A time in ISO 8601 when it says of which zone it is; it has to."""
    return moment if moment and re.search(r"T.*(?:Z|[+-]\d\d:\d\d)$", moment) else None


def _inexact(**moments: str | None) -> Iterator[str]:
    """What is known of the dates that are no `_exact` ones, in words for the receiver's desk."""
    for what, moment in moments.items():
        if moment and not _exact(moment):
            yield f"Date {what}, as far as known: {moment}"


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
    return found(name=author.name, rel="author", uri=_address(author.url))


def _associations(article: Article, uri: str) -> list[dict[str, Any]]:
    """Pictures, players and posts as items, each kind numbered for itself."""
    numbers: Counter[str] = Counter()
    items = []
    for image in article.images:
        kind, rendition = _ASSOCIATED[embed_kind(image.url)]
        numbers[kind] += 1
        items.append(_item(image, uri, kind=kind, name=f"{kind}-{numbers[kind]}", rendition=rendition))
    return items


def _item(image: Image, uri: str, *, kind: str, name: str, rendition: str) -> dict[str, Any]:
    """A picture or embed as an item of its own; one whose address nobody knows is a part of the article's."""
    url = _address(structure.address(image))
    page = None if kind == "picture" else _HTML
    shown = found(name=rendition, href=url, contenttype=page, width=image.width, height=image.height)
    return found(
        name=name,
        uri=url or f"{uri.partition('#')[0]}#{name}",
        type=kind,
        by=image.credit,
        descriptions=_texts(caption=image.caption, alternative=image.alt),
        renditions=[shown] if url else None,
    )


def _address(url: str | None) -> str | None:
    """The address as a URI, which is ASCII and has brackets in the host alone."""
    if not url:
        return None
    scheme, mark, rest = _LOOSE_PERCENT.sub("%25", url).partition("://")
    host, slash, path = rest.partition("/")
    quoted = (
        quote(host, safe=f"{_IN_ADDRESS}[]", errors="replace"),
        slash,
        quote(path, safe=_IN_ADDRESS, errors="replace"),
    )
    return "".join((scheme, mark, *quoted))
