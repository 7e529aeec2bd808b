"""The front door: `parse`, `fetch`, `discover`, their awaited twins, and `Cleaner`, which holds what they share."""

from __future__ import annotations

import os
import threading
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from newsclean.errors import NewscleanError
from newsclean.model import Response
from newsclean.options import Options
from newsclean.sources.memory import address, read_bytes, read_string

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import Self

    from newsclean.article import Article
    from newsclean.model import Link
    from newsclean.pipeline import Pipeline
    from newsclean.sources.http.fetcher import AsyncFetcher, Fetcher
    from newsclean.sources.memory import Given

Source: TypeAlias = "Response | os.PathLike[str] | str | bytes | bytearray | memoryview"


def parse(source: Source, *, url: str | None = None, options: Options | None = None) -> Article:
    """The article in a page.

    Args:
        source: a `Response`; a path object (a file: HTML, text, or a WARC with one record); bytes; a string that is an
            address (fetched), HTML, or plain text. A string never opens a file.
        url: the address of what is given, where it is known: the base of its links, and what selects site rules.
        options: what may be done; see `Options`.

    Raises:
        InputError: what was given is no page and no text.
        FetchError: the address could not be fetched.
        NotAnArticle: the page was read, and it is no article.
        RuleError: a site-rule file of yours is wrong.
        TypeError: the source is of no known type.
    """
    with Cleaner(options) as cleaner:
        return cleaner.parse(source, url=url)


async def aparse(source: Source, *, url: str | None = None, options: Options | None = None) -> Article:
    """As `parse`, awaited."""
    async with Cleaner(options) as cleaner:
        return await cleaner.aparse(source, url=url)


def fetch(url: str, *, options: Options | None = None) -> Response:
    """A page, as its server sends it.

    Raises:
        FetchError: it cannot be had, or it is no page.
    """
    with Cleaner(options) as cleaner:
        return cleaner.fetch(url)


async def afetch(url: str, *, options: Options | None = None) -> Response:
    """As `fetch`, awaited."""
    async with Cleaner(options) as cleaner:
        return await cleaner.afetch(url)


def discover(url: str, *, options: Options | None = None) -> list[Link]:
    """The pages that a site announces in its feeds and sitemaps.

    Args:
        url: a feed (RSS, Atom, JSON Feed), a sitemap, or a page that names its feeds.
        options: limits and permissions.

    Raises:
        FetchError: the list cannot be had, or there is none.
    """
    from newsclean.sources.http.fetcher import Fetcher

    with Fetcher(options) as fetcher:
        return fetcher.discover(url)


async def adiscover(url: str, *, options: Options | None = None) -> list[Link]:
    """As `discover`, awaited."""
    from newsclean.sources.http.fetcher import AsyncFetcher

    async with AsyncFetcher(options) as fetcher:
        return await fetcher.discover(url)


class Cleaner:
    """The reusable form: loaded rules, open connections. Safe to share between threads; close it, or use `with`.

    Raises:
        RuleError: a site-rule file of yours is wrong; raised when the first page is parsed.
    """

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self._lock = threading.Lock()
        self._fetcher: Fetcher | None = None
        self._async_fetcher: AsyncFetcher | None = None

    def parse(self, source: Source, *, url: str | None = None) -> Article:
        """As the function `parse`."""
        found = address(source) if isinstance(source, str) else None
        return self._read(self.fetch(found) if found else source, url)

    async def aparse(self, source: Source, *, url: str | None = None) -> Article:
        """As the function `aparse`; the parsing itself runs in a thread."""
        import asyncio

        found = address(source) if isinstance(source, str) else None
        page = await self.afetch(found) if found else source
        return await asyncio.to_thread(self._read, page, url)

    def fetch(self, url: str) -> Response:
        """As the function `fetch`."""
        return self._shared_fetcher().fetch(url)

    async def afetch(self, url: str) -> Response:
        """As the function `afetch`; a cleaner awaits in one event loop only."""
        if self._async_fetcher is None:
            from newsclean.sources.http.fetcher import AsyncFetcher

            self._async_fetcher = AsyncFetcher(self.options, beside=self._shared_fetcher())
        return await self._async_fetcher.fetch(url)

    def clean_many(self, pages: Iterable[Source]) -> list[Article | NewscleanError]:
        """Every page in order: its article, or the error that it gave."""
        out: list[Article | NewscleanError] = []
        for page in pages:
            try:
                out.append(self.parse(page))
            except NewscleanError as error:
                out.append(error)
        return out

    def close(self) -> None:
        """Closes the connections; the cleaner can be used again."""
        fetcher, self._fetcher = self._fetcher, None
        if fetcher is not None:
            fetcher.close()

    async def aclose(self) -> None:
        """As `close`, for the connections of `afetch` and `aparse` too."""
        self.close()
        fetcher, self._async_fetcher = self._async_fetcher, None
        if fetcher is not None:
            await fetcher.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    @cached_property
    def _pipeline(self) -> Pipeline:
        from newsclean.pipeline import Pipeline
        from newsclean.rules.library import RuleLibrary

        return Pipeline(options=self.options, library=RuleLibrary.from_options(self.options))

    def _shared_fetcher(self) -> Fetcher:
        """The blocking fetcher; it also keeps the turns per host and the robots.txt files for the awaiting one."""
        with self._lock:
            if self._fetcher is None:
                from newsclean.sources.http.fetcher import Fetcher

                self._fetcher = Fetcher(self.options)
            return self._fetcher

    def _read(self, source: Source, url: str | None) -> Article:
        given, response = self._open(source)
        if url is None and response is not None:
            url = response.url
        return self._pipeline.run(given, url=url, response=response)

    def _open(self, source: Source) -> tuple[Given, Response | None]:
        """What to read, and how it was obtained where that is known."""
        forced = self.options.input
        if isinstance(source, str):
            return read_string(source, None if forced == "auto" else forced), None
        response = source if isinstance(source, Response) else None
        if isinstance(source, os.PathLike):
            from newsclean.sources.file import read_file

            response = read_file(source)
        if response is not None:
            given = read_bytes(response.body, response.header("content-type"))
        elif isinstance(source, bytes | bytearray | memoryview):
            given = read_bytes(bytes(source))
        else:
            message = f"parse() takes a Response, a path object, bytes or a string, not {type(source).__name__}"
            raise TypeError(message)
        return (given if forced == "auto" else given._replace(kind=forced)), response
