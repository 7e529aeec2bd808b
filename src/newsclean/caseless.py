"""Patterns for texts in any case, searched at a third of the price where a text is ASCII.

`re.IGNORECASE` tries every alternative in full at every place. In a text in lower case an alternative is left at its
first letter, and lower case of ASCII is the same text letter for letter: what is found stands at the same place.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Caseless:
    """A regular expression that finds what it says in any case.

    What a match has as its groups may be in lower case: only where they begin and end, and whether they are there, is
    as in the text. Compiled when it is first asked.

    Args:
        pattern: written in lower case, `[a-z]` too.
        flags: of `re`, beside `re.IGNORECASE`.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def _lower(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags | re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it is in a text."""
        return self._lower.search(text.lower()) if text.isascii() else self._any.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Where a text begins with it."""
        return self._lower.match(text.lower()) if text.isascii() else self._any.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places where it is in a text, none inside another."""
        return self._lower.finditer(text.lower()) if text.isascii() else self._any.finditer(text)
