"""The table that tells the kind of every character of the basic plane; it goes into the model file."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np

from newsclean.engine.characters import BMP, Char

if TYPE_CHECKING:
    import numpy.typing as npt


def build_table() -> npt.NDArray[np.uint8]:
    """The `Char` of every character, from its Unicode category where no list here names it."""
    table = np.zeros(BMP, np.uint8)
    for kind, chars in (
        (Char.COMMA, ",;、，；،"),
        (Char.STOP, ".!?。！？؟।…"),
        (Char.QUOTE, '"“”„«»‘’「」『』'),
        (Char.BAR, "|/•·›→–—>▶︎"),
    ):
        table[[ord(c) for c in chars]] = kind
    for code in range(BMP):
        if not table[code]:
            table[code] = _kind(chr(code))
    return table


def _kind(char: str) -> Char:
    category = unicodedata.category(char)
    if category == "Lo" and ("\u2e80" <= char <= "\ud7ff" or "\u0e00" <= char <= "\u0eff"):
        return Char.IDEOGRAPH
    if char.isspace():
        return Char.SPACE
    if category[0] == "P":
        return Char.PUNCTUATION
    return {"Lu": Char.UPPER, "Lt": Char.UPPER, "Ll": Char.LOWER, "Lo": Char.LOWER, "Nd": Char.DIGIT}.get(
        category, Char.OTHER
    )
