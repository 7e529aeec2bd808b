"""Names of agencies in running text: a line that names one may be its notice."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclean.cues.lexicon import fold, lexicon

SHORT: Final = 5
"""Names of fewer letters are words of some language too ("spa", "rex"): they count in capitals only."""


def mentions_agency(text: str, language: str | None) -> bool:
    """Whether a line names a news agency or picture house of the lexicon, as a whole word."""
    found = _agencies(language).finditer(fold(text))
    return any(len(match[0]) >= SHORT or re.search(rf"\b{re.escape(match[0].upper())}\b", text) for match in found)


@cache
def _agencies(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon(language).alternation('credit.agencies')}\b")
