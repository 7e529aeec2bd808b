"""Which lines of a story begin as residue does: one cheap look for all detectors, and the patterns of whole lines.

A story has dozens of lines and next to none of them begins with a phrase of the lexicon. So the first characters of a
line are looked up once; a detector sees only the lines that begin with one of its own phrases.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.lexicon import fold, lexicon, needles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.page import Candidate, Reading

TABLES: Final = (
    "related", "newsletter", "advertisement", "follow", "comments", "donation", "paywall", "listen", "reading",
    "player", "standards", "share", "tags", "poll", "navigation",
)  # fmt: skip
"""Tables of the lexicon whose lists are openings."""
KEYS: Final = ("prefixes", "weak", "labels", "weak_labels", "starts", "verbs", "lines", "heads", "networks")
MAX_WORDS: Final = 70
"""Longer lines are prose, whatever they begin with: notes that name a dozen reporters have 60 words."""
LONG, SHORT = 6, 2
"""Characters by which a line is looked up: the first for phrases that have them, the second for shorter ones; a phrase
of one character is looked up by that."""
BEFORE: Final = r"(?:(?![\"“”„«‘「『])[\W_]){0,4}"
"""Signs before a phrase, as a regular expression. A quotation mark is none of them: somebody says what follows."""
_LEAD: Final = " \t\n\xa0\u200b\u200e\u200f\ufeff*•·-–—>»›→►▶|[](){}<【〈《「『■◆●▼#+_~.:…\"'“”„«¿¡📱👉🔴⬇️✅🎧📩📧👁"
"""What stands before the first word of a line: bullets, brackets, dashes, pointing hands."""


def openings(reading: Reading) -> Mapping[str, tuple[Candidate, ...]]:
    """Table of the lexicon to the lines of the story that begin with one of its phrases, or may."""
    long, short = _starts(reading.language)
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for i in reading.body:
        block = reading.page.blocks[i]
        if block.words > MAX_WORDS:
            continue
        head = _head(block.text[: 3 * LONG])
        tables = long.get(head[:LONG], ())
        others = (*short.get(head[:SHORT], ()), *short.get(head[:1], ()))
        for table in dict.fromkeys((*tables, *others)) if others else tables:
            found[table].append(block)
    return {table: tuple(blocks) for table, blocks in found.items()}


def opening(reading: Reading, table: str) -> tuple[Candidate, ...]:
    """The lines of the story that begin with a phrase of a table, or may."""
    return reading.once(openings).get(table, ())


def lines_of(reading: Reading, table: str, *, most: int = MAX_WORDS) -> Iterator[Candidate]:
    """The lines of the story that are nothing but one of a table's `lines`, or begin with one of its `starts`.

    Args:
        reading: the page.
        table: of the lexicon.
        most: words of such a line.
    """
    for block in opening(reading, table):
        if block.words > most:
            continue
        text = fold(block.text)
        whole = whole_line(reading.language, f"{table}.lines").fullmatch(text)
        if whole or line_start(reading.language, f"{table}.starts").match(text):
            yield block


def lines_like(reading: Reading, table: str, pattern: re.Pattern[str]) -> Iterator[Candidate]:
    """The lines of the story that begin with a phrase of a table and that a pattern, for folded text, matches whole."""
    return (block for block in opening(reading, table) if pattern.fullmatch(fold(block.text)))


@cache
def whole_line(language: str | None, *keys: str) -> re.Pattern[str]:
    """Matches a folded line that is nothing but one of some phrases and signs around it."""
    return re.compile(rf"{BEFORE}{lexicon(language).alternation(*keys)}[\W_]{{0,4}}")


@cache
def line_start(language: str | None, *keys: str) -> re.Pattern[str]:
    """Matches the start of a folded line that begins with one of some phrases."""
    return re.compile(rf"{BEFORE}{lexicon(language).ending(*keys)}")


class Phrases(NamedTuple):
    """A pattern of phrases to be found anywhere in a folded line."""

    pattern: re.Pattern[str]
    needles: tuple[str, ...]
    """One of these is in whatever the pattern finds."""

    def search(self, folded: str, start: int = 0) -> re.Match[str] | None:
        """What is found first behind a place; whether there is a needle is asked before, at a tenth of the price."""
        tail = folded[start:] if start else folded
        return self.pattern.search(folded, start) if any(map(tail.__contains__, self.needles)) else None


@cache
def anywhere(language: str | None, *keys: str) -> Phrases:
    """Finds any of some phrases in a folded line."""
    words = lexicon(language)
    return Phrases(re.compile(words.beginning(*keys)), needles(phrase for key in keys for phrase in words[key]))


def _head(text: str) -> str:
    return text.lstrip(_LEAD).casefold().replace("’", "'")


@cache
def _starts(language: str | None) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """First characters to the tables that have a phrase which begins so."""
    words = lexicon(language)
    long: defaultdict[str, dict[str, None]] = defaultdict(dict)
    short: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for table in TABLES:
        for key in KEYS:
            for phrase in words[f"{table}.{key}"]:
                head = _head(phrase)
                if len(head) < LONG:
                    short[head[:SHORT]][table] = None
                else:
                    long[head[:LONG]][table] = None
    return {k: tuple(v) for k, v in long.items()}, {k: tuple(v) for k, v in short.items()}
