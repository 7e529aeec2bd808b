"""Captions of other stories' pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.captions import find_captions
from newsclean.cues.many_stories import tells_many_stories
from newsclean.cues.ownership import Story
from newsclean.cues.ownership_model import shipped_ownership
from newsclean.cues.self_description import about_story
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.cues.ownership import Caption, Evidence, Ownership
    from newsclean.model import Evidence as Figures
    from newsclean.page import Reading
    from newsclean.verdict import Verdict

STRAY_ODDS: Final = 2.0
"""Log-odds from which a caption is another story's. On captions of sites that the model had not seen 0.6 % of English
own captions reach it and 0.9 % of German ones, and more than nine in ten captions of random other stories
(docs/residue.md)."""
DOUBT_ODDS: Final = 0.0
"""From here on a caption stays on its image and is flagged: more likely a stray than not."""
LEAST_WEIGHT: Final = 1.2
"""Weight of all words of a caption, about two rare ones, before their absence tells anything."""
OWNED: Final = 0.6
"""Share in the story from which nothing else matters: of 2,329 trials with as much 6 reach `STRAY_ODDS`, at most by
0.2."""
MOST_STRAYS: Final = 2
"""More strays on one page are no accident: it tells many stories, and none is dropped."""


class _Judged(NamedTuple):
    block: int
    caption: Caption
    own: Ownership
    evidence: Evidence
    odds: float


@detector("misplaced_caption")
def find(reading: Reading) -> Iterator[Verdict]:
    """A caption that belongs to another story: removed, with its scores; one in doubt is kept and flagged.

    A fitted model weighs which of the caption's telling words headline, text and the other captions of the page repeat.
    It never decides about the body: a block that is no caption is not looked at. Live blogs, round-ups and photo essays
    are left alone.
    """
    captions = sorted(reading.once(find_captions))
    if not captions or tells_many_stories(reading):
        return
    story = _story(reading, captions)
    judged = list(_judge(reading, captions, story))
    strays = [one for one in judged if one.odds >= STRAY_ODDS]
    for one in judged:
        text = reading.page.blocks[one.block].text
        figures = _figures(one, story)
        if one in strays and len(strays) <= MOST_STRAYS:
            reason = "The caption of another story's picture: title and body share next to nothing that tells with it."
            score = 1 - one.own.score
            yield say("misplaced_caption", one.block, "misplaced_caption", reason, confidence=score, evidence=figures)
        else:
            doubt = f"The caption may belong to another story: {text}"
            verdict = say("misplaced_caption", one.block, "caption", doubt, confidence=0.5, evidence=figures)
            yield replace(verdict, notice="caption_unsure")


def _story(reading: Reading, captions: Iterable[int]) -> Story:
    blocks, aside = reading.page.blocks, set(captions)
    heads = (reading.title, *(i for i, label in enumerate(reading.labels) if label == "standfirst"))
    return Story.of(
        "\n".join(blocks[i].text for i in reading.body if i not in aside),
        reading.language,
        head="\n".join(blocks[i].text for i in heads if i >= 0),
        about=about_story(reading.page),
    )


def _judge(reading: Reading, captions: list[int], story: Story) -> Iterator[_Judged]:
    """The captions that may be strays, with what tells."""
    read = {i: story.read(reading.page.blocks[i].text) for i in captions}
    model = shipped_ownership()
    for i, caption in read.items():
        own = story.owns(caption)
        if own.score >= OWNED or caption.total < LEAST_WEIGHT:
            continue
        evidence = story.evidence(caption, [other for j, other in read.items() if j != i])
        odds = model.odds(evidence)
        if odds >= DOUBT_ODDS:
            yield _Judged(i, caption, own, evidence, odds)


def _figures(one: _Judged, story: Story) -> Figures:
    return {
        "odds": round(one.odds, 2),
        "score": round(one.own.score, 3),
        "rare_words": one.own.rare,
        "rare_words_in_story": one.own.present,
        "foreign_names": story.foreign_runs(one.caption),
        "rival_score": round(one.evidence.rival, 3),
    }
