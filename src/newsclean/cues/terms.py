"""What of a text is compared when a caption is held against a story: a key for each word, in any script.

A key is the beginning of a word without case and accents, so that inflected forms and transliterations meet. Scripts
that set no spaces between words are compared by pairs of characters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.words import STEM_LENGTH, words

if TYPE_CHECKING:
    from collections.abc import Iterator

HANGUL_LENGTH: Final = 2
"""Syllables of a Korean word that are compared: particles are written behind it, without a space."""
_ARTICLE: Final = "\u0627\u0644"
"""The Arabic article, written at its noun."""
LEAST_ARABIC: Final = 5
"""A shorter word that begins with the letters of the article is taken as it is."""
LEAST_PART: Final = 3
"""Shorter parts of joined words tell nothing: "don't", "U.S."."""

_PART = re.compile(r"[’'.,\-\u00ad\u200c]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]")
_RUN_ON = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer: letters as others, and no spaces, so that a clause looks like a word."""
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_RUN_ON_LENGTH: Final = 4

_LATIN_EXTENDED: Final = range(0xC0, 0x250)
_LETTERS: Final = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}


def _plain(code: int) -> str:
    base = unicodedata.normalize("NFD", chr(code))[0]
    return _LETTERS.get(base, base)


_PLAIN: Final = {code: _plain(code) for code in _LATIN_EXTENDED if _plain(code) != chr(code)}


class Term(NamedTuple):
    """A word, ready to be compared."""

    key: str
    name: bool
    """Whether it is written like a name: with a capital letter, and not as the first word."""


def fold_accents(text: str) -> str:
    """A text without case and without the accents of Latin letters."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.translate(_PLAIN)


def key_of(folded: str) -> str:
    """The part of a folded word by which it is compared."""
    if _HANGUL.match(folded):
        return folded[:HANGUL_LENGTH]
    if folded.startswith(_ARTICLE) and len(folded) >= LEAST_ARABIC:
        folded = folded[len(_ARTICLE) :]
    return folded[:STEM_LENGTH]


def keys(text: str) -> frozenset[str]:
    """The keys of the words of a text that has spaces; of others use `fold_accents` and look for the pairs in it."""
    distinct = frozenset(words(fold_accents(text)))
    plain = frozenset(filter(str.isalnum, distinct))  # most words have no parts
    parts = {key_of(part) for word in distinct - plain for part in _parts(word)}
    if text.isascii():
        return frozenset({word[:STEM_LENGTH] for word in plain} | parts)
    return frozenset({*map(key_of, plain)} | parts)


def terms(text: str) -> list[Term]:
    """The words of a short text in order; joined ones also by their parts, "Russian-made" as "russia" too."""
    out: list[Term] = []
    before = ""
    for word in words(text):
        if _UNSPACED.match(word):
            if before:
                out.append(Term(before + word, name=False))
            before = word
            continue
        before = ""
        name = word[0].isupper() and bool(out)
        folded = fold_accents(word)
        if _RUN_ON.match(folded):
            out += (Term(piece, name=False) for piece in _pieces(folded))
        else:
            out += (Term(key_of(part), name=name) for part in _parts(folded))
    return out


def unspaced(key: str) -> bool:
    """Whether a key is of a script without spaces, and so is to be looked for in the running text."""
    return bool(_UNSPACED.match(key) or _RUN_ON.match(key))


def _parts(folded: str) -> tuple[str, ...]:
    """A word and, where it is joined of several, its longer parts."""
    parts = _PART.split(folded)
    return (folded,) if len(parts) == 1 else (folded, *(part for part in parts if len(part) >= LEAST_PART))


def _pieces(folded: str) -> Iterator[str]:
    for at in range(0, max(len(folded) - 1, 1), _RUN_ON_LENGTH // 2):
        yield folded[at : at + _RUN_ON_LENGTH]
