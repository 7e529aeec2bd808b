"""Where the blocks stand: in the page, from the headline, among the prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features.facts import signed_log
from newsclean.page import NONE

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats

_FROM_TITLE: Final = tuple("from_title words_from_title title_depth title_words title_blocks heads_since".split())
NAMES: Final = ("after", "before_share", "from_first_prose", "to_last_prose", *_FROM_TITLE)
FAR: Final = -1000.0
"""Blocks from the headline where there is none."""


def rows(facts: Facts) -> Floats:
    """The rows of `NAMES`."""
    index, count = facts.numbers, len(facts.texts)
    before = facts.run_words[:-1]
    prose = facts.prose.nonzero()[0]
    first, last = (prose[0], prose[-1]) if len(prose) else (0, count)
    return np.array(
        (np.log1p(count - 1 - index), before / facts.total, index - first, last - index, *_from_title(facts, before))
    )


def _from_title(facts: Facts, before: Floats) -> list[Floats]:
    """How far off the headline is, where it and a block meet, and what stands between them.

    In blocks and in words; how deep the element is in which both stand, and how much it holds (-1 where there is no
    headline); and how many headings of its level or above stand between.
    """
    layout, title, count = facts.layout, facts.witnesses.title, len(facts.texts)
    if title == NONE:
        return [np.full(count, FAR), np.zeros(count), *np.full((4, count), -1.0)]
    around_title = np.zeros(len(layout.start), bool)
    around_title[layout.levels[:, title]] = True
    shared = around_title[layout.levels]
    shared[-1] = True
    up = shared.argmax(axis=0)
    meet = layout.levels[up, facts.numbers]
    level = facts.levels[title] if facts.heading[title] else 1
    heads = np.cumsum(facts.heading & (facts.levels <= level), dtype=np.intp)
    heads[title:] -= int(facts.heading[title])  # the headline itself is not between
    start, end = layout.start[meet], layout.end[meet]
    return [
        facts.numbers - title,
        signed_log(before - before[title]),
        layout.depth - up,
        np.log1p(facts.run_words[end] - facts.run_words[start]),
        np.log1p(end - start),
        heads - heads[title],
    ]
