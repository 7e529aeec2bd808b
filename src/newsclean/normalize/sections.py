"""The fields `breadcrumbs`, `section` and `keywords`."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from newsclean.cues.breadcrumbs import breadcrumb
from newsclean.cues.lexicon import fold, lexicon
from newsclean.html import schema
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose
from newsclean.normalize.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.normalize.draft import Draft

MAX_KEYWORDS: Final = 50
"""More are the vocabulary of a site and not of a story."""
MAX_KEYWORD_CHARS: Final = 80
MAX_TAG_LINKS: Final = 20
"""More are those of a list of stories, each with its own."""
MAX_TRAIL: Final = 7
"""Parts of a trail; an element with more links is the page."""
MAX_PART_CHARS: Final = 160
"""The last part may be the headline."""
_TRAIL: Final = (
    "[itemtype*=BreadcrumbList] [itemprop=itemListElement] [itemprop=name],"
    "[class*=breadcrumb i] a,[aria-label*=breadcrumb i] a"
)
"""The parts of a trail: names of microdata, else links."""
_LABEL: Final = re.compile(r"^[^:：]{1,40}[:：]\s*")
"""What a list of tags begins with: "Filed under:"."""
_TAG_META: Final = (
    "article:tag",
    "news_keywords",
    "keywords",
    "parsely-tags",
    "sailthru.tags",
    "dc.subject",
    "dcterms.subject",
)
_SECTION_META: Final = ("article:section", "parsely-section", "og:section", "section", "articlesection", "dc.subject")


def find_breadcrumbs(draft: Draft) -> Found[tuple[str, ...]]:
    """The trail from the root of the site down to the story's section; the story itself is no part of it."""
    found = []
    ruled = list(draft.rule_values("breadcrumbs"))
    if ruled:
        texts = [text for _, text in ruled]
        parts = (breadcrumb(texts[0]) or tuple(texts)) if len(texts) == 1 else tuple(texts)
        found.append(Finding(ruled[0][0], parts, " / ".join(texts), RULE_WEIGHT))
    for moved in draft.moved("breadcrumb"):
        parts = breadcrumb(moved.text) or (moved.text,)
        found.append(Finding(f"block:{moved.verdict.by}", parts, moved.text, 2.0 if len(parts) > 1 else 1.0))
    for node in draft.structured.jsonld:
        if "BreadcrumbList" in schema.types(node):
            parts = tuple(_trail(node, draft.references))
            if parts:
                found.append(Finding("jsonld:BreadcrumbList", parts, " / ".join(parts), 3.0))
    if not found:
        parts = _marked_trail(draft)
        found += [Finding("dom:breadcrumb", parts, " / ".join(parts), 1.5)] if parts else []
    return choose(found)


def _marked_trail(draft: Draft) -> tuple[str, ...]:
    """The links of an element that its markup calls a trail, or the names of microdata; nothing of a long list."""
    document = draft.page.document
    if document is None or "readcrumb" not in document.html:
        return ()
    parts = tuple(dict.fromkeys(map(normalise, islice(document.texts(_TRAIL), MAX_TRAIL * 4 + 1))))
    return parts if 0 < len(parts) <= MAX_TRAIL and max(map(len, parts)) <= MAX_PART_CHARS else ()


