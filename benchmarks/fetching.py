"""Measures the fetcher against a server on the loopback interface.

    python benchmarks/fetching.py [overhead] [crowd] [memory]

overhead  milliseconds a request beyond bare httpx, blocking and awaiting; at most 0.5
crowd     200 fetches at once from 20 hosts: the gap is kept, nobody starves, nothing is lost
memory    5,000 fetches: memory after the first thousand and after the last

Without an argument all three. Nothing leaves the loopback interface: every name is answered with 127.0.0.1.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import statistics
import sys
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import anyio
import httpx

from newsclean.options import Options
from newsclean.sources.http.fetcher import AsyncFetcher, Fetcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

PAGE: Final = b"<p>" + b"A sentence of some length. " * 2400  # 64 KB: a page's size when packed is 20, unpacked 115
STAMP: Final = 17
"""Characters at the end of each page: the server's monotonic clock, which is the machine's."""
HEAD: Final = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: %d\r\n\r\n" % (len(PAGE) + STAMP)
ANSWER: Final = HEAD + PAGE
REQUESTS: Final = 2000
ROUNDS: Final = 5
HOSTS: Final = 20
FETCHES: Final = 200
GAP: Final = 0.5
MANY: Final = 5000
OPTIONS: Final = Options(allow_private=True, robots=False)


class Answering(asyncio.Protocol):
    """Answers every request with the page."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note where to answer."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer as often as there is a request; the page tells when it was asked for."""
        for _ in range(data.count(b"\r\n\r\n")):
            self.transport.write(b"%s%017.6f" % (ANSWER, time.monotonic()))


def serve(ready: Connection) -> None:
    """Run the server in a process of its own."""

    async def main() -> None:
        server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=512)
        ready.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def median_ms(work: Callable[[], object], count: int) -> float:
    """Median time of one call, in milliseconds."""
    times = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def overhead(port: int) -> None:
    """Compare with bare httpx, in turns, so that a busy machine troubles both."""
    url = f"http://127.0.0.1:{port}/"
    bare, ours = [], []
    with httpx.Client(trust_env=False) as client, Fetcher(OPTIONS, gap=0) as fetcher:
        for _ in range(ROUNDS):
            bare.append(median_ms(lambda: client.get(url), REQUESTS // ROUNDS))
            ours.append(median_ms(lambda: fetcher.fetch(url), REQUESTS // ROUNDS))
    report_overhead("blocking", min(bare), min(ours))

    async def awaiting() -> tuple[list[float], list[float]]:
        bare, ours = [], []
        async with httpx.AsyncClient(trust_env=False) as client, AsyncFetcher(OPTIONS, gap=0) as fetcher:
            for _ in range(ROUNDS):
                for work, into in ((lambda: client.get(url), bare), (lambda: fetcher.fetch(url), ours)):
                    times = []
                    for _ in range(REQUESTS // ROUNDS):
                        start = time.perf_counter()
                        await work()
                        times.append(time.perf_counter() - start)
                    into.append(statistics.median(times) * 1000)
        return bare, ours

    bare, ours = anyio.run(awaiting)
    report_overhead("awaiting", min(bare), min(ours))


def report_overhead(name: str, bare: float, ours: float) -> None:
    """Print one line."""
    print(f"overhead, {name}: httpx {bare:.3f} ms, newsclean {ours:.3f} ms, difference {ours - bare:+.3f} ms")


def crowd(port: int) -> None:
    """Fetch from many hosts at once and look at when each fetch started."""
    starts: dict[str, list[float]] = defaultdict(list)
    pages: list[int] = []

    def resolver(_host: str, _port: int) -> list[tuple[str, int]]:
        return [("127.0.0.1", port)]

    async def main() -> None:
        async with AsyncFetcher(OPTIONS, resolver=resolver, gap=GAP) as fetcher, anyio.create_task_group() as group:

            async def one(number: int) -> None:
                host = f"host{number % HOSTS}.test"
                response = await fetcher.fetch(f"http://{host}/{number}")
                starts[host].append(float(response.body[-STAMP:]))
                pages.append(len(response.body))

            for number in range(FETCHES):
                group.start_soon(one, number)

    began = time.perf_counter()
    anyio.run(main)
    took = time.perf_counter() - began
    gaps = [[later - earlier for earlier, later in pairwise(sorted(times))] for times in starts.values()]
    first, rest = [host[0] for host in gaps], [gap for host in gaps for gap in host[1:]]
    ideal = (FETCHES // HOSTS - 1) * GAP
    counts = sorted({len(times) for times in starts.values()})
    whole = set(pages) == {len(PAGE) + STAMP}
    print(f"crowd: {len(pages)} of {FETCHES} pages from {HOSTS} hosts, {counts} each, whole {whole}")
    print(f"crowd: {took:.2f} s where the gap alone asks for {ideal:.2f} s")
    print(f"crowd: between two requests at a host: median {statistics.median(rest):.3f} s, least {min(rest):.3f} s")
    print(f"crowd: between the first two, of which one has to connect: least {min(first):.3f} s")


def resident() -> float:
    """Resident memory in MiB (Linux)."""
    line = next(line for line in Path("/proc/self/status").read_text("utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def memory(port: int) -> None:
    """Fetch often, from ever new hosts, and look at the memory."""

    def resolver(_host: str, _port: int) -> list[tuple[str, int]]:
        return [("127.0.0.1", port)]

    with Fetcher(OPTIONS, resolver=resolver, gap=0) as fetcher:
        for number in range(MANY):
            if number in (100, 1000):
                print(f"memory: {resident():.1f} MiB after {number} fetches")
            fetcher.fetch(f"http://host{number % 500}.test/{number}")
    print(f"memory: {resident():.1f} MiB after {MANY} fetches")


def main() -> None:
    """Run what the command line names."""
    parts = {"overhead": overhead, "crowd": crowd, "memory": memory}
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    server.start()
    port = here.recv()
    for name in sys.argv[1:] or parts:
        parts[name](port)
    server.terminate()


if __name__ == "__main__":
    main()
