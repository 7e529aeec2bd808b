"""The two fetchers: they carry out what `flow` decides, one blocking, one awaiting."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import anyio
import httpx

from newsclean.options import Options
from newsclean.sources.http import gate
from newsclean.sources.http.cache import CACHED_ONLY, NotCached, async_cached, cached, is_from_cache
from newsclean.sources.http.discovery import discover
from newsclean.sources.http.exchange import Answer, Read, Send
from newsclean.sources.http.failure import NETWORK_ERRORS, failure
from newsclean.sources.http.flow import Shared
from newsclean.sources.http.gate import Gate
from newsclean.sources.http.network import (
    AsyncGuardBackend,
    AsyncGuardTransport,
    Guard,
    GuardTransport,
    SyncGuardBackend,
)
from newsclean.sources.http.page import page

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Iterator
    from types import TracebackType
    from typing import Self

    from newsclean.model import Link, Response
    from newsclean.sources.http.exchange import Action, Event, Flow
    from newsclean.sources.http.network import Resolver

T = TypeVar("T")


class Fetcher:
    """Fetches pages, blocking; safe to share between threads. Close it, or use it in a `with` statement.

    Connections, robots.txt files and turns are kept from fetch to fetch; cookies are not.
    """

    def __init__(
        self,
        options: Options | None = None,
        *,
        resolver: Resolver | None = None,
        ssl_context: ssl.SSLContext | None = None,
        gap: float | None = None,
        beside: Fetcher | AsyncFetcher | None = None,
    ) -> None:
        """Set up; nothing is connected to yet.

        Args:
            options: limits and permissions.
            resolver: who is asked for the addresses of a name; None is the operating system. What it says is checked.
            ssl_context: whose certificates are trusted; None is httpx's choice.
            gap: seconds between the starts of two fetches from one host; None is `gate.GAP`.
            beside: a fetcher for the same options, to take turns with; its robots.txt files and gap hold here too.

        Raises:
            ValueError: the options have a user agent that no header can hold.
        """
        options = options or Options()
        self.shared: Shared = _shared(options, gap) if beside is None else beside.shared
        self._backend = SyncGuardBackend(Guard(resolver, allow_private=options.allow_private))
        self._transport: httpx.BaseTransport = GuardTransport(self._backend, ssl_context)
        if options.cache is not None:
            self._transport = cached(self._transport, options.cache)

    def fetch(self, url: str) -> Response:
        """Fetch a page.

        Raises:
            FetchError: it cannot be had, or it is no page.
        """
        return self.run(page(self.shared, url))

    def discover(self, url: str) -> list[Link]:
        """The pages that a feed or sitemap lists, or those of a site that names its feeds or sitemaps.

        Raises:
            FetchError: the first document cannot be had.
        """
        return self.run(discover(self.shared, url))

    def run(self, flow: Flow[T]) -> T:
        """Carry out a flow and return what it comes to."""
        exchange = _Exchange(self._transport, self._backend)
        event: Event = None
        try:
            while True:
                try:
                    action = flow.send(event)
                except StopIteration as done:
                    result: T = done.value
                    return result
                try:
                    event = exchange.carry_out(action)
                except NETWORK_ERRORS as error:
                    event = failure(error)
        finally:
            exchange.close()

    def close(self) -> None:
        """Close all connections."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Exchange:
    """The requests of one flow, one after the other."""

    def __init__(self, transport: httpx.BaseTransport, backend: SyncGuardBackend) -> None:
        self._transport = transport
        self._backend = backend
        self._response: httpx.Response | None = None
        self._pieces: Iterator[bytes] = iter(())

    def carry_out(self, action: Action) -> Event:
        if isinstance(action, Send):
            self.close()
            request = _request(action)
            self._backend.deadline.at = time.monotonic() + action.timeout
            try:
                self._response = self._transport.handle_request(request)
            except NotCached:
                return None
            self._response.request = request
            self._pieces = self._response.iter_raw()
            return _answer(self._response)
        if isinstance(action, Read):
            self._backend.deadline.at = time.monotonic() + action.timeout
            return next(self._pieces, None)
        time.sleep(action.seconds)
        return None

    def close(self) -> None:
        """Let go of the answer at hand; one that was not read to its end costs the connection."""
        if self._response is not None:
            with suppress(*NETWORK_ERRORS):
                self._response.close()
            self._response = None


