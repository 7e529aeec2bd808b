"""Politeness: when the next fetch from a host may start. Pure arithmetic, one for threads and tasks alike."""

from __future__ import annotations

import threading
from typing import Final

GAP: Final = 1.0
"""Seconds between the starts of two fetches from one host, unless robots.txt asks for more; the habit of the field
(Fundus waits 1 s, Scrapy's AutoThrottle aims at one request at a time)."""
MAX_DELAY: Final = 60.0
"""Seconds of Crawl-delay that are honoured; larger ones are read as this, they are mostly milliseconds or mistakes."""
MAX_HOSTS: Final = 4096
"""Hosts remembered before those whose turn is long past are dropped."""


TICK: Final = 0.001
"""Seconds that are not worth waiting for."""


class Gate:
    """Hands out turns, host by host, in the order of asking; safe to share between threads and tasks."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self._next: dict[str, float] = {}
        self._started: dict[str, float] = {}
        self._closed: dict[str, float] = {}
        self._lock = threading.Lock()

    def enter(self, host: str, now: float, delay: float = 0.0) -> float:
        """Take the host's next turn.

        Args:
            host: who is asked.
            now: a monotonic time in seconds.
            delay: seconds between two fetches that the host asks for.

        Returns:
            Seconds to wait before `start` is called.
        """
        with self._lock:
            turn = max(now, self._next.get(host, now), self._closed.get(host, now))
            self._next[host] = turn + self._distance(delay)
            if len(self._next) > MAX_HOSTS:
                self._forget(now)
            return turn - now

    def start(self, host: str, now: float, delay: float = 0.0) -> float:
        """Start, unless whoever was before started late, or the host has been closed in the meantime.

        Returns:
            0 when the fetch has started; else seconds to wait before asking again.
        """
        with self._lock:
            free = max(self._started.get(host, now - MAX_DELAY) + self._distance(delay), self._closed.get(host, now))
            if free - now > TICK:
                return free - now
            self._started[host] = now
            return 0.0

    def close(self, host: str, until: float) -> None:
        """Leave a host alone until a time, because it said so."""
        with self._lock:
            self._closed[host] = max(until, self._closed.get(host, until))

    def closed(self, host: str, now: float) -> float:
        """Seconds for which a host still wants to be left alone; 0 when it does not."""
        with self._lock:
            return max(0.0, self._closed.get(host, now) - now)

    def _distance(self, delay: float) -> float:
        return max(self._gap, min(delay, MAX_DELAY))

    def _forget(self, now: float) -> None:
        """Forget the hosts whose turns are past."""
        self._next = {host: then for host, then in self._next.items() if then > now}
        self._started = {host: then for host, then in self._started.items() if host in self._next}
        self._closed = {host: then for host, then in self._closed.items() if then > now}
