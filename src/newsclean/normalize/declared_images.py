"""What a page declares of its pictures: captions and credits in JSON-LD and in the attributes of image elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.cues.caption_credits import bare_credit, split_caption
from newsclean.cues.credits import find_credit
from newsclean.cues.picture_text import same_words, story_texts
from newsclean.html import schema
from newsclean.normalize.pictures import names_of
from newsclean.normalize.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.normalize.draft import Draft

MAX_OBJECTS: Final = 100
"""Image objects read; galleries of the evaluation corpus declare up to 50."""
_CREDITS: Final = ("creditText", "copyrightNotice", "copyrightHolder", "author", "creator")
"""Properties of ImageObject, https://schema.org/ImageObject, the plainest first."""
_CAPTION_ATTRIBUTE = re.compile(r"data-(?:[a-z]+-)*caption(?:-text)?", re.IGNORECASE)
_CREDIT_ATTRIBUTE = re.compile(
    r"data-(?:[a-z]+-)*(?:credits?|copyright|photographer|attribution|caption-credit)", re.IGNORECASE
)
_HINTS: Final = ("caption", "credit", "copyright", "photographer", "attribution")
"""One of these is in whatever the two patterns find."""
_SEPARATORS: Final = " |–—-·©:;,("


class Told(NamedTuple):
    """What is said of a picture."""

    caption: str | None
    credit: str | None


class DeclaredImages:
    """The image objects of a page's JSON-LD, to be asked by address."""

    def __init__(self, draft: Draft, language: str | None) -> None:
        self._by_name: dict[str, Told | None] = {}
        for node in _objects(draft):
            told = _told(node, language, draft)
            if told == (None, None):
                continue
            for name in {
                name for key in ("url", "contentUrl") if (url := schema.text(node.get(key))) for name in names_of(url)
            }:
                known = self._by_name.get(name, told)
                self._by_name[name] = told if known == told else None  # what two pictures are called tells nothing

    def about(self, url: str) -> Told:
        """What is declared of the picture at an address, in any of its sizes."""
        if not self._by_name:
            return Told(None, None)
        found = (self._by_name.get(name) for name in sorted(names_of(url)))
        return next(filter(None, found), Told(None, None))


def told_by_attributes(attributes: Mapping[str, str | None], language: str | None = None) -> Told:
    """Caption and credit in the attributes of an image element: `data-caption`, `title="The quay | Jane Roe/AFP"`."""
    caption = credit = None
    for name, value in attributes.items():
        if value and name.startswith("data-") and any(map(name.__contains__, _HINTS)):
            if _CREDIT_ATTRIBUTE.fullmatch(name):
                credit = credit or bare_credit(normalise(value), language)
            elif _CAPTION_ATTRIBUTE.fullmatch(name) and "<" not in value:
                caption = caption or normalise(value)
    if caption:
        caption, found = split_caption(caption, language)
        credit = credit or found
    return Told(caption or None, credit or _title_credit(attributes, language))


def _title_credit(attributes: Mapping[str, str | None], language: str | None) -> str | None:
    written = attributes.get("title")
    if not written or written == attributes.get("alt"):
        return None
    title, alt = normalise(written), normalise(attributes.get("alt") or "")
    rest = title.removeprefix(alt) if alt else title
    if alt and rest != title and rest[:3].strip()[:1] in tuple("|©–—-("):
        return bare_credit(rest.strip(_SEPARATORS), language)
    return find_credit(title, language).credit


def _objects(draft: Draft) -> Iterator[Mapping[str, Any]]:
    seen = 0
    for story in draft.stories[:1]:
        for node in schema.objects(story.get("image"), draft.references):
            if not isinstance(node, str) and seen < MAX_OBJECTS:
                seen += 1
                yield node
    for node in draft.structured.jsonld:
        if "ImageObject" in schema.types(node) and seen < MAX_OBJECTS:
            seen += 1
            yield node


def _told(node: Mapping[str, Any], language: str | None, draft: Draft) -> Told:
    raw = normalise(schema.text(node.get("caption")) or "")
    if any(same_words(raw, other) for other in story_texts(draft.structured)):
        raw = ""
    caption, found = split_caption(raw, language) if raw else ("", None)
    credit = next(
        (text for key in _CREDITS if (text := schema.text(node.get(key))) and not text.startswith("http")), None
    )
    name = bare_credit(normalise(credit), language) if credit else None
    return Told(caption or None, name or found)
