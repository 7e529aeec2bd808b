"""One fetch from beginning to end, as decisions without I/O (`exchange` has the language).

Order for every address on the way: is it one that may be asked (`request`), does robots.txt allow it (`robots`), is it
our turn (`gate`), ask and perhaps ask again (`retry`), follow or refuse (`answer`), read with a bound (`sources.body`).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import httpx

from newsclean.errors import FetchError
from newsclean.sources.body import Body, Damaged, TooLarge, Unsupported
from newsclean.sources.http.answer import declared_length, location, objection, too_large
from newsclean.sources.http.exchange import Answer, Failure, Read, Send, Wait
from newsclean.sources.http.request import checked_url, product_token, request_headers, user_agent
from newsclean.sources.http.retry import pause_before_retry, retry_after
from newsclean.sources.http.robots import MAX_BYTES as MAX_ROBOTS_BYTES
from newsclean.sources.http.robots import Robots, RobotsCache, read_robots, site_of, without_robots

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.options import Options
    from newsclean.sources.http.exchange import Flow
    from newsclean.sources.http.gate import Gate

    Headers = tuple[tuple[str, str], ...]

MAX_REDIRECTS: Final = 10
"""Redirects of one fetch: browsers follow 20, RFC 1945 named 5."""
LONGEST: Final = 24 * 3600.0
"""Seconds that one action may take, whatever the deadline: the system takes no time-outs without end."""
SHORT_BODY: Final = 64 * 1024
"""A body that nobody wants is read up to this many bytes, so that the connection can be used again."""
SHORT_TIME: Final = 0.25
"""Seconds between two pieces of it; it came with the head, or it is not worth waiting for."""
MAX_PENALTY: Final = 3600.0
"""Seconds for which a Retry-After that was too long to wait for keeps a host closed to the same fetcher."""


@dataclass(frozen=True)
class Want:
    """What kind of document is asked for."""

    limit: int
    """The most decoded bytes."""
    types: frozenset[str] | None = None
    """Media types that will do; None is any."""
    robots: bool = True
    """Whether robots.txt counts, if the options do not say otherwise."""
    turns: bool = True
    """Whether we wait for our turn."""
    cut: bool = False
    """Whether a longer body is cut at the limit, not refused."""


ROBOTS_TXT: Final = Want(limit=MAX_ROBOTS_BYTES, robots=False, turns=False, cut=True)


class Got(NamedTuple):
    """A document."""

    url: httpx.URL
    """Where it was in the end."""
    answer: Answer
    body: bytes


class Shared:
    """What all fetches of one fetcher have in common; safe to share between threads."""

    def __init__(self, options: Options, gate: Gate, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Set up.

        Args:
            options: limits and permissions.
            gate: whose turn it is.
            clock: a monotonic time in seconds.

        Raises:
            ValueError: the options have a user agent that no header can hold.
        """
        agent = user_agent(options.user_agent)
        self.options = options
        self.gate = gate
        self.clock = clock
        self.robots = RobotsCache()
        self.headers = request_headers(agent)
        self.product = product_token(agent)


