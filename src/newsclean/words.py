"""Words: how many, and which stems; one definition for the whole library."""

from __future__ import annotations

import re

_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
"""Kana and ideographs: scripts without spaces between words."""
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    r"\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d"
    r"\u0c81-\u0ccd\u0d00-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u102b-\u103e"
    r"\u17b4-\u17d3\u200c\u200d"
)
"""Vowel signs and accents: they stand behind their letter and are no letters to `re`; and joiners between letters."""
_RUN = rf"[^\W_{_UNSPACED}]++(?:[{_MARKS}]++[^\W_{_UNSPACED}]*+)*+"
_JOINERS = r"’'.,\-\u00ad"
_WORD = re.compile(rf"{_RUN}(?:[{_JOINERS}]{_RUN})*+|[{_UNSPACED}]")

_LATIN = "".join(filter(str.isalnum, map(chr, range(0x250))))
_LATIN_WORD = re.compile(rf"[{_LATIN}]++(?:[{_JOINERS}][{_LATIN}]++)*+")
"""The same for texts in Latin script: a set of characters that can be looked up takes half the time."""
_NOT_LATIN = re.compile(r"[^\x00-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
"""Neither Latin letters, nor dashes, quotation marks and signs of currency."""

_BYTES = "cp1252"
"""A byte a character: ASCII, the letters of western Europe, typographic quotes and dashes."""


def _shape(char: str) -> int:
    return ord("a" if char.isalnum() else "-" if re.match(f"[{_JOINERS}]", char) else " ")


_SHAPE = bytes(_shape(bytes((code,)).decode(_BYTES, "replace")) for code in range(256))
"""Makes `a` of letters and digits, `-` of joiners, and spaces of all else."""

STEM_LENGTH = 6
"""Characters of a word that count when words are compared: a stemmer for all languages. What it does for the ownership
of captions is in docs/residue.md."""


def words(text: str) -> list[str]:
    """The words of a text in order, as written; "S-400" and "don't" are one word, an ideograph is a word."""
    pattern = _LATIN_WORD if text.isascii() or _NOT_LATIN.search(text) is None else _WORD
    return pattern.findall(text)


def count_words(text: str) -> int:
    """How many words a text has: as many as `words` finds, counted in half the time where one byte is a character."""
    try:
        raw = text.encode() if text.isascii() else text.encode(_BYTES)
    except UnicodeEncodeError:
        return len(words(text))
    shape = b" " + raw.translate(_SHAPE)
    if b"-" in shape:  # the second time for single letters: in "a-a-a" the middle one belongs to both pairs
        shape = shape.replace(b"a-a", b"aaa").replace(b"a-a", b"aaa").replace(b"-", b" ")
    return shape.count(b" a")


def stem(word: str) -> str:
    """The part of a word by which it is compared."""
    return word.casefold()[:STEM_LENGTH]
