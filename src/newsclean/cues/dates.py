"""The grammar of lines that are nothing but a date: "Updated March 4, 2024 06:30 GMT"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclean.cues.lexicon import fold, lexicon

MAX_CHARS: Final = 120
"""Published and updated, each with weekday, date, time and zone."""
_ENDINGS: Final = frozenset("st nd rd th am pm a p m t z".split())
"""What stands behind a number: "3rd", "2pm", "06:30:00Z"."""
_WORD = re.compile(r"[^\W\d_]+")
_YEAR: Final = r"(?:1[34]|19|20)\d\d"
"""Years of our calendar, and of the Persian and the Islamic one."""
_DAY_AND_YEAR = re.compile(
    rf"(?<!\d)\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}(?!\d)|\d\D{{1,20}}(?<!\d){_YEAR}(?!\d)|(?<!\d){_YEAR}\D{{1,20}}\d"
)
"""A year and another number: a year alone heads a chapter."""
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def date_line(text: str, language: str | None) -> bool:
    """Whether a line is a date, with or without time, and no other word than dates are written with."""
    if len(text) > MAX_CHARS:
        return False
    plain = text if text.isascii() else text.translate(_DIGITS)
    if not _DAY_AND_YEAR.search(plain):
        return False
    known = _known(language)
    return all(word in known for word in _WORD.findall(fold(plain)))


@cache
def _known(language: str | None) -> frozenset[str]:
    """The words that dates are written with."""
    words = lexicon(language)
    keys = ("date.heads", "date.months", "date.weekdays", "date.zones", "date.words")
    return frozenset(part for key in keys for phrase in words[key] for part in _WORD.findall(phrase)) | _ENDINGS