class AsyncFetcher:
    """Fetches pages, awaiting, on asyncio or trio; one event loop each. The rest is as in `Fetcher`."""

    def __init__(
        self,
        options: Options | None = None,
        *,
        resolver: Resolver | None = None,
        ssl_context: ssl.SSLContext | None = None,
        gap: float | None = None,
        beside: Fetcher | AsyncFetcher | None = None,
    ) -> None:
        """Set up, as `Fetcher` is."""
        options = options or Options()
        self.shared: Shared = _shared(options, gap) if beside is None else beside.shared
        backend = AsyncGuardBackend(Guard(resolver, allow_private=options.allow_private))
        self._transport: httpx.AsyncBaseTransport = AsyncGuardTransport(backend, ssl_context)
        if options.cache is not None:
            self._transport = async_cached(self._transport, options.cache)

    async def fetch(self, url: str) -> Response:
        """Fetch a page.

        Raises:
            FetchError: it cannot be had, or it is no page.
        """
        return await self.run(page(self.shared, url))

    async def discover(self, url: str) -> list[Link]:
        """The pages that a feed or sitemap lists, as `Fetcher.discover`."""
        return await self.run(discover(self.shared, url))

    async def run(self, flow: Flow[T]) -> T:
        """Carry out a flow and return what it comes to."""
        exchange = _AsyncExchange(self._transport)
        event: Event = None
        try:
            while True:
                try:
                    action = flow.send(event)
                except StopIteration as done:
                    result: T = done.value
                    return result
                try:
                    event = await exchange.carry_out(action)
                except NETWORK_ERRORS as error:
                    event = failure(error)
        finally:
            await exchange.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class _AsyncExchange:
    """The requests of one flow, one after the other."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self._response: httpx.Response | None = None
        self._pieces: AsyncIterator[bytes] | None = None

    async def carry_out(self, action: Action) -> Event:
        if isinstance(action, Send):
            await self.close()
            request = _request(action)
            try:
                with anyio.fail_after(action.timeout):
                    self._response = await self._transport.handle_async_request(request)
            except NotCached:
                return None
            self._response.request = request
            self._pieces = self._response.aiter_raw()
            return _answer(self._response)
        if isinstance(action, Read):
            with anyio.fail_after(action.timeout):
                return await anext(self._pieces, None) if self._pieces is not None else None
        await anyio.sleep(action.seconds)
        return None

    async def close(self) -> None:
        """Let go of the answer at hand; one that was not read to its end costs the connection."""
        if self._response is not None:
            with suppress(*NETWORK_ERRORS):
                await self._response.aclose()
            self._response = None


def _shared(options: Options, gap: float | None) -> Shared:
    return Shared(options, Gate(gate.GAP if gap is None else gap))


def _request(action: Send) -> httpx.Request:
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), action.timeout)
    extensions = {"timeout": timeouts, CACHED_ONLY: action.cached_only}
    return httpx.Request("GET", action.url, headers=list(action.headers), extensions=extensions)


def _answer(response: httpx.Response) -> Answer:
    headers = tuple((_text(name).lower(), _text(value)) for name, value in response.headers.raw)
    return Answer(response.status_code, headers, from_cache=is_from_cache(response))


def _text(header: bytes) -> str:
    """A header's bytes as text: UTF-8 where it is valid, for names in Location, else Latin-1, which takes anything."""
    try:
        return header.decode("utf-8")
    except UnicodeDecodeError:
        return header.decode("latin-1")
