"""How much a word tells of a story: its inverse document frequency in news text, per language.

Words that tell of no story (dates, countries, capitals, photo verbs, agencies) weigh nothing. The tables are
`idf/<language>.json`, written by training/idf.py; a language without one is weighed by the length of its words.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import lexicon
from newsclean.cues.terms import fold_accents, terms, unspaced

if TYPE_CHECKING:
    from collections.abc import Mapping

RARE: Final = 0.5
"""Weight from which a word is rare, and tells stories apart: of a thousand texts it stands in at most thirty."""
UNKNOWN_LONG: Final = 0.8
UNKNOWN_SHORT: Final = 0.2
"""Weights of words in languages without a table: long ones, and those of so few letters that most are particles."""
SHORT_WORD: Final = 3
"""Letters of the words that are short."""
_INITIALS: Final = 2
"""Words of so many letters weigh nothing: initials and particles."""
_KANA = re.compile(r"[\u3040-\u309f]")

_IGNORED: Final = (
    "ownership.discount", "date.months", "date.weekdays", "credit.words", "credit.agencies", "places.countries",
    "places.capitals",
)  # fmt: skip


class Frequencies:
    """The weights of a language's words, from 0 to 1."""

    def __init__(self, language: str | None, texts: int, counts: Mapping[str, int]) -> None:
        """Reads the phrases that weigh nothing.

        Args:
            language: primary subtag.
            texts: how many texts were counted, 0 where there is no table.
            counts: key to the number of texts that have it.
        """
        self.language = language
        self.texts = texts
        self._counts = counts
        phrases = lexicon(language)
        self._ignored = frozenset(term.key for name in _IGNORED for phrase in phrases[name] for term in terms(phrase))
        self.titles = frozenset(fold_accents(title) for title in phrases["ownership.titles"])
        self._known: dict[str, float] = {}

    def ignores(self, key: str) -> bool:
        """Whether a word tells of no story: dates, places, photo words, agencies."""
        return key in self._ignored

    def weight(self, key: str) -> float:
        """How much a key tells, from 0 to 1."""
        found = self._known.get(key)
        if found is None:
            found = self._weigh(key)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = found
        return found

    def _weigh(self, key: str) -> float:
        if key in self._ignored or key[0].isdigit():
            return 0.0
        dense = unspaced(key) or "\uac00" <= key[0] <= "\ud7af"
        if len(key) <= _INITIALS and not dense:
            return 0.0
        if not self.texts:
            short = (len(key) <= SHORT_WORD and not dense) or len(_KANA.findall(key)) == len(key)
            return UNKNOWN_SHORT if short else UNKNOWN_LONG
        return 1.0 - math.log(self._counts.get(key, 0) + 1) / math.log(self.texts + 1)


_MOST_KNOWN: Final = 20_000
"""Weights that are kept: a caption has twenty words, and captions share most of theirs."""


@cache
def frequencies(language: str | None) -> Frequencies:
    """The weights of a language, as they come with the library."""
    file = files("newsclean.cues") / "idf" / f"{language or 'en'}.json"
    if not (language is None or re.fullmatch(r"[a-z]{2,8}", language)) or not file.is_file():
        return Frequencies(language, 0, {})
    table = json.loads(file.read_text("utf-8"))
    return Frequencies(language, table["texts"], table["stems"])
