"""What the words of the blocks say, by the learned vocabulary and by the witnesses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.vocabulary import MAX_LINE, line_tokens
from newsclean.engine.witnesses import PROBE, squeeze

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats
    from newsclean.engine.vocabulary import Vocabulary

NAMES: Final = tuple(
    "word_mean word_low word_high word_first phrase title_share title_cover body_hit description_hit repeated".split()
)
SCREEN: Final = 3 * PROBE
"""Characters of a block's end that are squeezed to find `PROBE` of them."""


def rows(facts: Facts, vocabulary: Vocabulary) -> list[Floats]:
    """The rows of `NAMES`."""
    titled = facts.witnesses.title_words
    odds, shared = [], []
    score = vocabulary.words
    for text, words in zip(facts.texts, facts.words.tolist(), strict=True):
        tokens = line_tokens(text)
        odds.append(score(tokens, line=words <= MAX_LINE))
        shared.append(len(titled.intersection(tokens)) if titled else 0)
    title = np.array(shared, float)
    times = Counter(facts.texts)
    return [
        *np.array(odds, float).T,
        title / np.clip(facts.words, 1.0, None),
        title / max(len(titled), 1),
        *_witnessed(facts),
        np.array([times[text] for text in facts.texts], float),
    ]


def _witnessed(facts: Facts) -> tuple[Floats, Floats]:
    witnesses = facts.witnesses
    if not witnesses.body and not witnesses.description:
        unknown = np.full(len(facts.texts), -1.0)
        return unknown, unknown
    heads = [squeeze(text[:SCREEN])[:PROBE] for text in facts.texts]
    tails = [squeeze(text[-SCREEN:])[-PROBE:] for text in facts.texts] if witnesses.body else heads
    body = [witnesses.body_hit(head, tail) for head, tail in zip(heads, tails, strict=True)]
    return np.array(body, float), np.array([witnesses.description_hit(head) for head in heads], float)
