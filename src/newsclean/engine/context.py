"""What the second stage sees beside the features: the first one's chances around a block and on the page."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features.containers import heights
from newsclean.engine.features.facts import running

if TYPE_CHECKING:
    from newsclean.engine.features import Columns
    from newsclean.engine.features.facts import Facts, Floats, Values

SHARES: Final = (0.5, 0.8, 0.95)
"""Of the expected words of the story: how far up is the first container that holds so much?"""
RATES: Final = range(4)
MASSES: Final = (0, 1, 2, 3, 4, 6)
"""Containers around a block, counted from its own element up, of which the block sees the mean chance, and the share of
the story."""
LIKELY: Final = 0.5
LEAST: Final = 1e-9
CONTEXT: Final[tuple[str, ...]] = (
    *"p p-1 p+1".split(),
    *(f"rate_{level}" for level in RATES),
    *(f"mass_{level}" for level in MASSES),
    *(f"p_up_{round(100 * share)}" for share in SHARES),
    *"group_rate group_mass over_p over_rate".split(),
    *"mass_before mass_after words_since words_until blocks_since blocks_until best_before best_after".split(),
    *"all_mass all_share all_best all_sure all_likely".split(),
)
"""Names of the rows that the context adds, in their order."""
_LEVELS: Final = np.array((*RATES, *MASSES))
_ROWS: Final = np.array([0] * len(RATES) + [1] * len(MASSES))[:, None]


def second_values(columns: Columns, chances: Floats) -> Values:
    """The features and the context, row by block.

    Args:
        columns: what the first stage saw.
        chances: what it said, one probability a block.
    """
    facts = columns.facts
    words = facts.words + 0.5  # lines of signs alone are blocks too
    mass = chances * words
    sums = running(np.array((words, mass)))
    total = max(float(sums[1, -1]), LEAST)
    before, after = np.full(len(chances), -1.0), np.full(len(chances), -1.0)
    before[1:], after[:-1] = chances[:-1], chances[1:]
    rows = (
        columns.values,
        (chances, before, after),
        _containers(facts, sums, total),
        _groups(facts, words, mass, total),
        _heading(facts, chances, sums),
        places(facts, sums, chances, total),
        whole(facts, words, mass, chances, total),
    )
    return np.concatenate(rows, dtype=np.float32, casting="unsafe")


def _containers(facts: Facts, sums: Floats, total: float) -> Floats:
    layout = facts.layout
    held, likely = layout.inside(sums)
    share = likely / total
    each = np.array((likely / np.maximum(held, LEAST), share))
    return np.concatenate((each[_ROWS, layout.levels[_LEVELS]], heights(layout, share, SHARES)))


def _groups(facts: Facts, words: Floats, mass: Floats, total: float) -> Floats:
    group = facts.group
    likely = np.bincount(group, mass)
    out: Floats = np.array((likely / np.bincount(group, words), likely / total))[:, group]
    return out


def _heading(facts: Facts, chances: Floats, sums: Floats) -> Floats:
    """The chance of the last heading before each block, and of all that stands between; -1 where there is none."""
    out = np.full((2, len(chances)), -1.0)
    headed = (facts.over >= 0).nonzero()[0]
    over = facts.over[headed]
    held, likely = sums[:, headed] - sums[:, over + 1]
    out[0, headed] = chances[over]
    out[1, headed] = np.where(held > 0, likely / np.maximum(held, LEAST), -1.0)
    return out


def places(facts: Facts, sums: Floats, chances: Floats, total: float) -> Floats:
    """What of the story lies before and behind each block, and how far off that is."""
    numbers, count, (run_words, run_mass) = facts.numbers, len(facts.texts), sums
    likely = chances > LIKELY
    out = np.full((8, count), -1.0)
    out[0] = run_mass[:-1] / total
    out[1] = (run_mass[-1] - run_mass[1:]) / total
    np.maximum.accumulate(chances[:-1], out=out[6, 1:])
    np.maximum.accumulate(chances[:0:-1], out=out[7, -2::-1])
    story = likely.nonzero()[0]
    if len(story):
        first, last = int(story[0]), int(story[-1])
        later, earlier = numbers[first + 1 :], numbers[:last]
        previous = story[np.searchsorted(story, later) - 1]
        following = story[np.searchsorted(story, earlier, side="right")]
        out[2, first + 1 :] = run_words[later] - run_words[previous + 1]
        out[3, :last] = run_words[following] - run_words[earlier + 1]
        np.log1p(np.maximum(out[2:4], 0.0), out=out[2:4], where=out[2:4] != -1.0)
        out[4, first + 1 :] = later - previous
        out[5, :last] = following - earlier
    return out


def whole(facts: Facts, words: Floats, mass: Floats, chances: Floats, total: float) -> Floats:
    """The page as a whole."""
    likely = chances > LIKELY
    values = (
        log1p(total),
        total / float(words.sum()),
        float(chances.max()),
        float(mass @ likely) / total,
        log1p(np.count_nonzero(likely)),
    )
    return np.array(values)[:, None].repeat(len(facts.texts), axis=1)
