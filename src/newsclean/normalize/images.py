"""The field `images`: the lead picture, the pictures of the story in order, and the captions that belong to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.html import schema
from newsclean.model import Image, Provenance
from newsclean.normalize.captions import Caption, read_captions
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose
from newsclean.normalize.pictures import identity, is_furniture, names_of, read_picture
from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.normalize.draft import Draft
    from newsclean.page import Page

MAX_IMAGES: Final = 60
"""Galleries have up to fifty pictures."""
TEASER_WORDS: Final = 3
"""Dropped words beside a picture from which it illustrates those and not the story."""
OPENING: Final = 1
"""Paragraphs of the story above a picture that is still its lead picture."""
_ASIDE: Final = frozenset(("nav", "aside", "footer"))
"""Elements that hold no pictures of the story, unless they hold text of it."""
_LEAD_META: Final = (
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
)


class _Placed(NamedTuple):
    picture: int
    """Index on the page, or NONE for one that only the head declares."""
    image: Image


def find_images(draft: Draft, language: str | None = None) -> Found[tuple[Image, ...]]:
    """All pictures of the story, the lead picture first; a caption of an unknown picture is an image without a URL.

    Args:
        draft: the page.
        language: primary subtag, for the phrases of credits.
    """
    lead = _lead(draft)
    captions = read_captions(draft, language)
    region = Region(draft)
    placed, copies = _distinct(list(_story_pictures(draft, captions, lead.value, region)))
    lead = _shown_lead(lead, placed, region)
    captions = tuple(replace(caption, picture=copies.get(caption.picture, NONE)) for caption in captions)
    images = _lead_first(draft, _with_captions(placed, captions), lead.value)
    if not images:
        return Found(None, None)
    shown = "dom:img" if any(image.url for image in images) else "block:caption"
    return Found(tuple(images[:MAX_IMAGES]), lead.provenance or Provenance(source=shown))


def _shown_lead(lead: Found[str], placed: list[_Placed], region: Region) -> Found[str]:
    """The lead picture that readers see above the story, where the declared one is another."""
    if lead.provenance is not None and lead.provenance.source.startswith("rule:"):
        return lead
    opening = [one.image.url for one in placed if one.image.url and region.opens(one.picture)]
    declared = names_of(lead.value) if lead.value else frozenset()
    if not opening or any(not declared.isdisjoint(names_of(url)) for url in opening):
        return lead
    shown = opening[0]
    findings = [Finding("dom:img", shown, shown, 1.0)]
    if lead.value and lead.provenance:
        findings.append(Finding(lead.provenance.source, lead.value, lead.value, 0.0))
    return choose(findings, names_of)


def _lead(draft: Draft) -> Found[str]:
    """The address of the lead picture, as a rule or the page declares it."""
    found = []
    for rank, (source, raw) in enumerate(_declared(draft)):
        url = absolute(raw, draft.base)
        if url and not is_furniture(url):
            found.append(Finding(source, url, raw, RULE_WEIGHT if source.startswith("rule:") else -float(rank)))
    return choose(found, names_of)


def _declared(draft: Draft) -> Iterator[tuple[str, str]]:
    yield from list(draft.rule_values("images"))[:1]
    for name in _LEAD_META:
        content = draft.structured.first(name)
        if content:
            yield f"meta:{name}", content
    for story in draft.stories[:1]:
        for node in schema.objects(story.get("image"), draft.references):
            text = (
                node if isinstance(node, str) else schema.text(node.get("url")) or schema.text(node.get("contentUrl"))
            )
            if text:
                yield "jsonld:image", text
                break
    for address in draft.structured.links.get("image_src", ())[:1]:
        yield "link:image_src", address


def _story_pictures(draft: Draft, captions: tuple[Caption, ...], lead: str | None, region: Region) -> Iterator[_Placed]:
    page = draft.page
    owned = {caption.picture for caption in captions if caption.picture != NONE}
    lead_names = tuple(names_of(lead)) if lead else ()
    for index, picture in enumerate(page.pictures):
        if not (index in owned or region.holds(index) or _mentions(picture.attributes, lead_names)):
            continue
        source = read_picture(picture.attributes, draft.base)
        if source is not None:
            yield _Placed(index, Image(url=source.url, alt=source.alt, width=source.width, height=source.height))


def _mentions(attributes: Mapping[str, str | None], names: tuple[str, ...]) -> bool:
    """Whether some source of an image element has the name of a certain picture."""
    for attribute in ("src", "data-src", "srcset", "data-srcset"):
        value = attributes.get(attribute)
        if value and any(map(value.__contains__, names)):
            return True
    return False


class Region:
    """Where the story is on the page, so that the pictures of other stories can be told from its own."""

    def __init__(self, draft: Draft) -> None:
        self._page = draft.page
        kept = draft.outcome.kept
        starts = [moved.block for moved in draft.moved("title", "standfirst", "byline", "date_line")]
        self._first = min([*kept[:1], *starts], default=0)
        self._last = kept[-1] if kept else -1
        self._opening = kept[0] + OPENING if kept else -1
        self._story = _frames_around(draft.page, [*kept, *starts])
        inside = range(kept[0] if kept else 0, self._last + 1)
        others = [index for index in inside if index in draft.outcome.dropped and _is_other(draft, index)]
        self._others = _frames_around(draft.page, others) - self._story

    def holds(self, picture: int) -> bool:
        """Whether a picture stands in the story: between its blocks, and in no box that holds other text."""
        found = self._page.pictures[picture]
        if not self._first <= found.before <= self._last + 1:
            return False
        if found.frame == NONE or self._page.frames[found.frame].hidden:
            return False
        for frame in self._page.ancestors(found.frame):
            if frame in self._story:
                return True
            if frame in self._others or self._page.frames[frame].tag in _ASIDE:
                return False
        return True

    def opens(self, picture: int) -> bool:
        """Whether a picture stands in a figure above the story or under its first paragraph."""
        found = self._page.pictures[picture]
        return found.figure != NONE and found.before <= self._opening and self.holds(picture)


def _is_other(draft: Draft, index: int) -> bool:
    """Whether a dropped block is text that a picture beside it may belong to, instead of to the story."""
    block = draft.page.blocks[index]
    label = draft.outcome.dropped[index].label
    return block.words > TEASER_WORDS and label != "misplaced_caption" and draft.page.figure(index) == NONE


def _frames_around(page: Page, blocks: Sequence[int]) -> frozenset[int]:
    found: set[int] = set()
    frames = page.frames
    for index in blocks:
        frame = page.blocks[index].frame
        while frame != NONE and frame not in found:
            found.add(frame)
            frame = frames[frame].parent
    return frozenset(found)


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


def _with_captions(placed: list[_Placed], captions: tuple[Caption, ...]) -> list[Image]:
    """The images with their captions, and behind them the captions of unknown pictures, as images without a URL."""
    by_picture: dict[int, list[Caption]] = {}
    for caption in captions:
        by_picture.setdefault(caption.picture, []).append(caption)
    loose = by_picture.pop(NONE, [])
    out = []
    for one in placed:
        own = by_picture.pop(one.picture, [])
        out.append(replace(one.image, caption=own[0].text, credit=own[0].credit) if own else one.image)
        loose += own[1:]
    shown = {(image.caption, image.credit) for image in out}
    return out + [Image(caption=c.text, credit=c.credit) for c in loose if (c.text, c.credit) not in shown]


def _lead_first(draft: Draft, images: list[Image], lead: str | None) -> list[Image]:
    """The images with the lead picture marked and in front; one that only the head declares is added."""
    main = _likest(images, lead) if lead is not None else next((i for i, image in enumerate(images) if image.url), None)
    if main is None:
        return images if lead is None else [_declared_image(draft, lead), *images]
    return [replace(images[main], is_main=True), *images[:main], *images[main + 1 :]]


def _likest(images: list[Image], lead: str) -> int | None:
    """The image whose address has most in common with that of the lead picture, or None when none has anything."""
    wanted = names_of(lead)
    shared = [len(wanted & names_of(image.url)) if image.url else 0 for image in images]
    return shared.index(max(shared)) if any(shared) else None


def _declared_image(draft: Draft, url: str) -> Image:
    structured = draft.structured
    details: Mapping[str, Any] = {}
    for story in draft.stories[:1]:
        for node in schema.objects(story.get("image"), draft.references):
            if not isinstance(node, str) and schema.text(node.get("url")) == url:
                details = node
    caption, credit = schema.text(details.get("caption")), schema.text(details.get("creditText"))
    return Image(
        url=url,
        caption=normalise(caption) if caption else None,
        credit=normalise(credit) if credit else None,
        alt=normalise(structured.first("og:image:alt", "twitter:image:alt") or "") or None,
        width=_number(structured.first("og:image:width")),
        height=_number(structured.first("og:image:height")),
        is_main=True,
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None  # noqa: PLR2004 - pixels
