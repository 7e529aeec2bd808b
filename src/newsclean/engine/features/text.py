"""Lengths and characters of the blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.engine.characters import Char, count_kinds

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats, Kinds

NAMES: Final = tuple(
    "words chars link_share link_chars word_length prose stops stop_share commas quotes digit_share upper_share "
    "bar_share bars ideograph_share other_share ends_sentence ends_kind starts_kind".split()
)


def rows(facts: Facts, table: Kinds) -> list[Floats]:
    """The rows of `NAMES`.

    Args:
        facts: of the page.
        table: the `Char` of every character.
    """
    counts, first, last = count_kinds(facts.texts, table)
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
