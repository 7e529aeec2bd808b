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
_ARABIC = re.compile(r"[\u0620-\u06ff]")

_BYTES: Final = "cp1252"
"""A byte a character: ASCII, the letters of western Europe, typographic quotes and dashes."""
_EXTENDED = re.compile(r"[\u00c0-\u024f]")
_LETTERS: Final = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "a", "œ": "o", "þ": "t", "ð": "d"}
"""Letters that are no letter and accent; what they become only has to be the same on both sides."""


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return _LETTERS.get(base, base)


_PLAIN: Final = {code: _plain(chr(code)) for code in range(0xC0, 0x250) if _plain(chr(code)) != chr(code)}


def _folded(text: str) -> str:
    folded = text.casefold()
    return folded.translate(_PLAIN) if _EXTENDED.search(folded) else folded


def _folded_byte(code: int) -> int:
    raw = _folded(bytes((code,)).decode(_BYTES, "replace")).encode(_BYTES, "replace")
    return raw[0] if len(raw) == 1 and raw != b"?" else code


_FOLDED_BYTES: Final = bytes(map(_folded_byte, range(256)))
_SHARP_S: Final = "ß".encode(_BYTES)
_MICRO: Final = "µ"
"""The one character of a byte that becomes one of no byte."""


class Term(NamedTuple):
    """A word, ready to be compared."""

    key: str
    name: bool
    """Whether it is written like a name: with a capital letter, and not as the first word."""


def fold_accents(text: str) -> str:
    """A text without case and without the accents of Latin letters."""
    if text.isascii():
        return text.lower()
    if _MICRO not in text:
        try:
            raw = text.encode(_BYTES).replace(_SHARP_S, b"ss")
        except UnicodeError:
            return _folded(text)
        return raw.translate(_FOLDED_BYTES).decode(_BYTES)  # a tenth of the price of `casefold` and `str.translate`
    return _folded(text)


def key_of(folded: str) -> str:
    """The part of a folded word by which it is compared."""
    if folded.isascii():
        return folded[:STEM_LENGTH]
    if _HANGUL.match(folded):
        return folded[:HANGUL_LENGTH]
    if folded.startswith(_ARTICLE) and len(folded) >= LEAST_ARABIC:
        folded = folded[len(_ARTICLE) :]
    return folded[:STEM_LENGTH]


def holds(text: str, key: str) -> bool:
    """Whether a folded text has a word with a key: long ones also inside of words, as compounds hold them.

    Looking for a few keys costs a tenth of taking a whole story into words.
    """
    at, size = text.find(key), len(key)
    if size >= STEM_LENGTH or (size > 1 and _inside_words(key)):
        return at >= 0
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + size : at + size + 1].isalnum():
            return True
        at = text.find(key, at + 1)
    return False


def _inside_words(key: str) -> bool:
    """Whether a key stands inside of words: where there are no spaces, and where particles are written at the noun."""
    if key.isascii():
        return False
    return unspaced(key) or bool(_HANGUL.match(key)) or (len(key) > LEAST_PART and bool(_ARABIC.match(key)))


def terms(text: str) -> list[Term]:
    """The words of a short text in order; joined ones also by their parts, "Russian-made" as "russia" too."""
    out: list[Term] = []
    before = ""
    for word in words(text):
        if not word.isascii() and _UNSPACED.match(word):
            if before and before + word in text:  # not across a space or a comma
                out.append(Term(before + word, name=False))
            before = word
            continue
        before = ""
        name = word[0].isupper() and bool(out)
        folded = fold_accents(word)
        if folded.isascii():
            if folded.isalnum():
                out.append(Term(folded[:STEM_LENGTH], name))
            else:
                out += (Term(part[:STEM_LENGTH], name) for part in _parts(folded))
        elif _RUN_ON.match(folded):
            out += (Term(piece, name=False) for piece in _pieces(folded))
        else:
            out += (Term(key_of(part), name=name) for part in _parts(folded))
    return out


def unspaced(key: str) -> bool:
    """Whether a key is of a script without spaces, and so is to be looked for in the running text."""
    return bool(_UNSPACED.match(key) or _RUN_ON.match(key))


def _parts(folded: str) -> tuple[str, ...]:
    """A word and, where it is joined of several, its longer parts."""
    if folded.isalnum():
        return (folded,)
    return (folded, *(part for part in _PART.split(folded) if len(part) >= LEAST_PART and part != folded))


def _pieces(folded: str) -> Iterator[str]:
    for at in range(0, max(len(folded) - 1, 1), _RUN_ON_LENGTH // 2):
        yield folded[at : at + _RUN_ON_LENGTH]
