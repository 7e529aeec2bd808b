"""The lead picture: the one that readers see above the story, else the one that the page declares."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from newsclean.html import schema
from newsclean.model import Image
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose
from newsclean.normalize.pictures import is_furniture, names_of
from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.normalize.draft import Draft

_LEAD_META: Final = (
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
)


def declared_lead(draft: Draft) -> Found[str]:
    """The address of the lead picture, as a rule or the page declares it."""
    found = []
    for rank, (source, raw) in enumerate(_declared(draft)):
        url = absolute(raw, draft.base)
        if url and not is_furniture(url):
            found.append(Finding(source, url, raw, RULE_WEIGHT if source.startswith("rule:") else -float(rank)))
    return choose(found, names_of)


def shown_lead(lead: Found[str], opening: Sequence[str]) -> Found[str]:
    """The lead picture that readers see, where the declared one is another.

    Args:
        lead: the declared one.
        opening: addresses of the pictures above the story, in page order.
    """
    if lead.provenance is not None and lead.provenance.source.startswith("rule:"):
        return lead
    declared = names_of(lead.value) if lead.value else frozenset()
    if not opening or any(not declared.isdisjoint(names_of(url)) for url in opening):
        return lead
    shown = opening[0]
    findings = [Finding("dom:img", shown, shown, 1.0)]
    if lead.value and lead.provenance:
        findings.append(Finding(lead.provenance.source, lead.value, lead.value, 0.0))
    return choose(findings, names_of)


def likest(urls: Sequence[str | None], lead: str) -> int | None:
    """The address that has most in common with that of the lead picture, or None when none has anything."""
    wanted = names_of(lead)
    shared = [len(wanted & names_of(url)) if url else 0 for url in urls]
    return shared.index(max(shared)) if any(shared) else None


def lead_image(draft: Draft, url: str) -> Image:
    """The lead picture, where only the head of the page has it."""
    structured = draft.structured
    return Image(
        url=url,
        alt=normalise(structured.first("og:image:alt", "twitter:image:alt") or "") or None,
        width=_number(structured.first("og:image:width")),
        height=_number(structured.first("og:image:height")),
        is_main=True,
    )


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
    yield from islice(draft.structured.items("image"), 1)
    for address in draft.structured.links.get("image_src", ())[:1]:
        yield "link:image_src", address


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None  # noqa: PLR2004 - pixels
