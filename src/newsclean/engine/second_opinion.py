"""trafilatura, asked when the engine is in doubt.

Its text is laid back on our blocks, and every block that it kept becomes likelier, every other one less likely: the
engine's own chances still count, and rules, detectors and the list of removals work as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from newsclean.cues.lexicon import fold
from newsclean.engine.trees import chance, log_odds

if TYPE_CHECKING:
    import numpy.typing as npt

    from newsclean.engine.features.facts import Floats
    from newsclean.model import Evidence
    from newsclean.page import Page

DOUBT: Final = 0.9
"""Confidence of the engine under which trafilatura is asked: one page in twenty, and half of those that go wrong
(docs/experiments.md)."""
SHIFT: Final = 2.0
"""What its word counts, in log-odds. Pooled word-F1 out of fold, over chosen blocks: 0.9621 without it, 0.9637 with 1,
0.9640 with 2, 0.9626 with 3."""
MIN_LINE: Final = 3
"""Words from which a line of the second opinion is looked for inside longer blocks."""
FEWEST_WORDS: Final = 20
"""Fewer are a menu or a notice, and no opinion on a story."""


class SecondOpinion(NamedTuple):
    """What trafilatura keeps of a page."""

    kept: npt.NDArray[np.bool_]
    """Of the blocks."""

    def shifted(self, chances: Floats) -> Floats:
        """Chances of blocks to be the story in the light of this opinion."""
        return chance(log_odds(chances) + SHIFT * np.where(self.kept, 1.0, -1.0))

    def evidence(self, before: npt.NDArray[np.bool_], after: npt.NDArray[np.bool_], words: Floats) -> Evidence:
        """How many words each side had, and which side the disputed ones went to.

        Args:
            before: the blocks that the engine alone chose.
            after: those chosen in the light of this opinion.
            words: of the blocks.
        """
        disputed = before != self.kept
        return {
            "engine_words": int(words[before].sum()),
            "trafilatura_words": int(words[self.kept].sum()),
            "disputed_words": int(words[disputed].sum()),
            "settled_for_trafilatura": int(words[disputed & (after == self.kept)].sum()),
        }


def ask(page: Page, *, tables: bool) -> SecondOpinion | None:
    """What trafilatura makes of a page of HTML; None when it finds no story."""
    if page.document is None:
        return None
    from trafilatura import extract

    text = extract(page.document.html, include_comments=False, include_tables=tables, url=page.url) or ""
    kept = align(page, text)
    if sum(block.words for block, yes in zip(page.blocks, kept, strict=True) if yes) < FEWEST_WORDS:
        return None
    return SecondOpinion(np.array(kept))


def align(page: Page, text: str) -> list[bool]:
    """Whether the text of each block stands in another tool's output."""
    lines = [fold(line.lstrip("-|•* ")) for line in text.split("\n") if line.strip()]
    whole = frozenset(lines)
    joined = "\n".join(lines)
    return [
        (folded := fold(block.text)) in whole or (block.words >= MIN_LINE and folded in joined) for block in page.blocks
    ]
