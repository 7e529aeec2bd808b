"""What the second stage sees beside the features: the first one's chances around a block and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features.containers import height
from newsclean.engine.features.facts import running, shifted

if TYPE_CHECKING:
    from newsclean.engine.features import Columns
    from newsclean.engine.features.facts import Facts, Floats, Values

SHIFTS: Final = (-4, -3, -2, -1, 1, 2, 3, 4)
WINDOWS: Final = (2, 5, 12)
LEVELS: Final = 7
SHARES: Final = (0.5, 0.8, 0.95)
"""Of the expected words of the story: how far up is the first container that holds so much?"""
LIKELY: Final = 0.5
LEAST: Final = 1e-9
CONTEXT: Final[tuple[str, ...]] = (
    "p",
    *(f"p{shift:+d}" for shift in SHIFTS),
    *(f"before_{size}" for size in WINDOWS),
    *(f"after_{size}" for size in WINDOWS),
    *(f"rate_{level}" for level in range(LEVELS)),
    *(f"mass_{level}" for level in range(LEVELS)),
    *(f"p_{name}_{round(100 * share)}" for share in SHARES for name in ("up", "off")),
    *"group_rate group_mass over_p over_rate".split(),
    *"mass_before mass_after words_since words_until blocks_since blocks_until best_before best_after".split(),
    *"all_mass all_share all_best all_sure all_likely".split(),
)
"""Names of the rows that the context adds, in their order."""


def second_values(columns: Columns, chances: Floats) -> Values:
    """The features and the context, row by block.

    Args:
        columns: what the first stage saw.
        chances: what it said, one probability a block.
    """
    rows = _rows(columns.facts, chances)
    context = np.concatenate(rows, dtype=np.float32, casting="unsafe").reshape(len(rows), -1)
    return np.concatenate((columns.values, context))


def _rows(facts: Facts, chances: Floats) -> list[Floats]:
    words = facts.words + 0.5  # lines of signs alone are blocks too
    mass = chances * words
    sums = running(np.array((words, mass)))
    total = max(float(mass.sum()), LEAST)
    return [
        chances,
        *(shifted(chances, shift) for shift in SHIFTS),
        *windows(facts, sums),
        *_containers(facts, sums, total),
        *_groups(facts, words, mass, total),
        *_heading(facts, chances, sums),
        *places(facts, sums, chances, total),
        *whole(facts, words, mass, chances, total),
    ]


def windows(facts: Facts, sums: Floats) -> list[Floats]:
    """The mean chance of the `WINDOWS` before and behind each block, -1 where there are no blocks."""
    numbers, count = facts.numbers, len(facts.texts)
    sizes = np.array(WINDOWS)[:, None]
    low = np.concatenate((np.maximum(numbers - sizes, 0), np.broadcast_to(numbers + 1, (len(WINDOWS), count))))
    high = np.concatenate((np.broadcast_to(numbers, (len(WINDOWS), count)), np.minimum(numbers + 1 + sizes, count)))
    held, likely = sums[:, high] - sums[:, low]
    return [*np.where(held > 0, likely / np.maximum(held, LEAST), -1.0)]


def _containers(facts: Facts, sums: Floats, total: float) -> list[Floats]:
    layout = facts.layout
    held, likely = layout.inside(sums)
    share, rate = likely / total, likely / np.maximum(held, LEAST)
    near = layout.ancestors[:, :LEVELS].T
    heights = (row for least in SHARES for row in height(layout, share, least))
    return [*rate[near], *share[near], *heights]


def _groups(facts: Facts, words: Floats, mass: Floats, total: float) -> list[Floats]:
    group = facts.group
    held, likely = np.bincount(group, words), np.bincount(group, mass)
    return [(likely / held)[group], (likely / total)[group]]


def _heading(facts: Facts, chances: Floats, sums: Floats) -> list[Floats]:
    """The chance of the last heading before each block, and of all that stands between; -1 where there is none."""
    over = facts.over
    held, likely = sums[:, facts.numbers] - sums[:, over + 1]
    none = over < 0
    return [np.where(none, -1.0, chances[over]), np.where(none | (held <= 0), -1.0, likely / np.maximum(held, LEAST))]


def places(facts: Facts, sums: Floats, chances: Floats, total: float) -> list[Floats]:
    """What of the story lies before and behind each block, and how far off that is."""
    numbers, count, (run_words, run_mass) = facts.numbers, len(facts.texts), sums
    likely = chances > LIKELY
    previous = np.concatenate(([-1], np.maximum.accumulate(np.where(likely, numbers, -1))[:-1]))
    following = np.concatenate((np.minimum.accumulate(np.where(likely, numbers, count)[::-1])[::-1][1:], [count]))
    between_before = np.maximum(run_words[numbers] - run_words[previous + 1], 0.0)
    between_after = np.maximum(run_words[following] - run_words[numbers + 1], 0.0)
    first, last = previous < 0, following == count
    return [
        run_mass[:-1] / total,
        (run_mass[-1] - run_mass[1:]) / total,
        np.where(first, -1.0, np.log1p(between_before)),
        np.where(last, -1.0, np.log1p(between_after)),
        np.where(first, -1.0, numbers - previous),
        np.where(last, -1.0, following - numbers),
        np.concatenate(([-1.0], np.maximum.accumulate(chances)[:-1])),
        np.concatenate((np.maximum.accumulate(chances[::-1])[::-1][1:], [-1.0])),
    ]


def whole(facts: Facts, words: Floats, mass: Floats, chances: Floats, total: float) -> list[Floats]:
    """The page as a whole."""
    likely = chances > LIKELY
    values = (
        np.log1p(total),
        total / words.sum(),
        chances.max(),
        mass[likely].sum() / total,
        np.log1p(likely.sum()),
    )
    return [*np.repeat(np.array(values, float)[:, None], len(facts.texts), axis=1)]
