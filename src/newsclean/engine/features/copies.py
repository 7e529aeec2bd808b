"""What stands on the page twice: teasers of the story, and whole texts that pages carry a second time unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.witnesses import PROBE, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.engine.features.facts import Facts, Floats

NAMES: Final = ("cut_short", "covered", "inside")
HEAD: Final = 24
"""Blocks that begin with the same characters are versions of one text."""
LONG: Final = 150
"""Blocks with so many words may hold what other blocks hold too: a whole text in one piece."""


def rows(facts: Facts) -> list[Floats]:
    """The rows of `NAMES`."""
    texts = facts.texts
    longest: dict[str, int] = {}
    for text in texts:
        head = text[:HEAD]
        if longest.get(head, 0) < len(text):
            longest[head] = len(text)
    covered, inside = np.zeros(len(texts)), np.zeros(len(texts))
    long = np.flatnonzero(facts.words >= LONG).tolist()
    if long:
        probes = probes_of(texts)
        for i in long:
            held = held_by(texts[i], probes, apart_from=i)
            covered[i] = sum(len(texts[j]) for j in held) / len(texts[i])
            inside[held] += 1
    return [np.array([len(text) < longest[text[:HEAD]] for text in texts], float), covered, inside]


def probes_of(texts: Sequence[str]) -> list[tuple[int, str]]:
    """The places of the texts that are long enough to be told apart, with how each begins, squeezed."""
    return [(i, squeeze(text[:PROBE])) for i, text in enumerate(texts) if len(text) >= PROBE]


def held_by(text: str, probes: Sequence[tuple[int, str]], *, apart_from: int) -> list[int]:
    """The places of the texts whose beginning stands in a text too."""
    own = squeeze(text)
    return [j for j, probe in probes if j != apart_from and probe in own]
