"""Where the blocks stand: in the page, from the headline, among the prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features.facts import running, signed_log
from newsclean.page import NONE

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats

NAMES: Final = tuple(
    "index index_share after before_share words_before words_after from_title is_title words_from_title "
    "from_first_prose to_last_prose title_up title_depth title_words title_blocks title_article heads_since".split()
)
FAR: Final = -1000.0
"""Blocks from the headline where there is none."""


def rows(facts: Facts) -> list[Floats]:
    """The rows of `NAMES`."""
    words, count, total = facts.words, len(facts.texts), facts.total
    index = facts.numbers.astype(float)
    before = np.cumsum(words) - words
    title = facts.witnesses.title
    prose = np.flatnonzero(facts.prose)
    logs = np.log1p(np.array((index, count - 1 - index, before, total - before - words)))
    return [
        logs[0],
        index / count,
        logs[1],
        before / total,
        logs[2],
        logs[3],
        index - title if title != NONE else np.full(count, FAR),
        (index == title).astype(float),
        signed_log(before - before[title]) if title != NONE else np.zeros(count),
        index - (prose[0] if len(prose) else 0),
        (prose[-1] if len(prose) else count) - index,
        *_from_title(facts),
    ]


def _from_title(facts: Facts) -> list[Floats]:
    """Where a block and the headline meet, and what stands between them.

    How far above the block they meet, how deep, and in how large a container; whether the `article` around the block
    holds the headline (-1 where there is none); and how many headings of its level or above stand between.
    """
    layout, title, count = facts.layout, facts.witnesses.title, len(facts.texts)
    if title == NONE:
        return [np.full(count, -1.0)] * 6
    around_title = np.zeros(len(facts.page.frames), bool)
    around_title[layout.ancestors[title]] = True
    shared = around_title[layout.ancestors]
    shared[:, -1] = True
    up = shared.argmax(axis=1)
    meet = layout.ancestors[facts.numbers, up]
    words = layout.inside(running(facts.words))
    articles = np.array([frame.tag == "article" for frame in facts.page.frames])[layout.ancestors]
    article = layout.ancestors[facts.numbers, articles.argmax(axis=1)]
    level = facts.levels[title] if facts.heading[title] else 1
    heads = np.cumsum(facts.heading & (facts.levels <= level) & (facts.numbers != title))
    return [
        up.astype(float),
        (layout.depth - up).astype(float),
        np.log1p(words[meet]),
        np.log1p(layout.blocks[meet]),
        np.where(articles.any(axis=1), around_title[article].astype(float), -1.0),
        (heads - heads[title]).astype(float),
    ]
