"""The page as a whole: the same number for all its blocks."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats

NAMES: Final = tuple("page_blocks page_words page_prose page_links page_longest".split())


def rows(facts: Facts) -> Floats:
    """The rows of `NAMES`."""
    words, total = facts.words, facts.total
    values = (
        log1p(len(words)),
        log1p(total),
        words @ facts.prose / total,
        words @ facts.link_share / total,
        log1p(words.max()),
    )
    return np.array(values)[:, None].repeat(len(words), axis=1)
