"""Blocks in like elements: a list of teasers is one group, the paragraphs of the story another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats

NAMES: Final = tuple(
    "group_size group_words group_mean group_links group_prose group_share group_parents group_span".split()
)


def rows(facts: Facts) -> Floats:
    """The rows of `NAMES`."""
    group, words = facts.group, facts.words
    size = np.bincount(group)
    held = np.bincount(group, words)
    above = facts.layout.levels[1].tolist()
    parents = np.zeros(len(size))
    for number, _ in {*zip(group.tolist(), above, strict=True)}:
        parents[number] += 1
    first, last = np.zeros(len(size)), np.zeros(len(size))
    last[group] = facts.numbers
    first[group[::-1]] = facts.numbers[::-1]
    table = np.array(
        (
            np.log1p(size),
            np.log1p(held),
            held / size,
            np.bincount(group, facts.link_share * words) / np.maximum(held, 1.0),
            np.bincount(group, facts.prose) / size,
            held / facts.total,
            parents / size,
            size / (last - first + 1.0),
        )
    )
    return table[:, group]
