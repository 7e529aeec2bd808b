"""Players and posts of other sites that stand in the story, as images with their address.

A post that its page quotes (`blockquote`) is no embed: readers see its words, which are blocks of kind `quote`. Posts
of sites for pictures and films are both: a script puts the post in the quote's place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.embeds import embed_kind
from newsclean.model import Image
from newsclean.normalize.pictures import declared_pixels
from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.normalize.draft import Draft
    from newsclean.normalize.region import Region

MAX_EMBEDS: Final = 40
"""So that pictures have a place beside them; the stories of the evaluation corpus have up to ten."""
_SOURCES: Final = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cmp-src", "data-src-cmplz")
"""Where lazy pages and consent banners put the address of a frame."""
_YOUTUBE: Final = "https://www.youtube.com/embed/"
_NUMBERS: Final = ("data-videoid", "videoid")
"""Where <amp-youtube> and <lite-youtube> have the name of the film."""
_PICTURE_POST = re.compile(r"https://(?:www\.)?instagram\.com/(?:p|reel|tv)/[\w-]+", re.ASCII)
_FILM_POST = re.compile(r"https://(?:www\.)?tiktok\.com/@[\w.-]+/video/(\d+)", re.ASCII)


def find_embeds(draft: Draft, region: Region) -> Iterator[Image]:
    """The embeds of the story in page order, each address once: no caption, and never the lead picture."""
    seen: set[str] = set()
    for found in draft.page.embeds:
        url = _address(found.attributes, draft.base)
        if url is None or url in seen or not region.shows(found):
            continue
        seen.add(url)
        yield Image(
            url=url,
            alt=normalise(found.attributes.get("title") or "") or None,
            width=declared_pixels(found.attributes.get("width")),
            height=declared_pixels(found.attributes.get("height")),
            position=found.before,
        )
        if len(seen) == MAX_EMBEDS:
            return


def _address(attributes: Mapping[str, str | None], base: str | None) -> str | None:
    video = next(filter(None, map(attributes.get, _NUMBERS)), None)
    if video and video.isascii() and video.replace("-", "").replace("_", "").isalnum():
        return _YOUTUBE + video
    if post := _PICTURE_POST.match(attributes.get("data-instgrm-permalink") or ""):
        return f"{post.group()}/embed/"
    if film := _FILM_POST.match(attributes.get("cite") or ""):
        return f"https://www.tiktok.com/embed/v2/{film[1]}"
    for name in _SOURCES:
        url = absolute(attributes.get(name), base)
        if embed_kind(url) is not None:
            return url
    return None
