"""Dates told from now, as "3 hours ago" and "gestern, 14:05": read only against the time of a fetch that is known."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newsclean.cues.lexicon import lexicon
from newsclean.normalize.instants import Instant

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

MAX_CHARS: Final = 40
"""A relative date is a short line of its own; in longer ones it belongs to the story."""


_NAMES: Final[Mapping[str, tuple[str, ...]]] = {"no": ("nb",), "nn": ("nb",), "zh": ("zh", "zh-Hant")}
"""What dateparser calls languages that it knows by other names."""
_WORDINGS: Final[Mapping[str, tuple[str, str]]] = {
    "el": (r"^πριν (?=\d)", "πριν από "),
    "fa": (r" قبل$", " پیش"),
    "th": (r"ที่แล้ว$", "ที่ผ่านมา"),
}
"""Wordings that dateparser lacks, and what it has in their place."""


def read_relative(text: str, fetched_at: datetime, language: str | None) -> Instant | None:
    """The day that a relative date means, or None when the text is none.

    Only the day is given: pages round such dates, and they may have been written into the page before it was fetched.

    Args:
        text: a line that readers see.
        fetched_at: when the page was obtained.
        language: primary subtag of the page; English is always tried.
    """
    if len(text) > MAX_CHARS or fetched_at.tzinfo is None:
        return None
    import dateparser  # type: ignore[import-untyped]
    from dateparser.data.languages_info import language_order  # type: ignore[import-untyped]

    named = (*_NAMES.get(language or "", (language,)), "en")
    languages = [name for name in dict.fromkeys(named) if name in language_order]
    found = dateparser.parse(
        _plain(text, language),
        languages=languages,
        settings={"PARSERS": ["relative-time"], "RELATIVE_BASE": fetched_at, "RETURN_AS_TIMEZONE_AWARE": True},
    )
    if found is None or found > fetched_at:
        return None
    return Instant(found.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None), "day")


def _plain(text: str, language: str | None) -> str:
    """A line without "Published:" in front, in a wording that dateparser has."""
    text = _heads(language).sub("", text)
    wording, plain = _WORDINGS.get(language or "", ("", ""))
    return re.sub(wording, plain, text) if wording else text


@cache
def _heads(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"^\W*{lexicon(language).alternation('date.heads')}\s*[:：]?\s+", re.IGNORECASE)
