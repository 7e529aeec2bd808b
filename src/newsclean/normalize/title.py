"""The field `title`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.html.headline import headline, key
from newsclean.model import Provenance
from newsclean.normalize.findings import Found
from newsclean.normalize.text import normalise

if TYPE_CHECKING:
    from newsclean.normalize.draft import Draft


def find_title(draft: Draft) -> Found[str]:
    """The headline: what a site rule says, else what the page's sources agree on, else the block that is the title."""
    declared = headline(draft.structured, draft.structured.h1)
    claims = list(draft.rule_values("title"))
    rest = [(f"block:{moved.verdict.by}", moved.text) for moved in draft.moved("title")]
    if declared is not None:
        claims.append((declared.source, normalise(declared.value)))
        rest += [(source, normalise(text)) for source, text in declared.losers]
    claims += rest
    if not claims:
        return Found(None, None)
    (source, value), *losers = claims
    raw = declared.raw if declared is not None and source == declared.source else value
    candidates = tuple(dict.fromkeys(losers))
    folded = key(value)
    conflict = any(key(text) != folded for _, text in losers)
    return Found(value, Provenance(source=source, raw=raw, candidates=candidates, conflict=conflict))
