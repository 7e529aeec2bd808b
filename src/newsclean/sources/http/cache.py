"""The HTTP cache (RFC 9111, private), by hishel over SQLite; an optional dependency.

It lies between the fetcher and the connection. The fetcher asks it twice: first for what may be used without asking the
server, which needs nobody's leave; then, when it is the fetcher's turn, for the page, new or confirmed by the server.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx

if TYPE_CHECKING:
    import os

    from hishel import CacheOptions

CACHED_ONLY: Final = "newsclean.cached_only"
"""Name of the request extension that asks for a stored answer and no other."""
FILE: Final = "http.sqlite3"
"""The file in the directory of `Options.cache`."""
_MISSING: Final = "Options(cache=...) needs an extra: pip install 'newsclean[cache]'"
_PRIVATE: CacheOptions = {"shared": False}


class NotCached(Exception):  # noqa: N818 - says what is the case; never leaves the package
    """There is no stored answer that may be used without asking the server."""


def cached(transport: httpx.BaseTransport, directory: os.PathLike[str] | str) -> httpx.BaseTransport:
    """A transport with a cache in front.

    Raises:
        ImportError: hishel is not installed.
        ValueError: the directory cannot be used.
    """
    try:
        from hishel import SqliteStorage
        from hishel.httpx import CacheTransport
    except ImportError as error:
        raise ImportError(_MISSING) from error
    storage = SqliteStorage(database_path=_database(directory))
    return CacheTransport(_AskedOnly(transport), storage=storage, rfc=_PRIVATE)


def async_cached(transport: httpx.AsyncBaseTransport, directory: os.PathLike[str] | str) -> httpx.AsyncBaseTransport:
    """The same for tasks."""
    try:
        from hishel import AsyncSqliteStorage
        from hishel.httpx import AsyncCacheTransport
    except ImportError as error:
        raise ImportError(_MISSING) from error
    storage = AsyncSqliteStorage(database_path=_database(directory))
    return AsyncCacheTransport(_AsyncAskedOnly(transport), storage=storage, rfc=_PRIVATE)


def is_from_cache(response: httpx.Response) -> bool:
    """Whether the cache gave this answer, confirmed by the server or not."""
    return bool(response.extensions.get("caching", {}).get("from_cache", False))


def _database(directory: os.PathLike[str] | str) -> Path:
    """The file to use, in a directory that is there; checked now, since the cache hides what goes wrong later."""
    place = Path(directory) / FILE
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(place)
        try:
            connection.execute("PRAGMA schema_version")
        finally:
            connection.close()
    except (OSError, sqlite3.Error) as error:
        message = f"Options(cache={str(directory)!r}) cannot be used: {error}"
        raise ValueError(message) from error
    return place


class _AskedOnly(httpx.BaseTransport):
    """Lets a request through to the network unless only a stored answer is wanted."""

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.extensions.get(CACHED_ONLY):
            raise NotCached
        return self._transport.handle_request(request)

    def close(self) -> None:
        self._transport.close()


class _AsyncAskedOnly(httpx.AsyncBaseTransport):
    """The same for tasks."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.extensions.get(CACHED_ONLY):
            raise NotCached
        return await self._transport.handle_async_request(request)

    async def aclose(self) -> None:
        await self._transport.aclose()
