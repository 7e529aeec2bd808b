"""Numbers about every block of a page: what the first stage of the model sees.

One cheap pass of Python reads texts and names; everything else is arithmetic on whole columns. Shares and odds keep
their scale, lengths are logarithms, "unknown" is -1 where 0 would mean something. Every group of features is a module
with the `NAMES` of its rows and a function that gives them, row by block. The rows are those that pay: of 264 the best
third is worth more out of fold than all of them (docs/performance.md).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from newsclean.engine.features import around, containers, elements, groups, places, text, whole, wording
from newsclean.engine.features.facts import Facts, read_facts

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Kinds, Values
    from newsclean.engine.vocabulary import Vocabulary
    from newsclean.engine.witnesses import Witnesses
    from newsclean.page import Page

__all__ = ["FEATURES", "Columns", "Facts", "read_features"]

FEATURES: Final[tuple[str, ...]] = (
    *text.NAMES,
    *wording.NAMES,
    *elements.NAMES,
    *places.NAMES,
    *groups.NAMES,
    *containers.NAMES,
    *around.NAMES,
    *whole.NAMES,
)
"""Names of the rows, in their order; the same for every page."""


class Columns(NamedTuple):
    """The features of a page, and what the second stage needs of how they were made."""

    values: Values
    """Feature by block."""
    facts: Facts


def read_features(page: Page, vocabulary: Vocabulary, table: Kinds, witnesses: Witnesses) -> Columns:
    """The features of a page of HTML with at least one block.

    Args:
        page: the page.
        vocabulary: what is known of words.
        table: the `Char` of every character.
        witnesses: what the page declares about its story.
    """
    facts = read_facts(page, witnesses)
    own = (text.rows(facts, table), wording.rows(facts, vocabulary), elements.rows(facts, vocabulary))
    known = dict(zip(FEATURES, chain.from_iterable(own), strict=False))
    rows = (
        *own,
        places.rows(facts),
        groups.rows(facts),
        containers.rows(facts),
        around.rows(facts, known),
        whole.rows(facts),
    )
    return Columns(np.concatenate(rows, dtype=np.float32, casting="unsafe"), facts)
