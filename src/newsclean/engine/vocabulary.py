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
MAX_WORDS: Final = 16
"""Words of a block that are looked up: furniture gives itself away in its first words, and prose too."""
MAX_LINE_CHARS: Final = 400
"""Characters in which these words are looked for."""
MAX_PHRASE: Final = 6
"""Words of a line that is looked up as a whole."""
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
def name_tokens(classes: str, identity: str, hints: str = "") -> tuple[str, ...]:
    """The tokens of a class, an id and other attributes that name what an element is: whole names without digits, and
    their parts."""
    out: dict[str, None] = {}
    for mark, names in (("=", classes.split()[:MAX_NAMES]), ("=", identity.split()[:2]), ("@", hints.split("\n"))):
        for name in names:
            folded = _DIGITS.sub("0", _CAMEL.sub("-", name[:60])).lower()
            out[mark + folded] = None
            out.update(dict.fromkeys(_PART.findall(folded)))
    return tuple(out)


def name_scorer(odds: Mapping[str, float]) -> Callable[[str, str, str], NameScore]:
    """A function from class, id and hints to what they say; it remembers what it was asked."""

    @lru_cache(CACHED)
    def score(classes: str, identity: str, hints: str) -> NameScore:
        known = [odds[token] for token in name_tokens(classes, identity, hints) if token in odds]
        return NameScore(min(known), max(known), sum(known)) if known else NO_NAME

    return score


def line_tokens(text: str) -> list[str]:
    """The first words of a text as vocabularies have them: no case, nothing at the edges."""
    return [word.strip(_EDGES) for word in text[:MAX_LINE_CHARS].casefold().split(None, MAX_WORDS)[:MAX_WORDS]]


def phrases(tokens: Sequence[str]) -> tuple[str, str, str]:
    """The whole line and its first and last two words, as vocabularies have them; "" for what a line does not have."""
    if len(tokens) < 2:  # noqa: PLR2004 - a phrase
        return "", "", ""
    whole = " ".join(tokens) if 2 < len(tokens) <= MAX_PHRASE else ""  # noqa: PLR2004 - two are the first two
    return whole, f"{tokens[0]} {tokens[1]}", f"{tokens[-2]} {tokens[-1]}."


class Vocabulary(NamedTuple):
    """All that the engine knows of words."""

    names: Callable[[str, str, str], NameScore]
    line: Mapping[str, float]
    """For blocks of at most `MAX_LINE` words."""
    prose: Mapping[str, float]
    """For longer ones."""

    def words(self, tokens: Sequence[str], *, line: bool) -> tuple[float, float, float, float, float]:
        """Mean, lowest, highest and first of the odds of the words that are known, and the total of the phrases; 0
        where none is."""
        odds = self.line if line else self.prose
        known = [odds[token] for token in tokens if token in odds]
        said = 0.0
        for phrase in phrases(tokens):
            said += odds.get(phrase, 0.0)
        if not known:
            return 0.0, 0.0, 0.0, 0.0, said
        return sum(known) / len(known), min(known), max(known), odds.get(tokens[0], 0.0), said
