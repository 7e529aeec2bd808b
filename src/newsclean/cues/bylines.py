"""The grammar of lines that name the author: "By Jane Roe, Science editor"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclean.cues.lexicon import lexicon

MAX_CHARS: Final = 120
"""Two names, two roles and an agency."""
MIN_NAMES: Final = 2
"""Words with a capital: a first and a last name; "By Monday" and "By noon" have fewer."""
MAX_SMALL: Final = 4
"""Words without: "and", "in", "de la"."""

_PARTS = re.compile(r"[,|]")
_POSSESSIVE = re.compile(r"[’']s\b")


def byline(text: str, language: str | None) -> bool:
    """Whether a line is "By" and names, with a role or place behind: no sentence, no date, no bare name."""
    start = _by(language).match(text) if len(text) <= MAX_CHARS else None
    rest = text[start.end() :].strip() if start else ""
    if not rest or rest.endswith((".", "!", "?", ":")) or any(c.isdigit() for c in rest) or _POSSESSIVE.search(rest):
        return False
    name, *_ = _PARTS.split(rest, maxsplit=1)  # behind a comma or bar stands a role, in small letters
    tokens = [word for word in name.split() if word.strip("-–—·•&/|")]
    named = [word for word in tokens if not word[0].islower()]
    if len(named) < MIN_NAMES or tokens[0][0].islower():
        return False
    return len(tokens) - len(named) <= MAX_SMALL


@cache
def _by(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"\W?{lexicon(language).alternation('byline.by')}(?:\s*[:：]\s*|\s+)", re.IGNORECASE)
