"""The grammar of breadcrumb lines: "News / World / Asia"."""

from __future__ import annotations

import re
from typing import Final

MAX_PART_WORDS: Final = 4
"""Names of sections are short; "He said either / or was wrong" has longer parts."""
MIN_PARTS: Final = 2
MAX_PARTS: Final = 6
MAX_CHARS: Final = 120

_SEPARATOR = re.compile(r"\s*[/›»>→]\s*|\s+\|\s+")
_SPACED = re.compile(r"\s[/›»>→|]\s|[›»→]")
_NO_SECTION = re.compile(r"[.!?,;:]$|,.*\d|\d.*,|^(?:[\w-]+\.)+[a-z]{2,24}$", re.IGNORECASE)
"""Ends of sentences, dates, hosts."""
_DIGITS = re.compile(r"[\d\s.,:-]+")


def breadcrumb(text: str) -> tuple[str, ...] | None:
    """The parts of a breadcrumb line from the root down, or None when the line is none.

    "9/11" and "AC/DC" are none: the separator stands between spaces, or is one that only trails use. Dates are none.
    """
    if not _SPACED.search(text) or len(text) > MAX_CHARS:
        return None
    parts = tuple(part.strip() for part in _SEPARATOR.split(text) if part.strip())
    if not MIN_PARTS <= len(parts) <= MAX_PARTS:
        return None
    if any(len(part.split()) > MAX_PART_WORDS or _DIGITS.fullmatch(part) for part in parts):
        return None
    if any(_NO_SECTION.search(part) for part in parts):
        return None
    return parts
