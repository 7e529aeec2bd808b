"""The grammar of lines that name the author: "By Jane Roe, Science editor", "Von Jana Roe", "김철수 기자"."""

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
MAX_CASELESS: Final = 5
"""Words of a script without capitals: two names and "and"; more are a sentence."""

_PARTS = re.compile(r"[,|،、，]")
_POSSESSIVE = re.compile(r"[’']s\b")
_DENSE_NAME: Final = r"[\u4e00-\u9fff\u3005\uac00-\ud7a3]{2,4}"
"""A name of ideographs or syllables has two to four of them, family name first."""
_DENSE_LIST: Final = rf"{_DENSE_NAME}(?:[\s、，,・·]+{_DENSE_NAME}){{0,2}}"
_DENSE_NAMES = re.compile(_DENSE_LIST)
_DENSE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_CASELESS = re.compile(r"[\u0590-\u08ff]")
_EMAIL = re.compile(r"\s*[(<]?[\w.+-]+@[\w.-]+\.[a-z]+[)>]?$")


def byline(text: str, language: str | None) -> bool:
    """Whether a line is "By" and names, with a role or place behind: no sentence, no date, no bare name.

    In languages whose word for "by" has other meanings ("von", "por", "di") only words that join names or name a place
    may stand small behind it. In Korean, Japanese and Chinese the task stands behind the name, too.
    """
    if len(text) > MAX_CHARS:
        return False
    start = _by(language).match(text)
    if start is None:
        return _signed(text, language)
    rest = text[start.end() :].strip()
    if (
        not rest
        or _POSSESSIVE.search(rest)
        or rest.endswith((".", "!", "?", ":", "。", "؟"))
        or any(c.isdigit() for c in rest)
    ):
        return False
    if start["english"] is None and _DENSE.search(rest):
        return _DENSE_NAMES.fullmatch(rest) is not None
    name, *_ = _PARTS.split(rest, maxsplit=1)  # behind a comma or bar stands a role, in small letters
    tokens = [word for word in name.split() if word.strip("-–—·•&/|")]
    named = [word for word in tokens if not word[0].islower()]
    if len(named) < MIN_NAMES or tokens[0][0].islower() or (_CASELESS.search(name) and len(tokens) > MAX_CASELESS):
        return False
    small = [word for word in tokens if word[0].islower()]
    return len(small) <= MAX_SMALL and (start["english"] is not None or _joins(language).issuperset(small))


def _signed(text: str, language: str | None) -> bool:
    """Whether a line is a name with the task of a reporter behind it."""
    after = _after(language)
    return after is not None and after.fullmatch(_EMAIL.sub("", text.strip())) is not None


@cache
def _by(language: str | None) -> re.Pattern[str]:
    english, other = lexicon(None).alternation("byline.by"), lexicon(language).alternation("byline.by")
    return re.compile(rf"\W?(?:(?P<english>{english})|{other})(?:\s*[:：]\s*|\s+|(?<=[/／・:]))", re.IGNORECASE)


@cache
def _after(language: str | None) -> re.Pattern[str] | None:
    words = lexicon(language)
    if not words["byline.after"]:
        return None
    return re.compile(rf"(?:{_DENSE_LIST}\s*{words.alternation('byline.after')}[\s,、，·=]*){{1,3}}")


@cache
def _joins(language: str | None) -> frozenset[str]:
    """Small words that may stand behind a name: "and", those before a place, parts of names."""
    words = lexicon(language)
    return frozenset((*words["byline.joins"], *words["credit.particles"]))
