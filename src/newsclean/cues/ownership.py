"""Whose caption is this? The share of a caption's meaning that the story repeats.

Score = weight of the caption's words that stand in title or body / weight of all its words, where the weight of a
word is its inverse document frequency in news text, and words that tell of no story (dates, countries, capitals,
photo verbs, agencies) weigh nothing. docs/residue.md has the trial: what each threshold costs in own captions and
catches in foreign ones.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.credits import split_credit
from newsclean.cues.lexicon import lexicon
from newsclean.words import stem, words

if TYPE_CHECKING:
    from collections.abc import Mapping

RARE_SHARE: Final = 0.05
"""A stem in at most this share of texts is rare: rare words are the ones that tell stories apart."""

_SHORT: Final = 2
"""Words of so many letters weigh nothing: initials and particles."""


class Ownership(NamedTuple):
    """How far a caption belongs to a story."""

    score: float
    """0 (shares nothing) to 1 (says nothing that the story does not)."""
    rare: int
    """Rare words of the caption."""
    present: int
    """Those of them that stand in the story."""
    foreign_runs: int
    """Runs of two or more capitalised words none of which stands in the story: names of other people."""


@dataclass(frozen=True, slots=True)
class Story:
    """What captions are held against: the stems of a title and a body."""

    stems: frozenset[str]
    words: int
    language: str | None

    @classmethod
    def of(cls, text: str, language: str | None) -> Story:
        """The story that a text tells."""
        found = words(text)
        distinct = frozenset(found)
        plain = frozenset(filter(str.isalnum, distinct))  # most words have no parts
        stems = {*map(stem, plain), *(part for word in distinct - plain for part in _stems(word))}
        return cls(frozenset(stems), len(found), language)

    def owns(self, caption: str) -> Ownership:
        """How far a caption belongs here; its credit is left out."""
        text, _ = split_credit(caption, self.language)
        weight = _weights(self.language)
        total = shared = 0.0
        rare = present = 0
        for key in dict.fromkeys(part for word in words(text) for part in _stems(word)):
            w = weight.of(key)
            if not w:
                continue
            total += w
            here = key in self.stems
            shared += w * here
            if w >= weight.rare:
                rare += 1
                present += here
        return Ownership(shared / total if total else 1.0, rare, present, self._foreign_runs(text))

    def _foreign_runs(self, text: str) -> int:
        weight = _weights(self.language)
        titles = _titles(self.language)
        runs = 0
        for run in _RUN.findall(text):
            names = [w for w in words(run) if w.casefold().strip(".") not in titles and not weight.ignores(stem(w))]
            if len(names) > 1 and not any(part in self.stems for word in names for part in _stems(word)):
                runs += 1
        return runs


_RUN = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*)+")
_PART = re.compile(r"[’'.,\-\u00ad\u200c]")


def _stems(word: str) -> tuple[str, ...]:
    """The stems of a word; of its parts too, so that "Russian-made" meets "Russian"."""
    parts = _PART.split(word)
    whole = stem(word)
    return (whole,) if len(parts) == 1 else tuple(dict.fromkeys((whole, *(stem(p) for p in parts if len(p) > _SHORT))))


@cache
def _titles(language: str | None) -> frozenset[str]:
    return frozenset(lexicon(language)["ownership.titles"])


class _Weights:
    """Inverse document frequencies of a language; where there is no table, all words weigh the same."""

    def __init__(self, language: str | None, texts: int, counts: Mapping[str, int]) -> None:
        self._texts = texts
        self._counts = counts
        phrases = lexicon(language)
        ignored = (
            *phrases["ownership.discount"], *phrases["date.months"], *phrases["date.weekdays"],
            *phrases["credit.words"], *phrases["credit.agencies"], *phrases["places.countries"],
            *phrases["places.capitals"],
        )  # fmt: skip
        self._ignored = frozenset(stem(word) for phrase in ignored for word in words(phrase))
        self.rare = math.log((texts + 1) / (RARE_SHARE * texts + 1)) if texts else 1.0

    def ignores(self, key: str) -> bool:
        """Whether a stem tells of no story: dates, places, photo words, agencies."""
        return key in self._ignored

    def of(self, key: str) -> float:
        """The weight of a stem, 0 for those that tell nothing."""
        if len(key) <= _SHORT or key in self._ignored or key[0].isdigit():
            return 0.0
        if not self._texts:
            return 1.0
        return math.log((self._texts + 1) / (self._counts.get(key, 0) + 1))


@cache
def _weights(language: str | None) -> _Weights:
    file = files("newsclean.cues") / "idf" / f"{language or 'en'}.json"
    if not (language is None or re.fullmatch(r"[a-z]{2,8}", language)) or not file.is_file():
        return _Weights(language, 0, {})
    table = json.loads(file.read_text("utf-8"))
    return _Weights(language, table["texts"], table["stems"])
