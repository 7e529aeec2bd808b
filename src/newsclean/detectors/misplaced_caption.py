"""Captions of other stories' pictures."""

from __future__ import annotations

from dataclasses import replace
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from newsclean.cues.captions import find_captions
from newsclean.cues.ownership import Ownership, Story
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

STRAY_SCORE: Final = 0.15
"""Below it a caption shares next to nothing with the story (docs/residue.md: figures per threshold)."""
STRAY_SCORE_RIVAL: Final = 0.20
"""The same where another caption of the page clearly belongs."""
RIVAL_SCORE: Final = 0.40
MIN_RARE: Final = 3
"""Rare words that a caption must have before their absence tells anything."""
MANY_RARE: Final = 4
"""So many absent rare words need no second witness, in English and with a long body."""
LONG_BODY: Final = 400
"""Words of a body that names everybody; a shorter one leaves people of its own pictures out."""
ENGLISH: Final = "en"
"""The language whose frequencies are counted on enough texts to trust the score alone."""


@detector("misplaced_caption")
def find(reading: Reading) -> Iterator[Verdict]:
    """A caption that belongs to another story: removed, with its scores; one in doubt is kept and flagged.

    Ownership is the share of the caption's telling words that title and body repeat. It never decides about the body: a
    block that is no caption is not looked at.
    """
    captions = reading.once(find_captions)
    if not captions or _several_stories(reading):
        return
    blocks = reading.page.blocks
    texts = (blocks[i].text for i in (reading.title, *reading.body) if i >= 0 and i not in captions)
    story = Story.of("\n".join(texts), reading.language)
    owned = {i: story.owns(blocks[i].text) for i in captions}
    best, second = (*nlargest(2, (own.score for own in owned.values())), 0.0)[:2]
    for i, own in owned.items():
        rival = best if own.score < best else second
        if own.score >= (STRAY_SCORE_RIVAL if rival >= RIVAL_SCORE else STRAY_SCORE):
            continue
        evidence = {
            "score": round(own.score, 3),
            "rare_words": own.rare,
            "rare_words_in_story": own.present,
            "foreign_names": own.foreign_runs,
            "rival_score": round(rival, 3),
        }
        if _stray(own, rival, story):
            reason = "The caption of another story's picture: title and body share nothing that tells with it."
            yield say("misplaced_caption", i, "misplaced_caption", reason, confidence=1 - own.score, evidence=evidence)
        elif own.rare:
            doubt = f"The caption may belong to another story: {blocks[i].text}"
            yield replace(
                say("misplaced_caption", i, "caption", doubt, confidence=0.5, evidence=evidence),
                notice="caption_unsure",
            )


def _stray(own: Ownership, rival: float, story: Story) -> bool:
    if own.rare < MIN_RARE:
        return False
    witness = own.foreign_runs > 0 or rival >= RIVAL_SCORE
    if story.language != ENGLISH or story.words < LONG_BODY:
        return witness
    return witness or own.rare >= MANY_RARE


def _several_stories(reading: Reading) -> bool:
    """Live blogs and round-ups tell many stories: a caption there need not share words with the rest."""
    document = reading.page.document
    if document is None:
        return False
    kinds = {str(kind) for node in document.structured.jsonld for kind in _as_list(node.get("@type"))}
    return bool(kinds & {"LiveBlogPosting", "ImageGallery"})


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
