"""What the text of a block is made of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]


def first(known: Known, markup: str, *names: str) -> list[float]:
    return [known(markup)[name][0] for name in names]


def test_lengths_are_logarithms(known: Known) -> None:
    markup = "<p>One two <a href=/x>three</a></p>"
    assert first(known, markup, "words", "chars") == pytest.approx([math.log1p(3), math.log1p(13)], abs=1e-3)
    assert first(known, markup, "link_share") == pytest.approx([5 / 13], abs=1e-3)


def test_sentences_and_their_signs(known: Known) -> None:
    markup = "<p>“One, two.” Three; four!</p>"
    assert first(known, markup, "stops", "commas") == pytest.approx([math.log1p(2)] * 2, abs=1e-3)
    assert first(known, "<p>a | b / c</p>", "bars") == pytest.approx([math.log1p(2)], abs=1e-3)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It held.", 1), ("It held!", 1), ("“It held”", 1), ("It held", 0), ("It held,", 0), ("Read more /", 0)],
)
def test_the_end_of_a_sentence(known: Known, text: str, ends: int) -> None:
    assert first(known, f"<p>{text}</p>", "ends_sentence") == [ends]


def test_a_block_of_signs_has_finite_numbers(known: Known) -> None:
    assert first(known, "<p>—</p>", "words", "stops", "bars", "ends_sentence") == [0, 0, 0, 0]
