"""The fields `is_accessible_for_free` (declared), `completeness` (observed) and `license`."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from newsclean.html import schema
from newsclean.model import Notice
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose
from newsclean.normalize.text import normalise
from newsclean.normalize.urls import absolute
from newsclean.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.article import Completeness
    from newsclean.normalize.draft import Draft

FULL_SHARE: Final = 0.8
"""Share of the declared words from which a text is whole: publishers count captions and boxes as well."""
PARTIAL_SHARE: Final = 0.5
"""Below this share of the declared words, something is missing."""
MIN_DECLARED_WORDS: Final = 50
"""Smaller declared counts are mistakes more often than short stories."""

MIN_CUT_WORDS: Final = 8
"""Words of a last line that may be a paragraph which was cut."""
SHORT_WORDS: Final = 300
"""Words up to which a text that ends in three dots was cut: of 1,377 pages of the evaluation corpus 3 end so, all of
them cut; of the 10 longer ones that do, most are whole."""
CUT_CHARS: Final = 10
"""Characters of the end that tell whether it was cut: the longest end of `_CUT` has seven, and a line break."""
END_CHARS: Final = 60
"""Characters of the end that provenance quotes."""

_NUMBER = re.compile(r"\s*(\d{1,3}(?:[,.\u202f\xa0 ]\d{3})+|\d{1,7})(?!\d)")
"""A count, "1,250" or "1250 words"."""
_CUT = re.compile(r"\w\s?(?:…|\.\.\.)\W{0,2}$|(?P<brackets>[\[(](?:…|\.\.\.)[\])])\W{0,2}$")
_TRUE: Final = ("true", "yes", "1", "free", "https://schema.org/true", "http://schema.org/true")
_FALSE: Final = (
    "false", "no", "0", "locked", "metered", "paid", "premium", "https://schema.org/false", "http://schema.org/false",
)  # fmt: skip
_FREE: Final[Mapping[str, bool]] = dict.fromkeys(_TRUE, True) | dict.fromkeys(_FALSE, False)
_label: Final = attrgetter("label")
_TIER_META: Final = ("article:content_tier", "isaccessibleforfree", "og:isaccessibleforfree")


def find_free_access(draft: Draft) -> Found[bool]:
    """Whether the page says that everybody may read it whole; None when it does not say."""
    found: list[Finding[bool]] = []
    for source, text in draft.rule_values("is_accessible_for_free"):
        found += _finding(source, text, RULE_WEIGHT)
    for story in draft.stories:
        found += _finding("jsonld:isAccessibleForFree", story.get("isAccessibleForFree"), 2.0)
        for part in schema.objects(story.get("hasPart"), draft.references):
            if not isinstance(part, str):  # what is locked in part is not free
                found += (
                    one for one in _finding("jsonld:hasPart", part.get("isAccessibleForFree"), 1.5) if not one.value
                )
    for name in _TIER_META:
        found += _finding(f"meta:{name}", draft.structured.first(name), 1.0)
    return choose(found)


def _finding(source: str, value: Any, weight: float) -> Iterator[Finding[bool]]:
    text = schema.text(value) if not isinstance(value, bool) else str(value)
    free = _FREE.get(text.strip().casefold()) if text else None
    if text and free is not None:
        yield Finding(source, free, text, weight)


def observe_completeness(draft: Draft, *, free: bool | None) -> tuple[Completeness, Found[str]]:
    """Whether the text is the whole story, by what was seen: declared word counts, dropped paywall lines, a cut end.

    "unknown" when nothing tells; a page that only declares a paywall may still carry all its text.
    """
    paywalled = "paywall" in map(_label, draft.outcome.dropped.values())
    declared = _declared_words(draft)
    if declared is not None:
        share = sum(draft.page.blocks[index].words for index in draft.outcome.kept) / declared
        if share < PARTIAL_SHARE:
            return "partial", choose([Finding("jsonld:wordCount", "partial", str(declared), 1.0)])
        if share >= FULL_SHARE and not paywalled:
            return "full", choose([Finding("jsonld:wordCount", "full", str(declared), 1.0)])
    if paywalled and free is not True:
        return "partial", choose([Finding("block:paywall", "partial", "paywall", 1.0)])
    end = _cut_end(draft, free=free)
    if end is not None:
        return "partial", choose([Finding("block:end", "partial", end, 1.0)])
    return "unknown", Found(None, None)


def _cut_end(draft: Draft, *, free: bool | None) -> str | None:
    """The end of a text that breaks off: in dots within brackets, in dots behind a paywall, or in dots and short."""
    kept = [draft.page.blocks[index] for index in draft.outcome.kept]
    end = kept[-1].text[-CUT_CHARS:] if kept and kept[-1].words >= MIN_CUT_WORDS else ""
    match = _CUT.search(end)
    if match is None:
        return None
    sure = match["brackets"] or free is False or sum(block.words for block in kept) < SHORT_WORDS
    return kept[-1].text[-END_CHARS:] if sure else None


def partial_notice(completeness: Completeness, observed: Found[str]) -> Iterator[Notice]:
    """The warning of an article that is not whole, with what was seen."""
    if completeness == "partial" and observed.provenance is not None:
        yield Notice(
            kind="partial",
            message="The text is not the whole story.",
            evidence={"source": observed.provenance.source, "seen": observed.provenance.raw or ""},
        )


def _declared_words(draft: Draft) -> int | None:
    for story in draft.stories:
        written = _NUMBER.match(schema.text(story.get("wordCount")) or "")
        body = story.get("articleBody")
        declared = int(re.sub(r"\D", "", written[1])) if written else count_words(body) if isinstance(body, str) else 0
        if declared >= MIN_DECLARED_WORDS:
            return declared
    return None


def find_license(draft: Draft) -> Found[str]:
    """The licence that the page declares, or its copyright line."""
    found = [Finding(source, text, text, RULE_WEIGHT) for source, text in draft.rule_values("license")]
    for story in draft.stories[:1]:
        text = schema.text(story.get("license"))
        if text:
            found.append(Finding("jsonld:license", text, text, 3.0))
    for source, text in draft.structured.items("license"):
        address = absolute(text, draft.base) if text.startswith(("http", "/")) else None
        found.append(Finding(source, address or normalise(text), text, 2.5))
    links = draft.structured.links.get("license", ())
    found += [Finding("link:license", address, address, 2.0) for address in links[:1]]
    marked = (mark for mark in draft.structured.marks if mark.tag == "a" and "license" in mark.names.split())
    found += [Finding("dom:license", mark.href, mark.text, 1.8) for mark in marked if mark.href]
    for name in ("dc.rights", "dcterms.rights", "dcterms.license"):
        content = draft.structured.first(name)
        if content:
            found.append(Finding(f"meta:{name}", normalise(content), content, 1.5))
    found += [Finding(f"block:{moved.verdict.by}", moved.text, moved.text, 1.0) for moved in draft.moved("license")]
    return choose(found)
