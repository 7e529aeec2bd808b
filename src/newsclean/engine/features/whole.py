"""The page as a whole: the same number for all its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats

NAMES: Final = tuple("page_blocks page_words page_prose page_links page_longest".split())


def rows(facts: Facts) -> Floats:
    """The rows of `NAMES`."""
    words, total = facts.words, facts.total
    logarithms = np.log1p((len(words), total, words.max()))
    values = (logarithms[0], logarithms[1], words @ facts.prose / total, words @ facts.link_share / total, logarithms[2])
    return np.array(values)[:, None].repeat(len(words), axis=1)
