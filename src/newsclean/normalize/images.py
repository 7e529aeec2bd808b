"""The field `images`: the lead picture, the pictures of the story in order, and the captions that belong to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.model import Image, Provenance
from newsclean.normalize.captions import Caption, read_captions
from newsclean.normalize.declared_images import DeclaredImages, told_by_attributes
from newsclean.normalize.embeds import find_embeds
from newsclean.normalize.findings import Found
from newsclean.normalize.lead_image import declared_lead, lead_image, likest, shown_lead
from newsclean.normalize.pictures import identity, names_of, read_picture
from newsclean.normalize.region import Region
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.normalize.draft import Draft
    from newsclean.page import Picture

MAX_IMAGES: Final = 60
"""Galleries have up to fifty pictures."""
MAX_COPIES: Final = 4
"""Sizes of one picture on one page: for the story, as a teaser, in a gallery."""


class _Placed(NamedTuple):
    picture: int
    """Index on the page."""
    image: Image


def find_images(draft: Draft, language: str | None = None) -> Found[tuple[Image, ...]]:
    """All pictures of the story, the lead picture first; then captions of unknown pictures, without a URL; then embeds.

    Args:
        draft: the page.
        language: primary subtag, for the phrases of credits.
    """
    lead = declared_lead(draft)
    captions = read_captions(draft, language)
    region = Region(draft)
    placed, copies = _distinct(list(_story_pictures(draft, captions, lead.value, region)))
    captions = tuple(
        _moved_to(caption, copies.get(caption.picture, NONE))
        for caption in captions
        if caption.picture in copies or not caption.boxed  # what stands with an icon is no caption
    )
    own, loose = _by_picture(captions)
    opening = _opening(placed, own, loose, region)
    lead = shown_lead(lead, opening) if opening else lead
    images = [_with_caption(one, own.get(one.picture)) for one in placed]
    images = _lead_first(draft, images, loose, lead.value, region)
    images = _completed(draft, images, {one.image.url: one.picture for one in placed}, language)
    embeds = list(find_embeds(draft, region))
    if not images and not embeds:
        return Found(None, None)
    shown = "dom:img" if any(image.url for image in images) else "block:caption" if images else "dom:iframe"
    images = [*images[: MAX_IMAGES - len(embeds)], *embeds]
    return Found(tuple(images), lead.provenance or Provenance(source=shown))


def _story_pictures(draft: Draft, captions: tuple[Caption, ...], lead: str | None, region: Region) -> Iterator[_Placed]:
    page = draft.page
    owned = {caption.picture for caption in captions if caption.picture != NONE}
    mentions = _mentions(page.pictures, names_of(lead)) if lead else frozenset()
    for index, picture in enumerate(page.pictures):
        if not (index in owned or region.holds(index) or index in mentions):
            continue
        source = read_picture(picture.attributes, draft.base)
        if source is not None:
            url, width, height, alt = source
            yield _Placed(index, Image(url=url, alt=alt, width=width, height=height, position=picture.before))


def _mentions(pictures: Sequence[Picture], names: frozenset[str]) -> frozenset[int]:
    """The pictures that have one of the lead picture's names, but for names of many: those are a shop's or script's."""
    addresses = {i: text for i, picture in enumerate(pictures) if (text := _addresses(picture.attributes))}
    found: set[int] = set()
    for name in names:
        said = [i for i, text in addresses.items() if name in text]
        if len(said) <= MAX_COPIES:
            found.update(said)
    return frozenset(found)


def _addresses(attributes: Mapping[str, str | None]) -> str:
    """The sources of an image element, with what stands in no attribute between them."""
    return "\0".join(filter(None, map(attributes.get, ("src", "data-src", "srcset", "data-srcset"))))


def _distinct(placed: list[_Placed]) -> tuple[list[_Placed], dict[int, int]]:
    """Each picture once, the first of its copies with the alternative text of any; and picture to that first copy."""
    kept: dict[str, _Placed] = {}
    copies: dict[int, int] = {}
    for one in placed:
        name = identity(one.image.url or "")
        first = kept.setdefault(name, one)
        if first.image.alt is None and one.image.alt:
            kept[name] = first._replace(image=replace(first.image, alt=one.image.alt))
        copies[one.picture] = first.picture
    return list(kept.values()), copies


def _moved_to(caption: Caption, picture: int) -> Caption:
    return caption if caption.picture == picture else replace(caption, picture=picture)


def _by_picture(captions: tuple[Caption, ...]) -> tuple[dict[int, Caption], list[Caption]]:
    """The caption of each picture, and those that have none; what only repeats another is left out."""
    own: dict[int, Caption] = {}
    loose: list[Caption] = []
    for caption in captions:
        first = own.setdefault(caption.picture, caption) if caption.picture != NONE else None
        if first is not caption and (first is None or (first.text, first.credit) != (caption.text, caption.credit)):
            loose.append(caption)
    shown = {(caption.text, caption.credit) for caption in own.values()}
    return own, [caption for caption in loose if (caption.text, caption.credit) not in shown]


def _opening(placed: list[_Placed], own: Mapping[int, Caption], loose: Sequence[Caption], region: Region) -> list[str]:
    """Addresses of the pictures above the story; none where a caption waits there for a picture that a script puts."""
    if any(region.heads(caption.block) for caption in loose):
        return []
    return [
        one.image.url for one in placed if one.image.url and region.opens(one.picture, captioned=one.picture in own)
    ]


def _with_caption(one: _Placed, caption: Caption | None) -> Image:
    return one.image if caption is None else replace(one.image, caption=caption.text, credit=caption.credit)


def _lead_first(
    draft: Draft, images: list[Image], loose: list[Caption], lead: str | None, region: Region
) -> list[Image]:
    """The images with the lead picture marked and in front, and behind them the captions of unknown pictures.

    A lead picture that only the head declares is added, with the caption above the story that has no picture.
    """
    main = 0 if images else None
    if lead is not None:
        main = likest([image.url for image in images], lead)
    first: list[Image] = []
    if main is not None:
        first = [replace(images[main], is_main=True)]
        images = [*images[:main], *images[main + 1 :]]
    elif lead is not None:
        first = [lead_image(draft, lead)]
    waiting = next((caption for caption in loose if region.heads(caption.block)), None)
    if waiting is not None and first and first[0].caption is None:
        first = [replace(first[0], caption=waiting.text, credit=waiting.credit or first[0].credit)]
        loose = [caption for caption in loose if caption is not waiting]
    return [*first, *images, *(_unknown(caption) for caption in loose if caption.text or caption.credit)]


def _unknown(caption: Caption) -> Image:
    """The picture of a caption that stands with none."""
    return Image(caption=caption.text, credit=caption.credit, position=caption.block)


def _completed(
    draft: Draft, images: Sequence[Image], pictures: Mapping[str | None, int], language: str | None
) -> list[Image]:
    """The images with what attributes and JSON-LD say where the page shows no caption or credit."""
    declared = DeclaredImages(draft, language)
    out = []
    for image in images:
        found = image
        if image.url and (image.caption is None or image.credit is None):
            picture = pictures.get(image.url)
            tellers = [] if picture is None else [told_by_attributes(draft.page.pictures[picture].attributes, language)]
            for told in (*tellers, declared.about(image.url)):
                if told.caption or told.credit:
                    found = replace(found, caption=found.caption or told.caption, credit=found.credit or told.credit)
        out.append(found)
    return out