class Fetch:
    """The state of one fetch: its deadline, its cookies, and the hosts whose turn it has taken."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._clock = shared.clock
        self._ends = shared.clock() + shared.options.timeout
        self._cookies = httpx.Cookies()
        self._entered: set[str] = set()

    def get(self, url: str, want: Want) -> Flow[Got]:
        """Get a document, through redirects.

        Raises:
            FetchError: with any of its reasons.
        """
        start = checked_url(url, allow_private=self._shared.options.allow_private)
        where, answer = yield from self._follow(start, want)
        refused = objection(answer, types=want.types, limit=want.limit)
        if refused and not (want.cut and refused[0] == "too_large"):
            yield from self._discard(answer)
            reason, message = refused
            wait = retry_after(answer, time.time())
            asked = f", to be asked again after {wait:.0f} s" if wait is not None else ""
            raise FetchError(reason, f"{message}{asked}: {where}", url=str(where), status=answer.status)
        body = yield from self._read(where, answer, want)
        return Got(where, answer, body)

    def sitemaps(self, url: str) -> Flow[tuple[str, ...]]:
        """The sitemaps that the robots.txt of a site names.

        Raises:
            FetchError: the site cannot be reached.
        """
        robots = yield from self._wishes(checked_url(url, allow_private=self._shared.options.allow_private))
        return robots.sitemaps

    def _follow(self, url: httpx.URL, want: Want) -> Flow[tuple[httpx.URL, Answer]]:
        seen: set[tuple[str, str | None]] = set()
        for _ in range(MAX_REDIRECTS + 1):
            cookie = self._cookie(url)
            if (str(url), cookie) in seen:  # the same question gets the same answer; with a new cookie it may not
                break
            seen.add((str(url), cookie))
            headers = self._shared.headers if cookie is None else (*self._shared.headers, ("cookie", cookie))
            answer = yield from self._stored(url, headers)
            if answer is None:
                yield from self._admit(url, want)
                answer = yield from self._ask(url, headers)
            self._keep_cookies(url, answer)
            target = location(answer)
            if target is None:
                return url, answer
            yield from self._discard(answer)
            url = checked_url(target, base=url, allow_private=self._shared.options.allow_private)
        message = f"redirected {len(seen)} times without arriving: {url}"
        raise FetchError("too_many_redirects", message, url=str(url))

    def _stored(self, url: httpx.URL, headers: Headers) -> Flow[Answer | None]:
        """An answer from the cache that needs nobody's leave, if there is a cache and it has one."""
        if self._shared.options.cache is None:
            return None
        event = yield Send(url, headers, self._left(url), cached_only=True)
        return event if isinstance(event, Answer) else None

    def _admit(self, url: httpx.URL, want: Want) -> Flow[None]:
        """See that the site agrees and wait for our turn; the waiting does not count against the deadline."""
        robots = (yield from self._wishes(url)) if want.robots and self._shared.options.robots else Robots()
        refusal = robots.refusal(str(url), self._shared.product)
        if refusal:
            raise FetchError("blocked_by_robots", f"{refusal}: {url}", url=str(url))
        host = url.host
        now = self._clock()
        closed = self._shared.gate.closed(host, now)
        if closed > self._left(url):
            message = f"{host} asked to be left alone for another {closed:.0f} s: {url}"
            raise FetchError("http_status", message, url=str(url))
        if not want.turns or host in self._entered:
            return
        self._entered.add(host)
        yield from self._wait(host, now, robots.delay(self._shared.product))
        self._ends += self._clock() - now

    def _wait(self, host: str, now: float, delay: float) -> Flow[None]:
        pause = self._shared.gate.enter(host, now, delay)
        while True:
            if pause > 0:
                yield Wait(pause)
            pause = self._shared.gate.start(host, self._clock(), delay)
            if pause <= 0:
                return

    def _wishes(self, url: httpx.URL) -> Flow[Robots]:
        site = site_of(url)
        known = self._shared.robots.get(site, self._clock())
        if known is not None:
            return known
        try:
            got = yield from self.get(f"{site}robots.txt", ROBOTS_TXT)
            robots = read_robots(got.body)
        except FetchError as error:
            instead = without_robots(error)
            if instead is None:
                raise FetchError(error.reason, error.message, url=str(url), status=error.status) from None
            robots = instead
        self._shared.robots.put(site, robots, self._clock())
        return robots

    def _ask(self, url: httpx.URL, headers: Headers) -> Flow[Answer]:
        tries = 0
        while True:
            event = yield Send(url, headers, self._left(url))
            outcome = event if isinstance(event, Answer | Failure) else Failure("connect", "no answer came")
            tries += 1
            pause = pause_before_retry(outcome, tries, time.time())
            if pause is None or not self._worth_waiting(url, outcome, pause):
                break
            yield Wait(pause)
        if isinstance(outcome, Answer):
            return outcome
        raise FetchError(outcome.reason, f"{outcome.message}: {url}", url=str(url))

    def _worth_waiting(self, url: httpx.URL, event: Answer | Failure, pause: float) -> bool:
        """Whether the pause fits in the deadline; a pause that a host asks for holds for our other fetches too."""
        if isinstance(event, Answer) and event.header("retry-after"):
            self._shared.gate.close(url.host, self._clock() + min(pause, MAX_PENALTY))
        return pause < self._left(url)

    def _read(self, url: httpx.URL, answer: Answer, want: Want) -> Flow[bytes]:
        def error(reason: Literal["too_large", "connect", "not_html"], message: str) -> FetchError:
            return FetchError(reason, f"{message}: {url}", url=str(url), status=answer.status)

        try:
            body = Body(answer.header("content-encoding"), limit=want.limit)
            while True:
                event = yield Read(self._left(url))
                if isinstance(event, Failure):
                    raise FetchError(event.reason, f"{event.message}: {url}", url=str(url), status=answer.status)
                if not isinstance(event, bytes):
                    return body.finish()
                body.feed(event)
        except TooLarge:
            if want.cut:
                return body.collected()
            raise error("too_large", too_large(want.limit)) from None
        except Damaged as damage:
            raise error("connect", f"the answer arrived damaged ({damage})") from None
        except Unsupported as unknown:
            raise error("not_html", str(unknown)) from None

    def _discard(self, answer: Answer) -> Flow[None]:
        length = declared_length(answer)
        if length is None or length > SHORT_BODY:
            return
        while isinstance((yield Read(SHORT_TIME)), bytes):
            pass

    def _left(self, url: httpx.URL) -> float:
        left = self._ends - self._clock()
        if left <= 0:
            raise FetchError("timed_out", timed_out(self._shared.options.timeout, str(url)), url=str(url))
        return min(left, LONGEST)

    def _cookie(self, url: httpx.URL) -> str | None:
        request = httpx.Request("GET", url)
        self._cookies.set_cookie_header(request)
        value: str | None = request.headers.get("cookie")
        return value

    def _keep_cookies(self, url: httpx.URL, answer: Answer) -> None:
        """Cookies live as long as the fetch: they carry it through a redirect that checks for them, and are gone."""
        if answer.header("set-cookie") is not None:
            request = httpx.Request("GET", url)
            self._cookies.extract_cookies(httpx.Response(answer.status, headers=list(answer.headers), request=request))


def timed_out(seconds: float, url: str) -> str:
    """What somebody is told whose time is up."""
    return f"not done within timeout={seconds:g} s: {url}"
