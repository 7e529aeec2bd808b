"""Both fetchers against servers on the loopback interface: what no cassette can show."""

from __future__ import annotations

import contextlib
import gzip
import json
import random
import ssl
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import anyio
import brotli
import pytest
import zstandard

from newsclean.errors import FetchError
from newsclean.options import Options
from newsclean.sources.http.fetcher import AsyncFetcher, Fetcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.model import Response

    Fetch = Callable[..., Response]

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"


def reason(fetch: Fetch, url: str, **options: Any) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, **options)
    return caught.value.reason


def test_a_page_comes_with_its_address_status_headers_and_time(fetch: Fetch, server: Any) -> None:
    url = server.page("/a?b=c", b"<p>Hello", X_Extra="caf\u00e9")
    response = fetch(f"{url}#part")
    assert (response.url, response.requested_url, response.status, response.body) == (
        url,
        f"{url}#part",
        200,
        b"<p>Hello",
    )
    assert ("x-extra", "caf\u00e9") in response.headers
    assert (response.via, response.from_cache) == ("http", False)
    assert response.fetched_at is not None
    assert response.fetched_at.tzinfo is not None


def test_our_headers_and_no_others_are_sent(fetch: Fetch, server: Any) -> None:
    fetch(server.page("/"))
    names = [line.split(":")[0].lower() for line in server.heads[0].splitlines()[1:] if line]
    assert names == ["host", "user-agent", "accept", "accept-encoding"]


@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_a_redirect_may_be_spelled_in_any_charset(fetch: Fetch, server: Any, charset: str) -> None:
    head = "HTTP/1.1 302 Found\r\nconnection: close\r\nlocation: /café\r\n\r\n"
    server.routes["/"] = lambda send: send(head.encode(charset))
    server.page("/caf%C3%A9")
    assert fetch(server.url("/")).url == server.url("/caf%C3%A9")


def test_a_redirect_loop_ends(fetch: Fetch, server: Any) -> None:
    server.page("/a", status="302 Found", location="/b")
    server.page("/b", status="302 Found", location="/a")
    assert reason(fetch, server.url("/a")) == "too_many_redirects"


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (HEAD + b"\r\n<p>", b"x"),
        (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (HEAD, b"x"),
        (b"HTTP/1.1", b" "),
        (b"", b""),
    ],
    ids=["body", "chunks", "headers", "status line", "silence"],
)
def test_a_server_that_drips_is_left_at_the_deadline(fetch: Fetch, server: Any, start: bytes, drop: bytes) -> None:
    url = server.drip("/", start, drop)
    began = time.monotonic()
    assert reason(fetch, url, timeout=0.5) == "timed_out"
    assert time.monotonic() - began < 0.5 + 1.0


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"content-length: 100\r\n\r\n<p>only this",
        HEAD + b"transfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n",
        HEAD + b"content-encoding: gzip\r\n\r\n" + gzip.compress(b"<p>" * 100)[:-10],
        HEAD + b"content-encoding: gzip\r\n\r\nno gzip",
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
    ],
    ids=["length", "chunks", "gzip end", "gzip", "nothing", "ssh", "status"],
)
def test_an_answer_that_breaks_off_is_no_page(fetch: Fetch, server: Any, answer: bytes) -> None:
    server.routes["/"] = lambda send: send(answer)
    assert reason(fetch, server.url("/")) == "connect"


@pytest.mark.parametrize("seed", range(25))
def test_any_answer_is_a_page_or_a_fetch_error(fetch: Fetch, server: Any, seed: int) -> None:
    chance = random.Random(seed)
    answer = bytearray(HEAD + b"content-encoding: gzip\r\ncontent-length: 29\r\n\r\n" + gzip.compress(b"<p>A page"))
    for _ in range(chance.randrange(1, 30)):
        answer[chance.randrange(len(answer))] = chance.randrange(256)
    server.routes["/"] = lambda send: send(bytes(answer))
    with contextlib.suppress(FetchError):
        assert fetch(server.url("/"), timeout=5.0).status is not None


def test_nobody_at_home_is_tried_again_and_said(fetch: Fetch, server: Any) -> None:
    server.routes["/"] = lambda send: send(b"")
    assert reason(fetch, server.url("/")) == "connect"
    assert len(server.asked) == 3


def test_a_page_over_the_limit_is_refused_by_its_length_alone(fetch: Fetch, server: Any) -> None:
    url = server.drip("/", HEAD + b"content-length: 101\r\n\r\n", b"")
    assert reason(fetch, url, max_bytes=100) == "too_large"


def test_a_page_over_the_limit_is_refused_as_it_comes(fetch: Fetch, server: Any) -> None:
    url = server.drip("/", HEAD + b"\r\n" + b"x" * 101, b"")
    assert reason(fetch, url, max_bytes=100) == "too_large"
    assert fetch(server.page("/b", b"x" * 100), max_bytes=100).body == b"x" * 100


