"""The fields `site`, `publisher` and `canonical_url`."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold
from newsclean.html import schema
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose
from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute, original, without_tracking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.normalize.draft import Draft

_SITE_META: Final = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher")


def find_site(draft: Draft) -> Found[str]:
    """The name of the site: from its rule file, else as the page declares it."""
    found = []
    if draft.site_name:
        name = draft.rules_applied[0] if draft.rules_applied else "site"
        found.append(Finding(f"rule:{name}", draft.site_name, draft.site_name, RULE_WEIGHT))
    for rank, (source, text) in enumerate(_site_names(draft)):
        found.append(Finding(source, normalise(unescape(text)), text, -float(rank)))
    return choose([finding for finding in found if finding.value], fold)


def _site_names(draft: Draft) -> Iterator[tuple[str, str]]:
    for name in _SITE_META:
        content = draft.structured.first(name)
        if content:
            yield f"meta:{name}", content
    for node in draft.structured.jsonld:
        if "WebSite" in schema.types(node) and (text := schema.text(node.get("name"))):
            yield "jsonld:WebSite", text


def find_publisher(draft: Draft) -> Found[str]:
    """The organisation that publishes, as a rule or the page declares it; the site's name is no stand-in for it."""
    found = [Finding(source, text, text, RULE_WEIGHT) for source, text in draft.rule_values("publisher")]
    for story in draft.stories[:1]:
        for node in schema.objects(story.get("publisher"), draft.references):
            text = node if isinstance(node, str) else schema.text(node.get("name"))
            if text and not text.startswith("http"):
                found.append(Finding("jsonld:publisher", normalise(unescape(text)), text, 3.0))
    for source, text in draft.structured.items("publisher"):
        if not text.startswith("http"):
            found.append(Finding(source, normalise(unescape(text)), text, 2.5))
    for name in ("dc.publisher", "dcterms.publisher", "publisher", "article:publisher"):
        content = draft.structured.first(name)
        if content and not content.startswith("http"):
            found.append(Finding(f"meta:{name}", normalise(unescape(content)), content, 2.0))
    return choose([finding for finding in found if finding.value], fold)


def find_canonical(draft: Draft) -> Found[str]:
    """The address that the page declares as its own, without tracking parameters.

    Addresses of copies, in caches of AMP pages and in archives, are resolved.
    A declared address that leads to the front page is a mistake of the site (all its pages would be one): it loses.
    """
    found = []
    for rank, (source, raw) in enumerate(_addresses(draft)):
        address = absolute(raw, draft.base)
        address = address and original(address)
        if address and not (_is_root(address) and not _is_root(draft.url or address)):
            weight = RULE_WEIGHT if source.startswith("rule:") else -float(rank)
            found.append(Finding(source, without_tracking(address), raw, weight))
    return choose(found, schema.place)


def _addresses(draft: Draft) -> Iterator[tuple[str, str]]:
    yield from draft.rule_values("canonical_url")
    for address in draft.structured.links.get("canonical", ())[:1]:
        yield "link:canonical", address
    content = draft.structured.first("og:url")
    if content:
        yield "meta:og:url", content
    content = draft.structured.first("parsely-link")
    if content:
        yield "meta:parsely-link", content
    for story in draft.stories[:1]:
        for name in ("mainEntityOfPage", "url"):
            value = story.get(name)
            text = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(text, str) and text.startswith(("http://", "https://")):
                yield f"jsonld:{name}", text
    if draft.url and original(draft.url) != draft.url:  # the page is a copy, which names what it copies
        yield "url", draft.url


def _is_root(address: str) -> bool:
    return address.split("://", 1)[-1].partition("/")[2] in {"", "/"}
