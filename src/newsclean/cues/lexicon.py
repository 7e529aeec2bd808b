"""Phrases of the news trade, per language, from `lexicon/<language>.toml`; a new language is one new file.

Every page gets the entries of `common.toml` and `en.toml` (furniture is often English elsewhere too) and those of its
own language. Phrases are compared after `fold`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_ALWAYS: Final = ("common", "en")
_APOSTROPHES: Final = "’‘ʼ"
_SPACED: Final = re.compile(r"(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f])\w")
"""A letter of a script that sets words apart; Korean does, but its particles stand at the word."""
_WORD: Final = re.compile(r"\w+")
_INVISIBLE: Final = "\u200b\u00ad"
MAX_KEPT_CHARS: Final = 1_000
"""Longer texts are folded anew each time, so that what is kept stays small."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases that apply to pages of one language, folded."""

    language: str | None
    phrases: Mapping[str, tuple[str, ...]]
    """`table.key` to its phrases, in the order of the files."""

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self.phrases.get(key, ())

    def alternation(self, *keys: str) -> str:
        """A regular expression for any phrase of some keys, for folded text; never matches if there is none."""
        return self._joined(keys, re.escape)

    def ending(self, *keys: str) -> str:
        """As `alternation`, for phrases that end with a word: no letter may follow, where the script has spaces."""
        return self._joined(
            keys, lambda phrase: re.escape(phrase) + (r"(?![^\W_])" if _SPACED.match(phrase[-1]) else "")
        )

    def beginning(self, *keys: str) -> str:
        """As `alternation`, for phrases that begin a word: no letter may stand before, where the script has spaces."""
        return self._joined(
            keys, lambda phrase: (r"(?<![^\W_])" if _SPACED.match(phrase[0]) else "") + re.escape(phrase)
        )

    def _joined(self, keys: Iterable[str], pattern: Callable[[str], str]) -> str:
        found = sorted({phrase for key in keys for phrase in self[key]}, key=lambda p: (-len(p), p))
        return f"(?:{'|'.join(map(pattern, found))})" if found else "(?!)"


def fold(text: str) -> str:
    """Text as phrases are compared: no case, plain apostrophes and spaces, nothing invisible."""
    return _fold_short(text) if len(text) <= MAX_KEPT_CHARS else _fold(text)


def fold_evenly(text: str) -> str:
    """Text without case and with plain apostrophes, letter for letter: what is found in it is there in the text."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    if not low.isascii():
        for odd in _APOSTROPHES:
            low = low.replace(odd, "'")
    return low


@lru_cache(maxsize=128)
def _fold_short(text: str) -> str:
    """Kept for the last lines, as many as a story has: each detector holds all of them against its phrases."""
    return _fold(text)


def _fold(text: str) -> str:
    if not text.isascii():
        for odd in _APOSTROPHES:  # a tenth of the price of `str.translate`
            text = text.replace(odd, "'")
    folded = text.casefold()
    if folded.isprintable() and "  " not in folded and folded[:1] != " " != folded[-1:]:
        return folded  # no white space but single spaces, nothing invisible: most lines
    for odd in _INVISIBLE:
        folded = folded.replace(odd, "")
    return " ".join(folded.split())


def needles(phrases: Iterable[str]) -> tuple[str, ...]:
    """Few words of which each phrase has one: half as many as there are phrases, so half as much to look for."""
    found: list[str] = []
    for phrase in sorted(phrases, key=lambda phrase: (len(phrase), phrase)):
        if not any(needle in phrase for needle in found):
            found.append(max(_WORD.findall(phrase), key=len, default=phrase))
    return tuple(found)


@cache
def lexicon(language: str | None) -> Lexicon:
    """The lexicon for a language (primary subtag; None or one without a file gives what applies to all pages)."""
    merged: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys((*_ALWAYS, language)):
        for key, phrases in _read(name) if name else ():
            merged[key] = tuple(dict.fromkeys((*merged.get(key, ()), *phrases)))
    return Lexicon(language, merged)


def languages() -> tuple[str, ...]:
    """The languages that have a file."""
    names = (entry.name for entry in files("newsclean.lexicon").iterdir())
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml") and n != "common.toml"))


def _read(name: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    if not re.fullmatch(r"[a-z]{2,8}", name):  # a language comes from the page: it must not become a path
        return
    file = files("newsclean.lexicon") / f"{name}.toml"
    if not file.is_file():
        return
    for table, entries in tomllib.loads(file.read_text("utf-8")).items():
        for key, phrases in entries.items():
            yield f"{table}.{key}", tuple(map(fold, phrases))
