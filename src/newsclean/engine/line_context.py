"""What the second stage sees of a line beside the features: the first one's chances around it and on the whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.context import LEAST, places, whole
from newsclean.engine.features.facts import running, shifted

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Floats, Values
    from newsclean.engine.line_features import LineColumns, TextFacts

SHIFTS: Final = (-4, -3, -2, -1, 1, 2, 3, 4)
WINDOWS: Final = (2, 5, 12)
CONTEXT: Final[tuple[str, ...]] = (
    "p",
    *(f"p{shift:+d}" for shift in SHIFTS),
    *(f"before_{size}" for size in WINDOWS),
    *(f"after_{size}" for size in WINDOWS),
    *"mass_before mass_after words_since words_until lines_since lines_until best_before best_after".split(),
    *"all_mass all_share all_best all_sure all_likely".split(),
)
"""Names of the rows that the context adds, in their order."""


def second_lines(columns: LineColumns, chances: Floats) -> Values:
    """The features and the context, row by line.

    Args:
        columns: what the first stage saw.
        chances: what it said, one probability a line.
    """
    facts = columns.facts
    words = facts.words + 0.5
    mass = chances * words
    sums = running(np.array((words, mass)))
    total = max(float(mass.sum()), LEAST)
    rows = [
        chances,
        *(shifted(chances, shift) for shift in SHIFTS),
        *_windows(facts, sums),
        *places(facts, sums, chances, total),
        *whole(facts, words, mass, chances, total),
    ]
    context = np.concatenate(rows, dtype=np.float32, casting="unsafe").reshape(len(rows), -1)
    return np.concatenate((columns.values, context))


def _windows(facts: TextFacts, sums: Floats) -> list[Floats]:
    """The mean chance of the `WINDOWS` before and behind each line, -1 where there are no lines."""
    numbers, count = facts.numbers, len(facts.texts)
    sizes = np.array(WINDOWS)[:, None]
    low = np.concatenate((np.maximum(numbers - sizes, 0), np.broadcast_to(numbers + 1, (len(WINDOWS), count))))
    high = np.concatenate((np.broadcast_to(numbers, (len(WINDOWS), count)), np.minimum(numbers + 1 + sizes, count)))
    held, likely = sums[:, high] - sums[:, low]
    return [*np.where(held > 0, likely / np.maximum(held, LEAST), -1.0)]