@pytest.mark.parametrize("size", [70_000, 400_000])
def test_a_head_without_end_is_refused(fetch: Fetch, server: Any, size: int) -> None:
    url = server.page("/", **{f"x-{n}": "y" * 1000 for n in range(size // 1000)})
    assert reason(fetch, url) == "too_large"


def test_what_is_no_page_is_refused_before_its_body_comes(fetch: Fetch, server: Any) -> None:
    url = server.drip("/", b"HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\n\r\n", b"")
    assert reason(fetch, url) == "not_html"


def test_an_encoding_that_was_not_asked_for_is_refused(fetch: Fetch, server: Any) -> None:
    assert reason(fetch, server.page("/", content_encoding="gzip, br")) == "not_html"


BOMBS = {
    "gzip": lambda data: gzip.compress(data, 1),
    "br": lambda data: brotli.compress(data, quality=1),
    "zstd": zstandard.ZstdCompressor(level=1).compress,
}
BOMB_BYTES = 200 * 1024 * 1024
MEASURE = """
import json, re, sys
from newsclean.errors import FetchError
from newsclean.options import Options
from newsclean.sources.http.fetcher import Fetcher

def peak():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read())[1]) * 1024

with Fetcher(Options(allow_private=True, robots=False), gap=0) as fetcher:
    fetcher.fetch(sys.argv[1])
    before = peak()
    try:
        fetcher.fetch(sys.argv[2])
    except FetchError as error:
        print(json.dumps([error.reason, peak() - before]))
"""


@pytest.mark.parametrize("encoding", list(BOMBS))
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the peak of memory from /proc")
def test_a_bomb_takes_little_more_memory_than_the_limit(server: Any, encoding: str) -> None:
    small = server.page("/small", BOMBS[encoding](b"<p>" * 1000), content_encoding=encoding)
    bomb = server.page("/bomb", BOMBS[encoding](bytes(BOMB_BYTES)), content_encoding=encoding)
    done = subprocess.run([sys.executable, "-c", MEASURE, small, bomb], capture_output=True, check=True, text=True)
    why, growth = json.loads(done.stdout)
    assert why == "too_large"
    assert growth <= 30 * 1024 * 1024


def trusting(origin: dict[str, Any]) -> dict[str, Any]:
    return {
        "ssl_context": ssl.create_default_context(cadata=origin["root"]),
        "resolver": lambda _host, port: [("127.0.0.1", origin["https" if port == 443 else "http"])],
    }


def test_http2_is_spoken_where_it_is_offered(fetch: Fetch, origin: dict[str, Any]) -> None:
    response = fetch("https://www.presstv.ir/robots.txt", **trusting(origin))
    assert response.header("server") == "hypercorn-h2"


@pytest.mark.parametrize("url", ["https://other.test/", "https://127.0.0.1/"])
def test_a_certificate_for_somebody_else_is_refused(fetch: Fetch, origin: dict[str, Any], url: str) -> None:
    trust = trusting(origin)
    url = url.replace("127.0.0.1", f"127.0.0.1:{origin['https']}")
    assert reason(fetch, url, **trust) == "tls"


def test_a_certificate_that_nobody_vouches_for_is_refused(fetch: Fetch, origin: dict[str, Any]) -> None:
    with pytest.raises(FetchError, match="certificate") as caught:
        fetch("https://www.presstv.ir/", resolver=trusting(origin)["resolver"])
    assert caught.value.reason == "tls"


def test_a_server_that_does_not_speak_tls_is_refused(fetch: Fetch, origin: dict[str, Any]) -> None:
    assert reason(fetch, "https://www.presstv.ir/", resolver=lambda *_: [("127.0.0.1", origin["http"])]) == "tls"


def test_robots_txt_is_obeyed(fetch: Fetch, server: Any) -> None:
    server.page("/robots.txt", b"User-agent: newsclean\nDisallow: /", content_type="text/plain")
    assert reason(fetch, server.page("/"), robots=True) == "blocked_by_robots"
    assert server.asked == ["/robots.txt"]


def test_threads_share_a_fetcher(server: Any) -> None:
    urls = [server.page(f"/{n}", f"<p>{n}".encode()) for n in range(40)]
    bodies: dict[str, bytes] = {}
    with Fetcher(Options(allow_private=True, robots=False), gap=0) as fetcher:

        def work(mine: list[str]) -> None:
            bodies.update((url, fetcher.fetch(url).body) for url in mine)

        threads = [threading.Thread(target=work, args=(urls[n::8],)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [bodies[url] for url in urls] == [f"<p>{n}".encode() for n in range(40)]


def test_tasks_share_a_fetcher(server: Any) -> None:
    urls = [server.page(f"/{n}", f"<p>{n}".encode()) for n in range(40)]
    bodies: dict[str, bytes] = {}

    async def main() -> None:
        async with (
            AsyncFetcher(Options(allow_private=True, robots=False), gap=0) as fetcher,
            anyio.create_task_group() as group,
        ):

            async def work(url: str) -> None:
                bodies[url] = (await fetcher.fetch(url)).body

            for url in urls:
                group.start_soon(work, url)

    anyio.run(main)
    assert [bodies[url] for url in urls] == [f"<p>{n}".encode() for n in range(40)]


def test_two_fetchers_can_take_turns(server: Any) -> None:
    page, options = server.page("/"), Options(allow_private=True)

    async def main(fetcher: Fetcher) -> None:
        async with AsyncFetcher(options, beside=fetcher) as other:
            await other.fetch(page)

    with Fetcher(options, gap=0.3) as fetcher:
        began = time.monotonic()
        anyio.run(main, fetcher)
        fetcher.fetch(page)
    assert time.monotonic() - began >= 0.29
    assert server.asked == ["/robots.txt", "/", "/"]


def test_a_task_can_be_cancelled_and_the_fetcher_goes_on(server: Any) -> None:
    slow, page = server.drip("/slow", HEAD + b"\r\n", b"x"), server.page("/page")

    async def main() -> Response:
        async with AsyncFetcher(Options(allow_private=True, robots=False), gap=0) as fetcher:
            with anyio.move_on_after(0.2):
                await fetcher.fetch(slow)
            return await fetcher.fetch(page)

    assert anyio.run(main).status == 200
