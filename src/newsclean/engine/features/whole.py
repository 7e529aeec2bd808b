"""The page as a whole: the same number for all its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.engine.features.facts import Facts, Floats

NAMES: Final = tuple(
    "page_blocks page_words page_prose page_links page_longest page_has_body page_in_article page_in_main".split()
)


def rows(facts: Facts, known: Mapping[str, Floats]) -> list[Floats]:
    """The rows of `NAMES`.

    Args:
        facts: of the page.
        known: features by name.
    """
    words, total = facts.words, facts.total
    values = (
        np.log1p(len(words)),
        np.log1p(total),
        words @ facts.prose / total,
        words @ facts.link_share / total,
        known["words"].max(),
        known["body_hit"].max() > 0,
        words @ known["in_article"] / total,
        words @ known["in_main"] / total,
    )
    return [*np.repeat(np.array(values, float)[:, None], len(words), axis=1)]