def _trail(node: Mapping[str, Any], references: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    items = [item for item in schema.objects(node.get("itemListElement"), references) if not isinstance(item, str)]
    items.sort(key=_position)
    for item in items:
        inner = item.get("item")
        text = schema.text(item.get("name")) or (schema.text(inner.get("name")) if isinstance(inner, dict) else None)
        if text and not text.startswith(("http://", "https://", "/")):
            yield normalise(unescape(text))


def _position(item: Mapping[str, Any]) -> float:
    try:
        return float(item.get("position") or 0)
    except (TypeError, ValueError):
        return 0.0


def without_title(trail: Found[tuple[str, ...]], title: str | None) -> Found[tuple[str, ...]]:
    """A trail without its last part when that is the headline."""
    if trail.value and title and fold(trail.value[-1]) == fold(title):
        return Found(trail.value[:-1], trail.provenance) if len(trail.value) > 1 else Found(None, None)
    return trail


def find_section(draft: Draft, trail: tuple[str, ...], *, site: str | None, language: str | None) -> Found[str]:
    """The first part of the trail below the root of the site, or what the page declares.

    "News", "Home" and the site's own name are roots: they are above every story and tell nothing of this one. So the
    section of ("News", "World", "Asia") is "World".

    Args:
        draft: the page.
        trail: its breadcrumbs.
        site: name of the site.
        language: primary subtag, for the names of roots.
    """
    found = [Finding(source, text, text, RULE_WEIGHT) for source, text in draft.rule_values("section")]
    roots, name = _roots(language), fold(site or "")
    below = next((part for part in trail if (folded := fold(part)) not in roots and folded != name), None)
    if below:
        found.append(Finding("breadcrumbs", below, " / ".join(trail), 3.0))
    for story in draft.stories[:1]:
        declared = schema.texts(story.get("articleSection"))[:1]
        found += [Finding("jsonld:articleSection", normalise(unescape(text)), text, 2.0) for text in declared]
    for name in _SECTION_META:
        content = draft.structured.first(name)
        if content and len(content) <= MAX_KEYWORD_CHARS:
            found.append(Finding(f"meta:{name}", normalise(unescape(content)), content, 1.0))
    return choose([finding for finding in found if finding.value], fold)


@cache
def _roots(language: str | None) -> frozenset[str]:
    return frozenset(lexicon(language)["breadcrumb.roots"])


def find_keywords(draft: Draft) -> Found[tuple[str, ...]]:
    """What the story is filed under: the first source that names anything."""
    found = []
    ruled = list(draft.rule_values("keywords"))
    if ruled:
        found.append(_keywords(ruled[0][0], (text for _, text in ruled), RULE_WEIGHT))
    meta = draft.structured.meta
    declared = [("jsonld:keywords", schema.texts(story.get("keywords"))) for story in draft.stories[:1]]
    declared += [(f"meta:{name}", list(contents)) for name in _TAG_META if (contents := meta.get(name))]
    found += [
        _keywords(source, map(unescape, texts), 3.0 - rank / 10)
        for rank, (source, texts) in enumerate(declared)
        if texts
    ]
    moved = list(draft.moved("tags"))
    if moved:
        items = [part for one in moved for part in ([one.text] if "tag" in one.verdict.evidence else _listed(one.text))]
        lists = _keywords(f"block:{moved[0].verdict.by}", items, 1.0)
        found.append(lists._replace(raw="; ".join(one.text for one in moved)))
    if not any(finding.value for finding in found):
        found.append(_keywords("dom:rel-tag", _tag_links(draft), 0.5))
    return choose([finding for finding in found if finding.value], lambda value: frozenset(map(fold, value)))


def _tag_links(draft: Draft) -> list[str]:
    """The links that the markup calls tags; none of many, which are those of a list of stories."""
    document = draft.page.document
    if document is None:
        return []
    texts = list(islice(document.texts('a[rel~="tag" i]'), MAX_TAG_LINKS + 1))
    return texts if len(texts) <= MAX_TAG_LINKS else []


def _keywords(source: str, texts: Iterable[str], weight: float) -> Finding[tuple[str, ...]]:
    texts = list(texts)
    parts = chain.from_iterable(_split(text) for text in texts) if len(texts) == 1 else texts
    cleaned = dict.fromkeys(word for part in parts if (word := normalise(part)) and len(word) <= MAX_KEYWORD_CHARS)
    return Finding(source, tuple(cleaned)[:MAX_KEYWORDS], "; ".join(texts), weight)


def _listed(text: str) -> list[str]:
    return _split(_LABEL.sub("", text))


def _split(text: str) -> list[str]:
    """One string to its keywords: at semicolons where there are any, else at commas, the Arabic and CJK ones too."""
    for marks in (";", "|", ",،、，", "#", "•·"):
        if any(mark in text for mark in marks):
            for mark in marks[1:]:
                text = text.replace(mark, marks[0])
            return text.split(marks[0])
    return [text]
