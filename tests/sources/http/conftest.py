"""Servers on the loopback interface that do what no cassette can show, and both fetchers behind one function."""

from __future__ import annotations

import contextlib
import socketserver
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

import anyio
import pytest

from newsclean.options import Options
from newsclean.sources.http.exchange import Answer, Failure, Read, Send, Wait
from newsclean.sources.http.fetcher import AsyncFetcher, Fetcher
from newsclean.sources.http.flow import Shared
from newsclean.sources.http.gate import Gate
from newsclean.sources.http.page import page as page_flow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.model import Response
    from newsclean.sources.http.exchange import Action, Event

    Put = Callable[[bytes], object]
    Route = Callable[[Put], object]
    Script = Callable[[str, dict[str, str]], "tuple[Answer, bytes] | Failure"]


class Fetch(Protocol):
    def __call__(self, *urls: str, resolver: Any = None, ssl_context: Any = None, **options: Any) -> Response: ...


@pytest.fixture(params=["sync", "async"])
def fetch(request: pytest.FixtureRequest) -> Fetch:
    """Fetch addresses one after the other with one fetcher, blocking or awaiting, and return the last page.

    Loopback addresses are allowed, robots.txt does not count and nobody is waited for, unless options say otherwise.
    """

    def blocking(*urls: str, resolver: Any = None, ssl_context: Any = None, **options: Any) -> Response:
        with Fetcher(settings(options), resolver=resolver, ssl_context=ssl_context, gap=0) as fetcher:
            return [fetcher.fetch(url) for url in urls][-1]

    def awaiting(*urls: str, resolver: Any = None, ssl_context: Any = None, **options: Any) -> Response:
        async def main() -> Response:
            async with AsyncFetcher(settings(options), resolver=resolver, ssl_context=ssl_context, gap=0) as fetcher:
                return [await fetcher.fetch(url) for url in urls][-1]

        return anyio.run(main)

    return blocking if request.param == "sync" else awaiting


def settings(options: dict[str, Any]) -> Options:
    return Options(**{"allow_private": True, "robots": False, "timeout": 20.0, **options})


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 128


class Loopback:
    """A server that answers byte by byte as the test says."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        """Paths, in order."""
        self.heads: list[str] = []
        """Whole heads of the requests, in order."""
        self.stopped = threading.Event()
        """Set when the test is over: servers that wait, wait for this."""
        parent = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                head = b""
                while not head.endswith(b"\r\n\r\n"):
                    line = self.rfile.readline()
                    if not line:
                        return
                    head += line
                path = head.split(b" ", 2)[1].decode()
                parent.asked.append(path)
                parent.heads.append(head.decode())
                with contextlib.suppress(OSError):  # the fetcher hung up, as it should
                    parent.routes.get(path, not_found)(self.request.sendall)

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes = b"<p>A page.</p>", status: str = "200 OK", **headers: str) -> str:
        """Have a page; names of headers with _ for -. Returns its address."""
        fields = {"content-type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        answer = f"HTTP/1.1 {status}\r\nconnection: close\r\n{head}\r\n".encode() + body
        self.routes[path] = lambda send: send(answer)
        return self.url(path)

    def drip(self, path: str, start: bytes, drop: bytes) -> str:
        """Send a start, then a drop every twentieth of a second, until the test is over."""

        def answer(send: Put) -> None:
            send(start)
            while not self.stopped.wait(0.05):
                send(drop)

        self.routes[path] = answer
        return self.url(path)

    def close(self) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()


def not_found(send: Put) -> None:
    send(b"HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")


@pytest.fixture
def server() -> Iterator[Loopback]:
    loopback = Loopback()
    yield loopback
    loopback.close()


@pytest.fixture
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the connection, 127.0.0.1 is public and everything else is as it is: a stand-in for a server on the web."""
    from newsclean.sources.http.address import why_forbidden

    def why(address: Any) -> str | None:
        return None if str(address) == "127.0.0.1" else why_forbidden(address)

    monkeypatch.setattr("newsclean.sources.http.network.why_forbidden", why)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying again does not wait."""
    monkeypatch.setattr("newsclean.sources.http.retry.random.uniform", lambda _low, _high: 0.0)


class World:
    """Answers requests, tells the time, and remembers what happened."""

    def __init__(self, script: Script, *, gap: float = 0.0, seconds_a_request: float = 0.0, **options: Any) -> None:
        self.now = 1000.0
        self.asked: list[str] = []
        self.waited: list[float] = []
        self._script = script
        self._cost = seconds_a_request
        self.shared = Shared(Options(**options), Gate(gap), clock=lambda: self.now)

    def fetch(self, url: str) -> Response:
        return self.run(page_flow(self.shared, url))

    def run(self, flow: Any) -> Any:
        body, event = b"", None
        while True:
            try:
                action = flow.send(event)
            except StopIteration as done:
                return done.value
            event, body = self._carry_out(action, body)

    def _carry_out(self, action: Action, body: bytes) -> tuple[Event, bytes]:
        if isinstance(action, Send):
            if action.cached_only:
                return None, b""
            self.asked.append(str(action.url))
            self.now += self._cost
            outcome = self._script(str(action.url), dict(action.headers))
            return (outcome, b"") if isinstance(outcome, Failure) else outcome
        if isinstance(action, Read):
            return body or None, b""
        assert isinstance(action, Wait)
        self.waited.append(action.seconds)
        self.now += action.seconds
        return None, body


def found(body: bytes = b"<p>A page.", status: int = 200, **headers: str) -> tuple[Answer, bytes]:
    fields = {"content-type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return Answer(status, tuple(fields.items())), body


def site(pages: dict[str, Any], robots: bytes | None = None) -> Script:
    """Answers with `pages` by path, in order where there is a list, and 404 for the rest."""
    left = {path: list(found) if isinstance(found, list) else None for path, found in pages.items()}

    def script(url: str, _headers: dict[str, str]) -> Any:
        path = "/" + url.split("/", 3)[3]
        if path == "/robots.txt" and robots is not None:
            return found(robots, content_type="text/plain")
        queue = left.get(path)
        return queue.pop(0) if queue else pages.get(path, found(b"gone", 404))

    return script


@pytest.fixture
def offline() -> Any:
    """The decisions without a network: `World(site({path: page(...)}))` answers, its clock moves when it is told to."""
    return SimpleNamespace(World=World, page=found, site=site)
