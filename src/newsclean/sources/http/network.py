"""The connection itself: names are looked up once, every address is checked, and the checked number is connected to.

A name is never given to the operating system to connect to, so what was checked and what is connected to cannot differ
(DNS rebinding). Environment proxies and unix sockets are not used: both would lead around the check.

Tests and the recording of cassettes replace three functions of this module, which are looked up at the time of use:
`system_resolver`, `why_forbidden` and `system_trust`.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import anyio.to_thread
import httpcore
import httpx

from newsclean.sources.http.address import literal, why_forbidden
from newsclean.sources.http.request import forbidden_message

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from newsclean.errors import FetchReason

Resolver: TypeAlias = Callable[[str, int], list[tuple[str, int]]]
"""Name and port to the addresses and ports to connect to, the best first; raises OSError when there are none."""

CONNECT_SECONDS: Final = 10.0
"""For one of several addresses: a dead one must not eat the whole deadline."""
MAX_CONNECTIONS: Final = 100
"""Open connections of one fetcher, as in httpx."""
MAX_IDLE: Final = 20
"""Of them without work, as in httpx."""
IDLE_SECONDS: Final = 5.0
"""A connection without work is closed after this long, as in httpx."""


class Refused(Exception):  # noqa: N818 - the name says what happened; never leaves the package
    """No connection was tried."""

    def __init__(self, reason: FetchReason, message: str) -> None:
        super().__init__(message)
        self.reason: FetchReason = reason


def system_resolver(host: str, port: int) -> list[tuple[str, int]]:
    """The addresses of a name, as the operating system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(sockaddr[0]), port) for *_, sockaddr in found))


def system_trust() -> ssl.SSLContext:
    """Certificates as httpx trusts them: certifi's, or those that SSL_CERT_FILE or SSL_CERT_DIR name."""
    return httpx.create_ssl_context()


class Guard:
    """Turns a host into addresses that may be connected to."""

    def __init__(self, resolver: Resolver | None, *, allow_private: bool) -> None:
        self._resolver = resolver
        self._allow_private = allow_private

    def addresses(self, host: str, port: int) -> list[tuple[str, int]]:
        """Checked addresses with ports, never empty.

        Raises:
            Refused: the name is unknown ("dns"), or any of its addresses is not public ("forbidden_address").
        """
        try:
            address = literal(host)
            resolve = self._resolver or system_resolver
            found = [(str(address), port)] if address is not None else resolve(host, port)
        except (OSError, ValueError) as error:  # ValueError: a label that is too long, or a number that is no address
            raise Refused("dns", f"{host} has no address ({getattr(error, 'strerror', None) or error})") from None
        if not found:
            raise Refused("dns", f"{host} has no address")
        for number, _ in found:
            why = None if self._allow_private else why_forbidden(ip_address(number))
            if why:
                where = host if address is not None else f"{host} ({number})"
                raise Refused("forbidden_address", forbidden_message(where, why))
        return found


def _share(deadline: float, addresses_left: int) -> float:
    """Seconds for trying one address."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ConnectTimeout
    return left if addresses_left == 1 else min(left / addresses_left, CONNECT_SECONDS)


class _Deadline(threading.local):
    """When the action that this thread carries out must be over, as a monotonic time."""

    at: float = float("inf")

    def clip(self, timeout: float | None, error: type[Exception]) -> float:
        """The part of a timeout that is left."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise error
        return min(left, threading.TIMEOUT_MAX) if timeout is None else min(timeout, left)


class SyncGuardBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only, and holds every read and write to the deadline of its thread.

    Timeouts of httpcore start anew with every byte, so a server that drips its headers would never run into one.
    """

    def __init__(self, guard: Guard) -> None:
        self.deadline = _Deadline()
        self._guard = guard
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers."""
        timeout = self.deadline.clip(timeout, httpcore.ConnectTimeout)
        ends = time.monotonic() + timeout
        *others, last = self._look_up(host, port, timeout)

        def connect(address: tuple[str, int], left: int) -> httpcore.NetworkStream:
            stream = self._backend.connect_tcp(*address, _share(ends, left), local_address, socket_options)
            return _TimedStream(stream, self.deadline)

        for position, address in enumerate(others):
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return connect(address, len(others) + 1 - position)
        return connect(last, 1)

    def _look_up(self, host: str, port: int, timeout: float) -> list[tuple[str, int]]:
        """Look up in a thread of its own: the system's look-up knows no timeout and cannot be interrupted."""
        outcome: list[list[tuple[str, int]] | Exception] = []

        def look_up() -> None:
            try:
                outcome.append(self._guard.addresses(host, port))
            except Exception as error:  # noqa: BLE001 - handed over to the thread that asked
                outcome.append(error)

        thread = threading.Thread(target=look_up, name="newsclean-dns", daemon=True)
        thread.start()
        thread.join(timeout)
        if not outcome:
            raise httpcore.ConnectTimeout
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]


class _TimedStream(httpcore.NetworkStream):
    """A stream whose timeouts end with the deadline of the thread that reads or writes."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.clip(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.clip(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        timeout = self._deadline.clip(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class AsyncGuardBackend(httpcore.AsyncNetworkBackend):
    """The same for tasks; the deadline is theirs to keep, by cancellation."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - as httpcore declares it
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of a host that answers."""
        ends = time.monotonic() + (timeout if timeout is not None else float("inf"))
        look_up = self._guard.addresses
        *others, last = await anyio.to_thread.run_sync(look_up, host, port, abandon_on_cancel=True)

        async def connect(address: tuple[str, int], left: int) -> httpcore.AsyncNetworkStream:
            return await self._backend.connect_tcp(*address, _share(ends, left), local_address, socket_options)

        for position, address in enumerate(others):
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return await connect(address, len(others) + 1 - position)
        return await connect(last, 1)


class GuardTransport(httpx.HTTPTransport):
    """An httpx transport over the guarded backend.

    It makes its own pool, since httpx has no parameter for the backend, and it remains an `HTTPTransport`, so that what
    replaces `HTTPTransport.handle_request` (recording and replay of cassettes) replaces it here as well.
    """

    def __init__(self, backend: SyncGuardBackend, trust: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust or system_trust(),
            max_connections=MAX_CONNECTIONS,
            max_keepalive_connections=MAX_IDLE,
            keepalive_expiry=IDLE_SECONDS,
            http2=True,
            network_backend=backend,
        )


class AsyncGuardTransport(httpx.AsyncHTTPTransport):
    """The same for tasks."""

    def __init__(self, backend: AsyncGuardBackend, trust: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=trust or system_trust(),
            max_connections=MAX_CONNECTIONS,
            max_keepalive_connections=MAX_IDLE,
            keepalive_expiry=IDLE_SECONDS,
            http2=True,
            network_backend=backend,
        )
