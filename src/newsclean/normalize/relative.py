"""Dates told from now, as "3 hours ago" and "gestern, 14:05": read only against the time of a fetch that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.normalize.instants import Instant

if TYPE_CHECKING:
    from datetime import datetime

MAX_CHARS: Final = 40
"""A relative date is a short line of its own; in longer ones it belongs to the story."""


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

    languages = [name for name in dict.fromkeys((language, "en")) if name in language_order]
    found = dateparser.parse(
        text,
        languages=languages,
        settings={"PARSERS": ["relative-time"], "RELATIVE_BASE": fetched_at, "RETURN_AS_TIMEZONE_AWARE": True},
    )
    if found is None or found > fetched_at:
        return None
    return Instant(found.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None), "day")
