"""What each line of a plain text is made of: lengths, characters, and what its words say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.characters import Char, count_kinds
from newsclean.engine.vocabulary import MAX_LINE, line_tokens, phrases

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats, Indices, Kinds
    from newsclean.engine.vocabulary import Vocabulary

_TEXT: Final = tuple(
    "words chars link_share link_chars word_length prose stops stop_share commas quotes digit_share upper_share "
    "bar_share bars ideograph_share other_share ends_sentence ends_kind starts_kind".split()
)
_WORDING: Final = tuple(
    "word_mean word_low word_high word_first phrase title_share title_cover body_hit description_hit repeated".split()
)
NAMES: Final = (*_TEXT, *_WORDING)
UNKNOWN: Final = 1e9
"""Stands for the odds of a word that the vocabulary does not have."""


def rows(facts: Facts, vocabulary: Vocabulary, table: Kinds) -> list[Floats]:
    """The rows of `NAMES`.

    Args:
        facts: of the text.
        vocabulary: what is known of words.
        table: the `Char` of every character.
    """
    return [*_text(facts, table), *_wording(facts, vocabulary)]


def _text(facts: Facts, table: Kinds) -> list[Floats]:
    counts, first, last = count_kinds(facts.texts, table)
    counts = counts.astype(float)
    chars = np.maximum(counts.sum(axis=0), 1.0)
    words = np.maximum(facts.words, 1.0)
    letters = counts[Char.LOWER] + counts[Char.UPPER] + counts[Char.IDEOGRAPH] + 1.0
    logs = np.log1p(
        np.array(
            (
                facts.words,
                facts.chars,
                facts.links,
                counts[Char.STOP],
                counts[Char.COMMA],
                counts[Char.QUOTE],
                counts[Char.BAR],
            )
        )
    )
    return [
        logs[0],
        logs[1],
        facts.link_share,
        logs[2],
        facts.chars / words,
        facts.prose,
        logs[3],
        counts[Char.STOP] / words,
        logs[4],
        logs[5],
        counts[Char.DIGIT] / chars,
        counts[Char.UPPER] / letters,
        counts[Char.BAR] / words,
        logs[6],
        counts[Char.IDEOGRAPH] / letters,
        (counts[Char.OTHER] + counts[Char.PUNCTUATION]) / chars,
        ((last == Char.STOP) | (last == Char.QUOTE)).astype(float),
        last.astype(float),
        first.astype(float),
    ]


def _wording(facts: Facts, vocabulary: Vocabulary) -> list[Floats]:
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
    unknown = np.full(len(texts), -1.0)  # a plain text declares nothing
    return [
        *_summed(np.array(odds), np.array(sizes)),
        np.array(said, float),
        title / np.maximum(words, 1.0),
        title / max(len(titled), 1),
        unknown,
        unknown,
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
