"""What learned words say: class names of elements, and the words of lines.

A vocabulary maps a token to the logarithm of the odds that what carries it is the story, counted once a site
(`training/vocabulary.py`). Tokens that too few sites share are not in it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

MAX_NAMES: Final = 24
"""Tokens of one element's class and id that are read: frameworks write hundreds, the telling ones come first."""
MAX_LINE: Final = 12
"""A block of so many words is a line: a heading, a button, a byline; more are running text."""
MAX_WORDS: Final = 120
"""Words of a block that are looked up."""
CACHED: Final = 16_384

_PART = re.compile(r"[a-z]{2,}|(?<![a-z])[a-z](?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"\d+")
_EDGES: Final = ".,:;!?()[]{}\"'“”‘’«»…|-–—*•"


class NameScore(NamedTuple):
    """What the class and id of an element say of what is inside."""

    lowest: float
    highest: float
    total: float


NO_NAME: Final = NameScore(0.0, 0.0, 0.0)


@lru_cache(CACHED)
def name_tokens(classes: str, identity: str) -> tuple[str, ...]:
    """The tokens of a class and an id: whole names without digits, and their parts."""
    out: dict[str, None] = {}
    for name in (*classes.split()[:MAX_NAMES], *identity.split()[:2]):
        folded = _DIGITS.sub("0", _CAMEL.sub("-", name[:60])).lower()
        out[f"={folded}"] = None
        out.update(dict.fromkeys(_PART.findall(folded)))
    return tuple(out)


def name_scorer(odds: Mapping[str, float]) -> Callable[[str, str], NameScore]:
    """A function from class and id to what they say; it remembers what it was asked."""

    @lru_cache(CACHED)
    def score(classes: str, identity: str) -> NameScore:
        known = [odds[token] for token in name_tokens(classes, identity) if token in odds]
        return NameScore(min(known), max(known), sum(known)) if known else NO_NAME

    return score


def line_tokens(text: str) -> list[str]:
    """The words of a text as vocabularies have them."""
    return [word.strip(_EDGES) for word in text.casefold().split(None, MAX_WORDS)[:MAX_WORDS]]


class Vocabulary(NamedTuple):
    """All that the engine knows of words."""

    names: Callable[[str, str], NameScore]
    line: Mapping[str, float]
    """For blocks of at most `MAX_LINE` words."""
    prose: Mapping[str, float]
    """For longer ones."""

    def words(self, tokens: Sequence[str]) -> tuple[float, float, float, float]:
        """Mean, lowest, highest and first of the odds of the words that are known, 0 where none is."""
        odds = self.line if len(tokens) <= MAX_LINE else self.prose
        known = [odds[token] for token in tokens if token in odds]
        if not known:
            return 0.0, 0.0, 0.0, 0.0
        return sum(known) / len(known), min(known), max(known), odds.get(tokens[0], 0.0)
