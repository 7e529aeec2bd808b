"""Text patterns: how a line is folded before it is matched, and how much time a pattern may take.

A line is matched with white space folded (a no-break space is a space) and typographic apostrophes made plain, and so
is the pattern: whichever apostrophe a rule is written with finds both. Positions stay those of the line with white
space folded alone.
"""

from __future__ import annotations

import math
import time
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regex import Match, Pattern

TIME_LIMIT: Final = 0.05
"""Seconds of processor time for one pattern on one page; an ordinary pattern takes 0.0001 on 150 lines. A hostile or
clumsy one is cut off here."""

MAX_REPEATS: Final = 10_000
"""The least counts of all `{n}` and `{n,m}` of a pattern, multiplied: the compiler writes them out where they are
nested, and two of 100,000 take all memory. Ten thousand compile in 0.02 seconds."""

MAX_LENGTH: Final = 10_000
"""Characters of a pattern: 118,000 of alternatives take a second to compile, and another to search, unhindered by the
time limit. The longest of the shipped rules has 150."""
MAX_BRANCH: Final = 1_000
"""Characters between two `|`: before its first search the regex package looks for repetitions in a long string, which
takes it 0.4 seconds for a thousand letters of one kind and nine for three thousand, unhindered as well."""

_COUNT: Final = regex.compile(r"\{(\d{1,9})(?:,\d*)?\}")
_PLAIN: Final = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc", "'") | dict.fromkeys("\u00a0\u202f", " "))
_PLAIN_GROUP: Final = regex.compile(r"\(\?(?::|i\)|P?<[A-Za-z_]\w*>)")
_BEYOND_ITS_LINE: Final = regex.compile(r"\\[AGKZz]|\(\?|\(\*|[*+?}]\+")
"""Parts of a pattern that may see the difference between a line and a line among others."""


class PatternTimeoutError(Exception):
    """A pattern took more than its time; internal, a notice is made of it."""


def fold(text: str) -> str:
    """White space folded and trimmed: what positions refer to."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """A folded text with plain apostrophes, of the same length: what patterns are matched against."""
    return text if text.isascii() else text.translate(_PLAIN)


def whole_line(pattern: str) -> str:
    """The pattern that matches whole lines only, case ignored."""
    return f"(?i)^(?:{pattern})$"


def compiled(pattern: str) -> Pattern[str]:
    """The pattern, compiled; the regex package keeps the last few hundred."""
    return regex.compile(plain(pattern))


def check_pattern(pattern: str) -> None:
    """Does nothing for a pattern that can be compiled in little time and memory.

    Raises:
        ValueError: it cannot; the message says why.
    """
    longest = max(map(len, pattern.split("|")))
    for length, limit, where in ((len(pattern), MAX_LENGTH, ""), (longest, MAX_BRANCH, " between two '|'")):
        if length > limit:
            message = f"it has {length:,} characters{where}, the limit is {limit:,}"
            raise ValueError(message)
    repeats = math.prod(int(count) or 1 for count in _COUNT.findall(pattern))
    if repeats > MAX_REPEATS:
        message = f"its counted repeats multiply to {repeats:,}, the limit is {MAX_REPEATS:,}"
        raise ValueError(message)
    try:
        compiled(pattern)
    except (regex.error, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from None


def search(pattern: str, text: str) -> Match[str] | None:
    """The first match in one folded, plain text.

    Raises:
        PatternTimeoutError: no answer in time.
    """
    return _Clock().search(compiled(pattern), text)


class Lines:
    """The folded, plain texts of a page, searched by one pattern at a time."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self.texts)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self.texts), initial=0))

    def search(self, pattern: str) -> Iterator[tuple[int, Match[str]]]:
        """Each line that matches, by its index, with its first match.

        Raises:
            PatternTimeoutError: no answer in time.
        """
        likely = self._likely(pattern)
        if not likely:
            return
        wanted, clock = compiled(pattern), _Clock()
        for index in likely:
            match = clock.search(wanted, self.texts[index])
            if match:
                yield index, match

    def _likely(self, pattern: str) -> Sequence[int]:
        """Lines that may match: all those that do, in order, and few others.

        One timed search over all lines is four times cheaper than one a line, since starting the clock costs ten times
        what an ordinary search does. With "multiline" on, a pattern matches inside the joined text wherever it matches
        in a line of its own, unless it looks beyond the line; a match that spans lines makes them all likely.
        """
        everything = range(len(self.texts))
        if _BEYOND_ITS_LINE.search(_PLAIN_GROUP.sub("(", pattern)):
            return everything
        likely: dict[int, None] = {}
        try:
            for match in regex.finditer(plain(pattern), self._joined, regex.MULTILINE, timeout=TIME_LIMIT):
                first, last = (bisect_right(self._starts, position) - 1 for position in match.span())
                likely.update(dict.fromkeys(range(first, min(last, len(self.texts) - 1) + 1)))
        except TimeoutError:  # many lines at once may be too much where each alone is not
            return everything
        return tuple(likely)


class _Clock:
    """The time that one pattern has left; processor time, so that a busy machine does not change the result."""

    __slots__ = ("_end",)

    def __init__(self) -> None:
        self._end = time.thread_time() + TIME_LIMIT

    def search(self, pattern: Pattern[str], text: str) -> Match[str] | None:
        while (left := self._end - time.thread_time()) > 0:
            try:
                return pattern.search(text, timeout=left)
            except TimeoutError:  # the wall clock ran out, perhaps while somebody else had the processor
                continue
        raise PatternTimeoutError
