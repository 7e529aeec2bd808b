"""Pages that the web has no more, from the Wayback Machine (archive.org/help/wayback_api.php)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from newsclean.errors import FetchError
from newsclean.model import Response
from newsclean.sources.http.answer import PAGE_TYPES
from newsclean.sources.http.flow import Fetch, Want
from newsclean.sources.http.request import checked_url

if TYPE_CHECKING:
    from newsclean.sources.http.exchange import Flow
    from newsclean.sources.http.flow import Shared

AVAILABLE: Final = "https://archive.org/wayback/available?url="
"""Tells the snapshot closest to today."""
SNAPSHOT: Final = "https://web.archive.org/web/{timestamp}id_/{url}"
"""A snapshot as it was fetched: `id_` leaves out the archive's own frame and link rewriting."""
GONE: Final = frozenset((404, 410, 451))
"""Statuses of a page that is no more (RFC 9110, RFC 7725)."""
_LOOK_UP: Final = Want(limit=64 * 1024, robots=False)
_TIMESTAMP: Final = "%Y%m%d%H%M%S"


class Snapshot(NamedTuple):
    """A page in the archive."""

    timestamp: str
    """When it was taken, as the archive writes it."""
    taken_at: datetime


def is_gone(error: FetchError) -> bool:
    """Whether a page is no more, as far as its own site is concerned."""
    return error.status in GONE or error.reason in ("dns", "connect")


def archived(shared: Shared, url: str, error: FetchError) -> Flow[Response]:
    """The archive's latest snapshot of a page.

    robots.txt is not asked: both addresses are made for programs. Turns are kept.

    Args:
        shared: what all fetches have in common.
        url: the page.
        error: what its own site said.

    Raises:
        FetchError: that error, when the archive has no snapshot or cannot be reached.
    """
    options = shared.options
    address = str(checked_url(url, allow_private=options.allow_private))  # without credentials, for other people's eyes
    try:
        answer = yield from Fetch(shared).get(AVAILABLE + quote(address, safe=""), _LOOK_UP)
        snapshot = closest(answer.body)
        if snapshot is not None:
            where = SNAPSHOT.format(timestamp=snapshot.timestamp, url=address)
            got = yield from Fetch(shared).get(where, Want(limit=options.max_bytes, types=PAGE_TYPES, robots=False))
    except FetchError as second:
        raise _also(error, f"the Wayback Machine did not help either ({second.message})") from second
    if snapshot is None:
        raise _also(error, "the Wayback Machine does not have it either")
    return Response(
        url=address,
        requested_url=url,
        status=got.answer.status,
        headers=got.answer.headers,
        body=got.body,
        fetched_at=snapshot.taken_at,
        via="archive",
        from_cache=got.answer.from_cache,
    )


def closest(body: bytes) -> Snapshot | None:
    """The snapshot that the archive's answer names, or None."""
    try:
        found = json.loads(body)["archived_snapshots"]["closest"]
        timestamp = str(found["timestamp"])
        if not found["available"] or str(found.get("status", "200")) != "200":
            return None
        return Snapshot(timestamp, datetime.strptime(timestamp, _TIMESTAMP).replace(tzinfo=UTC))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _also(error: FetchError, more: str) -> FetchError:
    return FetchError(error.reason, f"{error.message}; {more}", url=error.url, status=error.status)
