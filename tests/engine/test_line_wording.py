"""What a line of a plain text is made of, and what its words say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newsclean.engine.characters import Char
from newsclean.engine.line_features import TextFacts
from newsclean.engine.line_wording import NAMES, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.vocabulary import Vocabulary
    from newsclean.page import Page

    Known = Callable[..., dict[str, list[float]]]

LONG = "subscribe to the letters of the harbour board and read them every single morning"


@pytest.fixture
def known(text: Callable[..., Page], vocabulary: Vocabulary, table: np.ndarray) -> Known:
    """Lines to their numbers by name."""

    def read(*lines: str) -> dict[str, list[float]]:
        found = rows(TextFacts(text(*lines)), vocabulary, table)
        assert all(np.isfinite(row).all() for row in found)
        return dict(zip(NAMES, (row.tolist() for row in found), strict=True))

    return read


def of(found: dict[str, list[float]], *names: str) -> list[float]:
    return [found[name][0] for name in names]


def test_lengths_and_signs(known: Known) -> None:
    found = known("“One, two.” Three; four!")
    assert of(found, "words", "stops", "commas", "quotes") == pytest.approx([math.log1p(4), *[math.log1p(2)] * 3])
    assert of(found, "stop_share", "ends_sentence", "link_share") == [0.5, 1.0, 0.0]


def test_kinds_of_characters(known: Known) -> None:
    assert of(known("AB12"), "digit_share", "upper_share") == pytest.approx([0.5, 2 / 3])
    assert of(known("a | b"), "bar_share", "bars") == pytest.approx([0.5, math.log1p(1)])
    assert of(known("渡船"), "ideograph_share") == pytest.approx([2 / 3])
    assert of(known("Quay 12"), "starts_kind", "ends_kind") == [Char.UPPER, Char.DIGIT]


def test_odds_of_words(known: Known) -> None:
    assert of(known("Monday: share quay"), "word_mean", "word_low", "word_high", "word_first") == [-0.75, -2, 0.5, 0.5]
    assert of(known("granite share"), "word_first", "word_low", "word_high") == [0.0, -2.0, -2.0]
    assert of(known("granite wall"), "word_mean", "word_low", "word_high", "word_first", "phrase") == [0] * 5
    assert of(known(LONG), "word_low", "word_high") == [-2.0, 0.5]


def test_phrases_add_up(known: Known) -> None:
    found = known("Read more", "Share this", "More to read")
    assert found["phrase"] == [-1.5, -0.5, 0.0]


def test_words_shared_with_the_first_line_and_copies(known: Known) -> None:
    found = known("Old quay opens again", "The old quay of old", "Granite", "Granite")
    assert found["title_share"] == pytest.approx([1.0, 0.4, 0.0, 0.0])
    assert found["title_cover"] == pytest.approx([1.0, 0.5, 0.0, 0.0])
    assert found["repeated"] == [1, 1, 2, 2]


def test_a_text_declares_nothing(known: Known) -> None:
    assert of(known(LONG), "body_hit", "description_hit") == [-1.0, -1.0]
