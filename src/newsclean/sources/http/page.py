"""One page: from the web, or, where the options say so, from the Wayback Machine when the web has it no more."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from newsclean.errors import FetchError
from newsclean.model import Response
from newsclean.sources.http.answer import PAGE_TYPES
from newsclean.sources.http.archive import archived, is_gone
from newsclean.sources.http.flow import Fetch, Want

if TYPE_CHECKING:
    from newsclean.sources.http.exchange import Answer, Flow
    from newsclean.sources.http.flow import Shared


def page(shared: Shared, url: str) -> Flow[Response]:
    """Fetch a page.

    Raises:
        FetchError: it cannot be had, or it is no page.
    """
    try:
        got = yield from Fetch(shared).get(url, Want(limit=shared.options.max_bytes, types=PAGE_TYPES))
    except FetchError as error:
        if not (shared.options.archive and is_gone(error)):
            raise
        return (yield from archived(shared, url, error))
    return Response(
        url=str(got.url),
        requested_url=url,
        status=got.answer.status,
        headers=got.answer.headers,
        body=got.body,
        fetched_at=_obtained_at(got.answer),
        via="http",
        from_cache=got.answer.from_cache,
    )


def _obtained_at(answer: Answer) -> datetime:
    """Now; for a stored answer the time when its server sent or last confirmed it (RFC 9110, 6.6.1)."""
    if answer.from_cache:
        try:
            sent = parsedate_to_datetime(answer.header("date") or "")
        except ValueError:
            sent = None
        if sent is not None and sent.tzinfo is not None:
            return sent.astimezone(UTC)
    return datetime.now(UTC)
