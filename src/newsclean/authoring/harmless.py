"""Rules without those that take from pages what the general path finds by itself: captions, credits, other fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.authoring.parts import changes
from newsclean.authoring.reader import Outcome, Reader, library_of
from newsclean.authoring.variants import variants

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.authoring.specimen import Specimen
    from newsclean.rules.model import SiteRules


def harmless(rules: SiteRules, specimens: Sequence[Specimen]) -> SiteRules:
    """The rules without those by which captions or fields of a page are lost; the worst one leaves first.

    Args:
        rules: for the site of the pages.
        specimens: pages that were read without rules. What their text loses does not matter here.
    """
    lost = losses(rules, specimens)
    while lost:
        fewer = [(losses(variant.without, specimens), variant.without) for variant in variants(rules)]
        least, without = min(fewer, key=lambda pair: pair[0], default=(lost, rules))
        if least >= lost:
            break
        lost, rules = least, without
    return rules


def losses(rules: SiteRules, specimens: Sequence[Specimen]) -> int:
    """How many captions, credits and other fields the pages lose by some rules."""
    reader = Reader(library_of((rules,)))
    return sum(
        change.part.kind in ("caption", "field") and not change.gained
        for specimen in specimens
        for change in changes(Outcome(specimen.article, None), reader.read(specimen.opened))
    )
