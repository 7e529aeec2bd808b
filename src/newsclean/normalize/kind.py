"""The field `kind`: what sort of piece it is."""

from __future__ import annotations

import re
from functools import lru_cache
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
    "MediaGallery": "gallery",
    "VideoObject": "video",
    "NewsVideoObject": "video",
    "NewsArticle": "news",
    "ReportageNewsArticle": "news",
    "BackgroundNewsArticle": "news",
    "AnalysisNewsArticle": "news",
    "AskPublicNewsArticle": "news",
}
_SECTIONS: Final[Mapping[ArticleKind, str]] = {
    "opinion": "opinion opinions commentisfree comment commentary editorial editorials op-ed op-eds columnists "
    "columns opinion-analysis meinung meinungen kommentar kommentare kolumne kolumnen leitartikel "
    "gastbeitrag opinión opiniones columnas editoriales opinioni commenti editoriali idees tribunes "
    "editos opinie opinies debatt kronikk ledare opinião opiniao colunistas görüş yazarlar мнения мнение "
    "opinie-debat viewpoint perspectives letters letters-to-the-editor leserbriefe leserbrief débats "
    "debats tribune éditorial éditoriaux cartas-al-director lettere lezersbrieven debate opinia "
    "komentarze publicystyka yorum köşe-yazıları колонки názory komentáře vélemény γνώμες απόψεις 社説 コラム "
    "オピニオン 评论 評論 社论 社評 观点 사설 칼럼 오피니언 رأي آراء مقالات-الرأي یادداشت سرمقاله دیدگاه opini "
    "tajuk-rencana",
    "obituary": "obituaries obituary obits nachruf nachrufe obituarios necrologie nécrologie nécrologies necrologi "
    "nekrologi nekrologe некролог некрологи necrológicas dødsfall dödsfall overlijdens muistokirjoitukset "
    "訃報 おくやみ 讣告 訃聞 부고 وفيات درگذشت",
    "review": "reviews review rezension rezensionen kritik kritiken critiques reseñas resenas recensioni recensies "
    "anmeldelser recenzje recenze recensioner arvostelut рецензии eleştiri レビュー 书评 書評 리뷰",
    "interview": "interviews interview entrevistas entrevista entretiens entretien interviste intervista wywiady "
    "wywiad gespräch gespräche rozhovory rozhovor röportaj röportajlar söyleşi интервью interjú "
    "haastattelu wawancara インタビュー 专访 專訪 访谈 인터뷰 مقابلة مقابلات حوار حوارات گفتگو گفت‌وگو مصاحبه",
    "press_release": "press-releases press-release pressreleases pressrelease news-release news-releases "
    "pressemitteilungen pressemitteilung pressemeldungen pressemeldung communiques communiqué "
    "comunicados comunicati-stampa persberichten",
    "live_blog": "live liveblog live-blog liveblogs live-blogs liveticker live-ticker newsblog live-news livenews",
    "gallery": "gallery galleries photos picture-gallery in-pictures pictures slideshow slideshows fotostrecke "
    "fotostrecken bildergalerie bildergalerien fotogalerie fotogalerias fotogalería diaporama "
    "diaporamas photo-essay",
    "video": "video videos watch videoplayer mediathek",
    "recipe": "recipes recipe rezept rezepte recettes recette recetas receta ricette ricetta recepten "
    "oppskrifter recept",
}  # fmt: skip
_BY_SECTION: Final[Mapping[str, ArticleKind]] = {
    name: kind for kind, names in _SECTIONS.items() for name in names.split()
}
"""Names of sections that say what sort of piece stands there: in addresses, in breadcrumbs, before headlines."""
_VIDEO: Final = re.compile(r"video(?:\.(?:other|movie|episode))?", re.IGNORECASE)
"""Values of `og:type`."""
VIDEO_WORDS: Final = 300
"""Words from which a page that declares a video, or is labelled so, is a story with a video in it."""
_LIVE_SLUG: Final = re.compile(
    r"(?:^|-)(?:live-?blog|live-?ticker|live-updates?|newsblog|as-it-happened|minute-by-minute)(?:[-.]|$)"
)
"""Addresses of live blogs: the words of news desks in English and German."""
_TELLING_ENDS: Final = frozenset(
    "reviews opinion opinions obituaries editorials columns interviews rezensionen kritiken".split()
)
"""What is telling as the second of two words, too: "Film reviews"."""
_OF_DEAD: Final = re.compile(r"\w\s+obituary$", re.IGNORECASE)
"""English newspapers head their obituaries with a name and this word."""
LEAD_BLOCKS: Final = 3
"""First blocks of the story, one of which has the dateline: a heading may stand before it."""
LEAD_CHARS: Final = 160
"""Of the first blocks: a place, a date and the service stand before the first sentence."""
_RELEASED: Final = re.compile(
    r"/\s?(?:PRNewswire|CNW|EINPresswire(?:\.com)?|PRNewsfoto)[\w\s-]{0,20}/|"
    r"\((?:BUSINESS WIRE|GLOBE NEWSWIRE|ACCESSWIRE|Newsfile Corp\.?|Marketwired|"
    r"ots|EQS-News|APA-OTS)\)|^FOR IMMEDIATE RELEASE\b",
)
_AND: Final = re.compile(r"\s*(?:[&/,|·]|\band\b|\bund\b)\s*")
_LABEL: Final = re.compile(r"\s*([^\W\d_][\w\s-]{2,24}?)\s?[:|]\s")
"""What stands before a headline and a colon or a bar."""
_PLAIN_TYPES: Final = frozenset(("NewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle", "AnalysisNewsArticle"))


