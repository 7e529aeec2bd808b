"""Ranks the verdicts and decides, block by block: kept, moved or dropped. The only place that knows who outranks whom.

Keep-guards come first, then site rules, then detectors, then the engine. Two questions about captions stay apart:
that a block *is* a caption takes it out of the text, whoever says so; *whose* caption it is only chooses between an
image and the list of removals, so a stray caption is no loss of body.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from newsclean.model import Notice
from newsclean.verdict import DETECTOR, ENGINE, FIELD_LABELS, REMOVAL_KINDS, TEXT_LABELS, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsclean.model import Evidence
    from newsclean.page import Page

BRAKE_SHARE: Final = 0.10
"""When detectors would drop more than this share of the words that the engine calls body, none of their drops on body
blocks counts: RefinedWeb drops a page above 0.05, news with long footers needs a little more."""

_GUARD, _RULE, _DETECTOR, _ENGINE = 4, 3, 2, 1


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of the blocks: each index of the page is in exactly one of `kept`, `moved` and `dropped`."""

    kept: tuple[int, ...]
    """Blocks of the article's text, in page order."""
    moved: Mapping[int, Verdict] = field(default_factory=dict)
    """Block to the verdict that sent it to a field; the verdict's label names the field."""
    dropped: Mapping[int, Verdict] = field(default_factory=dict)
    """Block to the verdict that dropped it; the verdict's label is the kind of removal."""
    guarded: Mapping[int, Verdict] = field(default_factory=dict)
    """Kept block to the guard's verdict, for the blocks that a guard spoke for."""
    notices: tuple[Notice, ...] = ()


def resolve(page: Page, verdicts: Iterable[Verdict]) -> Outcome:
    """Decides every block of a page; the order of the verdicts does not matter.

    A block that nobody speaks of is dropped as `boilerplate`: the engine speaks of all blocks, so that is a safety net.
    """
    by_block = _by_block(page, verdicts)
    decided = [_decide(said, block) for block, said in enumerate(by_block)]
    decided, brake = _brake(page, decided, by_block)
    notices = (
        Notice(kind=verdict.notice, message=verdict.reason, evidence=verdict.evidence)
        for verdict in decided
        if verdict.notice is not None
    )
    return Outcome(
        kept=tuple(v.block for v in decided if v.label in TEXT_LABELS),
        moved={v.block: v for v in decided if v.label in FIELD_LABELS},
        dropped={v.block: v for v in decided if v.label in REMOVAL_KINDS},
        guarded={v.block: v for v in decided if v.label == "keep"},
        notices=(*notices, *brake),
    )


def labels(page: Page, verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The deciding verdict of each block so far, without the brake: what detectors are shown."""
    if len(verdicts) == len(page.blocks) and all(v.block == i for i, v in enumerate(verdicts)):
        return tuple(verdicts)  # the engine alone has spoken, once of each block
    return tuple(_decide(said, block) for block, said in enumerate(_by_block(page, verdicts)))


def _by_block(page: Page, verdicts: Iterable[Verdict]) -> list[list[Verdict]]:
    """What is said of each block, by its index."""
    out: list[list[Verdict]] = [[] for _ in page.blocks]
    for verdict in verdicts:
        if 0 <= verdict.block < len(out):
            out[verdict.block].append(verdict)
    return out


def _decide(said: Sequence[Verdict], block: int) -> Verdict:
    if not said:
        return Verdict(block=block, label="boilerplate", by=ENGINE, reason="Nobody took it for part of the story.")
    best = said[0] if len(said) == 1 else max(said, key=_rank)
    if best.label == "caption":
        strays = [verdict for verdict in said if verdict.label == "misplaced_caption"]
        return max(strays, key=_rank) if strays else _with_details(best, said)
    return best


def _with_details(caption: Verdict, said: Sequence[Verdict]) -> Verdict:
    """A caption's verdict with the notice that a lower voice attached: a doubt about the owner outlives the rank."""
    doubts = [v for v in said if v.label == "caption" and v.notice is not None]
    if not doubts or caption.notice is not None:
        return caption
    doubt = max(doubts, key=_rank)
    return replace(caption, notice=doubt.notice, reason=doubt.reason, evidence=doubt.evidence)


def _rank(verdict: Verdict) -> tuple[object, ...]:
    """The order of verdicts on one block; total, so that the order of speaking cannot matter."""
    if verdict.by == ENGINE:
        rank = _ENGINE
    elif verdict.by.startswith(DETECTOR):
        rank = _GUARD if verdict.label == "keep" else _DETECTOR
    else:
        rank = _RULE
    details = (verdict.notice or "", verdict.credit or "", -1 if verdict.picture is None else verdict.picture)
    evidence = sorted(map(repr, verdict.evidence.items()))
    return (rank, verdict.confidence, verdict.label, verdict.by, verdict.reason, *details, evidence)


def _brake(
    page: Page, decided: list[Verdict], by_block: Sequence[Sequence[Verdict]]
) -> tuple[list[Verdict], tuple[Notice, ...]]:
    """Undoes the detectors' drops on body blocks when they are too many."""
    suspects = [verdict for verdict in decided if _dropped_by_detector(verdict)]
    if not suspects:
        return decided, ()
    body = {v.block for said in by_block for v in said if v.by == ENGINE and v.label == "body"}
    body_words = sum(page.blocks[i].words for i in body)
    drops = [verdict for verdict in suspects if verdict.block in body]
    dropped_words = sum(page.blocks[v.block].words for v in drops)
    if dropped_words <= BRAKE_SHARE * body_words:
        return decided, ()
    undone = {v.block for v in drops}
    again = [
        _decide([v for v in by_block[d.block] if not _dropped_by_detector(v)], d.block) if d.block in undone else d
        for d in decided
    ]
    share = dropped_words / body_words
    message = (
        f"Detectors would have dropped {dropped_words} of {body_words} words of the body ({share:.0%}, the limit is "
        f"{BRAKE_SHARE:.0%}): their drops were undone."
    )
    by = ", ".join(sorted({v.by for v in drops}))
    evidence: Evidence = {"dropped_words": dropped_words, "body_words": body_words, "by": by}
    return again, (Notice(kind="brake", message=message, evidence=evidence),)


def _dropped_by_detector(verdict: Verdict) -> bool:
    if verdict.label == "misplaced_caption":
        return False  # it left the body for being a caption; whose it is does not matter to the body
    return verdict.by.startswith(DETECTOR) and verdict.label in REMOVAL_KINDS
