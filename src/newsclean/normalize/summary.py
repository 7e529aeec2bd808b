"""The fields `standfirst` (what readers see under the headline) and `description` (what machines are told)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.html import schema
from newsclean.html.headline import key
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose
from newsclean.normalize.text import normalise, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.normalize.draft import Draft

_META: Final = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.description",
    "sailthru.description",
    "dcterms.abstract",
)


def find_description(draft: Draft) -> Found[str]:
    """The summary that the page declares."""
    found = [Finding(source, text, text, RULE_WEIGHT) for source, text in draft.rule_values("description")]
    for rank, (source, raw) in enumerate(_declared(draft)):
        text = normalise(plain(raw))
        if text:
            found.append(Finding(source, text, raw, -float(rank)))
    return choose(found, key)


def _declared(draft: Draft) -> Iterator[tuple[str, str]]:
    structured = draft.structured
    for name in _META:
        content = structured.first(name)
        if content:
            yield f"meta:{name}", content
    for story in draft.stories[:1]:
        text = schema.text(story.get("description"))
        if text:
            yield "jsonld:description", text
    for text in structured.rdfa.values.get("description", ())[:1]:
        yield "rdfa:description", text


def find_standfirst(draft: Draft) -> Found[str]:
    """The visible summary: what a rule says, or the block that was moved for being one."""
    found = [Finding(source, text, text, RULE_WEIGHT) for source, text in draft.rule_values("standfirst")]
    moved = list(draft.moved("standfirst"))
    if moved:
        text = "\n".join(dict.fromkeys(one.text for one in moved))
        found.append(Finding(f"block:{moved[0].verdict.by}", text, text, 1.0))
    return choose(found, key)
