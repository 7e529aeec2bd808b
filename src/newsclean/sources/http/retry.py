"""Whether to ask again, and after how long. Only GET is ever sent, so asking again does no harm."""

from __future__ import annotations

import random
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from newsclean.sources.http.exchange import Answer

if TYPE_CHECKING:
    from newsclean.sources.http.exchange import Failure

TRIES: Final = 3
"""Requests in all for one address."""
STATUSES: Final = frozenset((429, 502, 503, 504))
"""Answers that say "not now" (RFC 6585, RFC 9110)."""
FIRST_PAUSE: Final = 0.5
"""Seconds: upper end of the first pause; each further one is twice as long."""


def pause_before_retry(event: Answer | Failure, tries: int, now: float) -> float | None:
    """Seconds to wait before asking again, or None when it is no use.

    Pauses are drawn evenly from 0 to a bound that doubles ("full jitter"), so that many who failed together do not come
    back together; a Retry-After is obeyed to the second.

    Args:
        event: what the last try came to.
        tries: how many there were.
        now: seconds since the epoch, for a Retry-After that is a date.
    """
    if isinstance(event, Answer):
        again = event.status in STATUSES
        asked = retry_after(event, now) if again else None
    else:
        again, asked = event.again, None
    if not again or tries >= TRIES:
        return None
    if asked is not None:
        return asked
    return random.uniform(0, FIRST_PAUSE * 2 ** (tries - 1))  # noqa: S311 - spreads load, protects nothing


def retry_after(answer: Answer, now: float) -> float | None:
    """Seconds that an answer asks us to wait (RFC 9110, 10.2.3), or None when it does not say."""
    value = (answer.header("retry-after") or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now) if value else None
    except ValueError:
        return None
