"""Pages that tell many stories, or one in pictures: a caption there need not share words with the rest."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newsclean.cues.lexicon import fold, lexicon
from newsclean.html import schema

if TYPE_CHECKING:
    from newsclean.page import Reading

_TYPES: Final = frozenset(("LiveBlogPosting", "ImageGallery"))
_SECTIONS: Final = frozenset((
    "live", "liveblog", "live-blog", "liveticker", "gallery", "galleries", "photogallery", "photo-gallery", "photos",
    "pictures",    "in-pictures", "slideshow", "fotostrecke", "bilder", "galerie", "galeria", "fotogaleria",
))  # fmt: skip
"""Parts of addresses under which such pages stand."""


def tells_many_stories(reading: Reading) -> bool:
    """Whether a page is a live blog, a round-up of headlines or a photo essay, by what it declares and its headline."""
    page = reading.page
    if page.document is not None:
        for node in page.document.structured.stories[:1]:
            if not _TYPES.isdisjoint(schema.types(node)):
                return True
    if page.url and not _SECTIONS.isdisjoint(_folders(page.url)):
        return True
    title = fold(page.blocks[reading.title].text) if reading.title >= 0 else ""
    return bool(title) and _phrases(reading.language).search(title) is not None


def _folders(url: str) -> list[str]:
    try:
        return urlsplit(url).path.casefold().split("/")[:-1]
    except ValueError:
        return []


@cache
def _phrases(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lexicon(language).alternation('ownership.many_stories')}(?!\w)")
