"""Dates as other schemas want them: ISO 8601, no finer than the page gave them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newsclean.article import Article
    from newsclean.model import Precision

_DATE_LENGTHS: Final[Mapping[Precision, int]] = {"year": 4, "month": 7, "day": 10}
"""Characters of `2024-03-04` that a precision stands for."""


def iso(article: Article, field: str) -> str | None:
    """A date of the article in ISO 8601; None when the article has none.

    "2024-03-04T06:30:00Z", "2024-03-04T06:30:00" where the page gave no zone, "2024-03-04" where it gave no time.
    """
    moment: datetime | None = getattr(article, field)
    if moment is None:
        return None
    provenance = article.provenance.get(field)
    length = _DATE_LENGTHS.get(provenance.precision) if provenance and provenance.precision else None
    return moment.isoformat()[:length] if length else timestamp(moment)


def timestamp(moment: datetime) -> str:
    """The time to the second, with "Z" for UTC, and without an offset where there is none."""
    text = moment.isoformat(timespec="seconds")
    return text.removesuffix("+00:00") + "Z" if moment.utcoffset() == UTC.utcoffset(None) else text
