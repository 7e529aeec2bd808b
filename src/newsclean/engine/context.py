"""What the second stage sees beside the features: the first one's chances around a block and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.features import height, running, shifted

if TYPE_CHECKING:
    import numpy.typing as npt

    from newsclean.engine.features import Columns

    Floats = npt.NDArray[np.float64]

SHIFTS: Final = (-4, -3, -2, -1, 1, 2, 3, 4)
WINDOWS: Final = (2, 5, 12)
LEVELS: Final = 7
SHARES: Final = (0.5, 0.8, 0.95)
"""Of the expected words of the story: how far up is the first container that holds so much?"""
LIKELY: Final = 0.5
LEAST: Final = 1e-9


def second_values(columns: Columns, chances: Floats) -> npt.NDArray[np.float32]:
    """The features and the context, block by column.

    Args:
        columns: what the first stage saw.
        chances: what it said, one probability a block.
    """
    context = np.stack(list(_context(columns, chances).values()), axis=1)
    return np.concatenate((columns.values, context.astype(np.float32)), axis=1)


def context_names(columns: Columns, chances: Floats) -> list[str]:
    """The names of the columns that the context adds."""
    return list(_context(columns, chances))


def _context(columns: Columns, chances: Floats) -> dict[str, Floats]:
    words = columns.words + 0.5  # lines of signs alone are blocks too
    mass = chances * words
    out: dict[str, Floats] = {"p": chances}
    out |= {f"p{shift:+d}": shifted(chances, shift) for shift in SHIFTS}
    out |= _windows(words, mass)
    out |= _containers(columns, words, mass)
    out |= _groups(columns, words, mass)
    out |= _places(words, mass, chances)
    return out | _whole(words, mass, chances)


def _windows(words: Floats, mass: Floats) -> dict[str, Floats]:
    count = len(words)
    numbers = np.arange(count)
    run_words, run_mass = running(words), running(mass)
    out = {}
    for size in WINDOWS:
        for name, low, high in (("before", numbers - size, numbers), ("after", numbers + 1, numbers + 1 + size)):
            first, last = np.clip(low, 0, count), np.clip(high, 0, count)
            held = run_words[last] - run_words[first]
            out[f"{name}_{size}"] = np.where(
                held > 0, (run_mass[last] - run_mass[first]) / np.maximum(held, LEAST), -1.0
            )
    return out


def _containers(columns: Columns, words: Floats, mass: Floats) -> dict[str, Floats]:
    layout = columns.layout
    held, likely = layout.inside(running(words)), layout.inside(running(mass))
    total = max(float(mass.sum()), LEAST)
    share = likely / total
    rate = likely / np.maximum(held, LEAST)
    out = {}
    last = layout.ancestors.shape[1] - 1
    for level in range(LEVELS):
        frame = layout.ancestors[:, min(level, last)]
        out[f"rate_{level}"] = rate[frame]
        out[f"mass_{level}"] = share[frame]
    for least in SHARES:
        out |= {f"p_{name}": column for name, column in height(layout, share, least).items()}
    return out


def _groups(columns: Columns, words: Floats, mass: Floats) -> dict[str, Floats]:
    group = columns.group
    held, likely = np.bincount(group, words), np.bincount(group, mass)
    total = max(float(mass.sum()), LEAST)
    return {"group_rate": (likely / held)[group], "group_mass": (likely / total)[group]}


def _places(words: Floats, mass: Floats, chances: Floats) -> dict[str, Floats]:
    total = max(float(mass.sum()), LEAST)
    before = np.cumsum(mass) - mass
    count = len(words)
    numbers = np.arange(count)
    likely = chances > LIKELY
    previous = np.maximum.accumulate(np.where(likely, numbers, -1))
    previous = np.concatenate(([-1], previous[:-1]))
    following = np.minimum.accumulate(np.where(likely, numbers, count)[::-1])[::-1]
    following = np.concatenate((following[1:], [count]))
    run_words = running(words)
    between_before = np.maximum(run_words[numbers] - run_words[previous + 1], 0.0)
    between_after = np.maximum(run_words[following] - run_words[numbers + 1], 0.0)
    best_before = np.concatenate(([-1.0], np.maximum.accumulate(chances)[:-1]))
    best_after = np.concatenate((np.maximum.accumulate(chances[::-1])[::-1][1:], [-1.0]))
    return {
        "mass_before": before / total,
        "mass_after": (total - before - mass) / total,
        "words_since": np.where(previous < 0, -1.0, np.log1p(between_before)),
        "words_until": np.where(following == count, -1.0, np.log1p(between_after)),
        "blocks_since": np.where(previous < 0, -1.0, numbers - previous),
        "blocks_until": np.where(following == count, -1.0, following - numbers),
        "best_before": best_before,
        "best_after": best_after,
    }


def _whole(words: Floats, mass: Floats, chances: Floats) -> dict[str, Floats]:
    ones = np.ones(len(words))
    total = max(float(mass.sum()), LEAST)
    return {
        "all_mass": ones * np.log1p(total),
        "all_share": ones * total / float(words.sum()),
        "all_best": ones * float(chances.max()),
        "all_sure": ones * float(mass[chances > LIKELY].sum()) / total,
        "all_likely": ones * np.log1p(float((chances > LIKELY).sum())),
    }
