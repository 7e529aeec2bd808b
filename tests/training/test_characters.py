"""The kind of every character of the basic plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from characters import build_table

from newsclean.engine.characters import BMP, KINDS, Char

if TYPE_CHECKING:
    import numpy.typing as npt


@pytest.fixture(scope="module")
def table() -> npt.NDArray[np.uint8]:
    return build_table()


@pytest.mark.parametrize(
    ("chars", "kind"),
    [
        ("azäßжمאक", Char.LOWER),
        ("AZÄЖǅ", Char.UPPER),
        ("09٣", Char.DIGIT),
        (" \t\n\u00a0\u3000", Char.SPACE),
        (",;、，،", Char.COMMA),
        (".!?。…؟।", Char.STOP),
        ('"“”„«»’「', Char.QUOTE),
        ("-()[]:'_", Char.PUNCTUATION),
        ("渡船のカ한ก", Char.IDEOGRAPH),
        ("|/•·›→>—–", Char.BAR),
        ("€+☂\ud800\u200d\x00", Char.OTHER),
    ],
)
def test_kinds(table: npt.NDArray[np.uint8], chars: str, kind: Char) -> None:
    assert {char: Char(table[ord(char)]) for char in chars} == dict.fromkeys(chars, kind)


def test_every_character_has_a_kind_and_every_kind_characters(table: npt.NDArray[np.uint8]) -> None:
    assert table.shape == (BMP,)
    assert table.dtype == np.uint8
    assert np.unique(table).tolist() == list(range(KINDS))
