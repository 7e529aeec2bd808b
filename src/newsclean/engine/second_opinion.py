"""trafilatura, asked when the engine is in doubt.

Its text is aligned back to our blocks, so that rules, detectors and the list of removals work as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import fold
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.model import Notice

if TYPE_CHECKING:
    from newsclean.page import Page
    from newsclean.verdict import Label

DOUBT: Final = 0.5
"""Confidence of the engine under which trafilatura is asked."""
BETTER: Final = 1.2
"""The second opinion wins with this many times the engine's words."""
FEWEST_WORDS: Final = 20
"""Fewer are a menu or a notice, and no story that the engine missed."""
MIN_LINE: Final = 3
"""Words from which a line of the second opinion is looked for inside longer blocks."""


def ask_if_in_doubt(page: Page, own: Judgement, *, tables: bool) -> Judgement:
    """The engine's judgement, or the second opinion where it is the better founded one."""
    if own.confidence >= DOUBT or page.document is None or not page.blocks:
        return own
    from trafilatura import extract

    text = extract(page.document.html, include_comments=False, include_tables=tables, url=page.url) or ""
    chosen = _align(page, text)
    mine = sum(page.blocks[i].words for i in own.body())
    theirs = sum(page.blocks[i].words for i in chosen)
    if theirs < FEWEST_WORDS or theirs <= BETTER * mine:
        return own
    labels: dict[int, Label] = {v.block: v.label for v in own.verdicts if v.label not in ("body", "boilerplate")}
    labels.update((i, "body") for i in chosen if i not in labels)
    confidence = min(DOUBT, own.confidence + 0.2)
    notice = Notice(
        kind="second_opinion",
        message=f"The engine found {mine} words and was in doubt: trafilatura's choice, {theirs} words, was taken.",
        evidence={"engine_words": mine, "trafilatura_words": theirs},
    )
    return Judgement(
        verdicts=tuple(verdicts(page, labels, confidence)),
        confidence=confidence,
        source="trafilatura",
        notices=(notice,),
    )


def _align(page: Page, text: str) -> frozenset[int]:
    """The blocks whose text stands in another tool's output."""
    lines = [fold(line.lstrip("-|•* ")) for line in text.split("\n") if line.strip()]
    whole = frozenset(lines)
    joined = "\n".join(lines)
    return frozenset(
        block.index
        for block in page.blocks
        if (folded := fold(block.text)) in whole or (block.words >= MIN_LINE and folded in joined)
    )
