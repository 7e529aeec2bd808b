"""What the words of the blocks say, by the learned vocabulary and by the witnesses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.vocabulary import MAX_LINE, line_tokens, phrases
from newsclean.engine.witnesses import MIN_PROBE, PROBE, squeeze

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats, Indices
    from newsclean.engine.vocabulary import Vocabulary

NAMES: Final = tuple(
    "word_mean word_low word_high word_first phrase title_share title_cover body_hit description_hit repeated".split()
)
UNKNOWN: Final = 1e9
"""Stands for the odds of a word that the vocabulary does not have."""
SCREEN: Final = 3 * PROBE
"""Characters of a block's end that are squeezed to find `PROBE` of them."""


def rows(facts: Facts, vocabulary: Vocabulary) -> list[Floats]:
    """The rows of `NAMES`."""
    titled = facts.witnesses.title_words
    texts, words = facts.texts, facts.words
    odds: list[float] = []
    sizes, said, shared = [], [], []
    in_line, in_prose = vocabulary.line.get, vocabulary.prose.get
    for text, is_line in zip(texts, (words <= MAX_LINE).tolist(), strict=True):
        tokens = line_tokens(text, line=is_line)
        find = in_line if is_line else in_prose
        odds.extend([find(token, UNKNOWN) for token in tokens])
        sizes.append(len(tokens))
        several = is_line and len(tokens) > 1
        said.append(sum([find(phrase, 0.0) for phrase in phrases(tokens)]) if several else 0.0)
        shared.append(len(titled.intersection(tokens)))
    title = np.array(shared, float)
    times = Counter(texts)
    return [
        *_summed(np.array(odds), np.array(sizes)),
        np.array(said, float),
        title / np.maximum(words, 1.0),
        title / max(len(titled), 1),
        *_witnessed(facts),
        np.array([times[text] for text in texts], float),
    ]


def _summed(odds: Floats, sizes: Indices) -> list[Floats]:
    """Mean, lowest, highest and first of the odds of the words that are known, 0 where none is.

    Args:
        odds: of all words of all blocks, `UNKNOWN` where there are none.
        sizes: words of each block, at least one.
    """
    starts = np.cumsum(sizes) - sizes
    known = odds != UNKNOWN
    value = np.where(known, odds, 0.0)
    count = np.add.reduceat(known, starts, dtype=float)
    some = count > 0
    return [
        np.add.reduceat(value, starts) / np.maximum(count, 1.0),
        np.where(some, np.minimum.reduceat(np.where(known, odds, np.inf), starts), 0.0),
        np.where(some, np.maximum.reduceat(np.where(known, odds, -np.inf), starts), 0.0),
        value[starts],
    ]


def _witnessed(facts: Facts) -> tuple[Floats, Floats]:
    witnesses = facts.witnesses
    unknown = np.full(len(facts.texts), -1.0)
    if not witnesses.body and not witnesses.description:
        return unknown, unknown
    # what is shorter than a probe says nothing, squeezed or not
    heads = [squeeze(text[:SCREEN])[:PROBE] if len(text) >= MIN_PROBE else "" for text in facts.texts]
    description = np.array([witnesses.description_hit(head) for head in heads], float)
    if not witnesses.body:
        return unknown, description
    tails = [squeeze(text[-SCREEN:])[-PROBE:] if len(text) >= MIN_PROBE else "" for text in facts.texts]
    return np.array([witnesses.body_hit(*ends) for ends in zip(heads, tails, strict=True)], float), description
