"""What the text of a block is made of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from newsclean.engine.characters import Char

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]


def first(known: Known, markup: str, *names: str) -> list[float]:
    return [known(markup)[name][0] for name in names]


def test_lengths_are_logarithms(known: Known) -> None:
    markup = "<p>One two <a href=/x>three</a></p>"
    assert first(known, markup, "words", "chars", "link_chars") == pytest.approx(
        [math.log1p(3), math.log1p(13), math.log1p(5)], abs=1e-3
    )
    assert first(known, markup, "link_share", "word_length") == pytest.approx([5 / 13, 13 / 3], abs=1e-3)


def test_sentences_and_their_signs(known: Known) -> None:
    markup = "<p>“One, two.” Three; four!</p>"
    assert first(known, markup, "stops", "commas", "quotes") == pytest.approx([math.log1p(2)] * 3, abs=1e-3)
    assert first(known, markup, "stop_share") == [0.5]


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It held.", 1), ("It held!", 1), ("“It held”", 1), ("It held", 0), ("It held,", 0), ("Read more /", 0)],
)
def test_the_end_of_a_sentence(known: Known, text: str, ends: int) -> None:
    assert first(known, f"<p>{text}</p>", "ends_sentence") == [ends]


def test_kinds_at_both_ends(known: Known) -> None:
    assert first(known, "<p>Quay 12</p>", "starts_kind", "ends_kind") == [Char.UPPER, Char.DIGIT]


def test_shares_of_kinds(known: Known) -> None:
    assert first(known, "<p>AB12</p>", "digit_share", "upper_share") == pytest.approx([0.5, 2 / 3], abs=1e-3)
    assert first(known, "<p>a | b</p>", "bar_share", "bars") == pytest.approx([0.5, math.log1p(1)], abs=1e-3)
    assert first(known, "<p>渡船</p>", "ideograph_share") == pytest.approx([2 / 3], abs=1e-3)
    assert first(known, "<p>a-☂ b</p>", "other_share") == pytest.approx([2 / 5], abs=1e-3)


def test_a_block_of_signs_has_finite_numbers(known: Known) -> None:
    assert first(known, "<p>—</p>", "words", "word_length", "upper_share", "stop_share") == [0, 1, 0, 0]
