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
MAX_WORDS: Final = 8
"""Words of a longer block that are looked up: furniture gives itself away in its first words, and prose too."""
MAX_CHARS: Final = 120
"""Characters in which these words are looked for."""
MAX_PHRASE: Final = 6
"""Words of a line that is looked up as a whole."""
CACHED: Final = 16_384

_PART = re.compile(r"[a-z]{2,}|(?<![a-z])[a-z](?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS = re.compile(r"\d+")
_EDGES: Final = ".,:;!?()[]{}\"'“”‘’«»…|-–—*•"


class NameScore(NamedTuple):
    """What the class, id and hints of an element say of what is inside."""

    lowest: float
    highest: float
    total: float
    """Of the odds of its tokens."""
    called: int
    """A bit for each of `CALLED` that it is called by."""


CALLED: Final[tuple[tuple[str, str], ...]] = (
    ("footer", "footer foot copyright legal disclaimer"),
    ("story", "story article post entry single articlebody storybody"),
    ("second", "second secondary next infinite additional under"),
)
"""What elements are called, and the parts of names that call them so."""
_BITS: Final = {
    word: sum(1 << n for n, (_, words) in enumerate(CALLED) if word in words.split())
    for word in " ".join(words for _, words in CALLED).split()
}


@lru_cache(CACHED)
def name_tokens(classes: str, identity: str, hints: str = "") -> tuple[str, ...]:
    """The tokens of what names an element: whole names without digits, and their parts.

    Args:
        classes: its class attribute.
        identity: its id.
        hints: other attributes, a line each, as `Frame.hints` has them.
    """
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
        tokens = name_tokens(classes, identity, hints)
        known = [odds[token] for token in tokens if token in odds] or [0.0]
        called = 0
        for token in tokens:
            called |= _BITS.get(token, 0)
        return NameScore(min(known), max(known), sum(known), called)

    return score


def line_tokens(text: str, *, line: bool) -> list[str]:
    """The first words of a text as vocabularies have them: no case, nothing at the edges.

    Args:
        text: of a block.
        line: whether the block is a line, or longer.
    """
    if line:
        return [word.strip(_EDGES) for word in text.casefold().split()]
    return [word.strip(_EDGES) for word in text[:MAX_CHARS].casefold().split(None, MAX_WORDS)[:MAX_WORDS]]


def phrases(tokens: Sequence[str]) -> list[str]:
    """The first two words of a line together, the last two, and the whole of it, as vocabularies have them.

    Args:
        tokens: of a line, two or more.
    """
    first = f"{tokens[0]} {tokens[1]}"
    last = f"{tokens[-2]} {tokens[-1]}."
    return [first, last, " ".join(tokens)] if 2 < len(tokens) <= MAX_PHRASE else [first, last]  # noqa: PLR2004 - two are the first two


class Vocabulary(NamedTuple):
    """All that the engine knows of words."""

    names: Callable[[str, str, str], NameScore]
    line: Mapping[str, float]
    """For blocks of at most `MAX_LINE` words."""
    prose: Mapping[str, float]
    """For longer ones."""
