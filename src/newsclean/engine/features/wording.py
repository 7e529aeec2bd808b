"""What the words of the blocks say, by the learned vocabulary and by the witnesses."""

from __future__ import annotations

from collections import Counter
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.vocabulary import MAX_LINE, line_tokens
from newsclean.engine.witnesses import MIN_PROBE, PROBE, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.engine.features.facts import Facts, Floats
    from newsclean.engine.vocabulary import Vocabulary

NAMES: Final = ("word_mean", "word_low", "word_high", "body_hit", "description_hit", "repeated")
SCREEN: Final = PROBE + PROBE // 2
"""Characters of a block's end that are squeezed to find `PROBE` of them."""


def rows(facts: Facts, vocabulary: Vocabulary) -> Floats:
    """The rows of `NAMES`."""
    texts = facts.texts
    out = np.empty((len(NAMES), len(texts)))
    out[:3] = _odds(facts, vocabulary)
    out[3], out[4] = _witnessed(facts)
    times = Counter(texts)
    out[5] = [times[text] for text in texts]
    return out


def _odds(facts: Facts, vocabulary: Vocabulary) -> Floats:
    """Mean, lowest and highest of the odds of the words of each block that are known, 0 where none is."""
    is_line = facts.words <= MAX_LINE
    lines, others = is_line.nonzero()[0], (~is_line).nonzero()[0]
    short = [line_tokens(facts.texts[i], line=True) for i in lines.tolist()]
    long = [line_tokens(facts.texts[i], line=False) for i in others.tolist()]
    said = chain(
        map(vocabulary.line.get, chain.from_iterable(short), repeat(np.inf)),
        map(vocabulary.prose.get, chain.from_iterable(long), repeat(np.inf)),
    )
    odds = np.array([*said])
    sizes = np.array([*map(len, short), *map(len, long)])
    starts = np.cumsum(sizes) - sizes
    known = odds < np.inf
    count = np.add.reduceat(known, starts, dtype=float)
    found = np.empty((3, len(sizes)))
    np.add.reduceat(np.where(known, odds, 0.0), starts, out=found[0])
    found[0] /= np.maximum(count, 1.0)
    np.minimum.reduceat(odds, starts, out=found[1])
    np.maximum.reduceat(np.where(known, odds, -np.inf), starts, out=found[2])
    found[:, count == 0] = 0.0
    out = np.empty_like(found)
    out[:, np.concatenate((lines, others))] = found
    return out


def _witnessed(facts: Facts) -> tuple[Sequence[float], Sequence[float]]:
    """How much of each block stands in `articleBody`, and whether it begins as the description; -1 where none tells."""
    witnesses, texts = facts.witnesses, facts.texts
    in_body, in_description = [-1.0] * len(texts), [-1.0] * len(texts)
    if not witnesses.body and not witnesses.description:
        return in_body, in_description
    for i, text in enumerate(texts):
        if len(text) < MIN_PROBE:
            continue  # says nothing, squeezed or not
        head = squeeze(text[:SCREEN])[:PROBE]
        in_description[i] = witnesses.description_hit(head)
        if witnesses.body:
            in_body[i] = witnesses.body_hit(head, squeeze(text[-SCREEN:])[-PROBE:])
    return in_body, in_description