def find_kind(draft: Draft, sections: tuple[str, ...]) -> Found[ArticleKind]:
    """The sort of piece.

    A telling type comes first, then the section's name, then the label before the headline, then the plain "news" of a
    NewsArticle.

    Args:
        draft: the page.
        sections: its section and its breadcrumbs.
    """
    long = sum(draft.page.blocks[index].words for index in draft.outcome.kept) >= VIDEO_WORDS
    found = (
        *_from_types(draft, long=long),
        *_from_sections(draft, sections),
        *_from_headline(draft, long=long),
        *_from_dateline(draft),
    )
    return choose(found)


def _from_types(draft: Draft, *, long: bool) -> Iterator[Finding[ArticleKind]]:
    for story in draft.stories:
        for name in schema.types(story):
            kind = _BY_TYPE.get(name)
            weak = name in schema.WEAK_TYPES and (story is not draft.stories[0] or (kind == "video" and long))
            if kind and not weak:
                yield Finding(f"jsonld:{name}", kind, name, 1.0 if name in _PLAIN_TYPES else 3.0)
    for name in draft.structured.item_types:
        if name in _BY_TYPE:
            yield Finding(f"microdata:{name}", _BY_TYPE[name], name, 0.9 if name in _PLAIN_TYPES else 2.9)
    for name in draft.structured.rdfa.types:
        if name in _BY_TYPE:
            yield Finding(f"rdfa:{name}", _BY_TYPE[name], name, 0.9 if name in _PLAIN_TYPES else 2.9)
    declared = draft.structured.first("og:type") or ""
    if _VIDEO.fullmatch(declared) and not long:
        yield Finding("meta:og:type", "video", declared, 1.8)


def _from_sections(draft: Draft, sections: tuple[str, ...]) -> Iterator[Finding[ArticleKind]]:
    for name in sections:
        kind = _named(name)
        if kind:
            yield Finding("section", kind, name, 2.0)
    path = (draft.url or "").split("://", 1)[-1].partition("?")[0].casefold()
    parts = path.split("/")[1:]
    for part in parts[:-1]:
        kind = _BY_SECTION.get(part)
        if kind:
            yield Finding("url", kind, part, 2.0)
    slug = max(parts, key=len, default="")
    if _LIVE_SLUG.search(slug):
        yield Finding("url", "live_blog", slug, 2.2)


@lru_cache(maxsize=256)
def _named(section: str) -> ArticleKind | None:
    """The sort of piece that stands in a section: by its name, one of its names, or its second word."""
    folded = section.casefold()
    for part in (folded, *_AND.split(folded)):
        words = part.split()
        kind = _BY_SECTION.get("-".join(words))
        if kind is None and len(words) == 2 and words[1] in _TELLING_ENDS:  # noqa: PLR2004 - longer names tell of more
            kind = _BY_SECTION[words[1]]
        if kind:
            return kind
    return None


def _from_headline(draft: Draft, *, long: bool) -> Iterator[Finding[ArticleKind]]:
    """The label before a headline, as "Interview: ..." and "Opinion | ..."."""
    structured = draft.structured
    for source, text in (("dom:h1", next(iter(structured.h1), "")), ("dom:title", structured.title or "")):
        match = _LABEL.match(text)
        kind = _named(match[1]) if match else "obituary" if _OF_DEAD.search(text) else None
        if kind and not (kind in ("video", "gallery") and long):
            yield Finding(source, kind, text, 1.5)


def _from_dateline(draft: Draft) -> Iterator[Finding[ArticleKind]]:
    """The service that spreads a press release, as it stands in its first line."""
    for index in draft.outcome.kept[:LEAD_BLOCKS]:
        match = _RELEASED.search(draft.page.blocks[index].text[:LEAD_CHARS])
        if match:
            yield Finding("block:dateline", "press_release", match[0], 2.1)
