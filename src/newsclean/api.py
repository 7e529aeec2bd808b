"""The front door: `parse`, `fetch`, `discover`, their awaited twins, and `Cleaner`, which holds what they share."""

from __future__ import annotations

import os
import threading
from contextlib import ExitStack, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from newsclean.errors import NewscleanError
from newsclean.model import Response
from newsclean.options import Options
from newsclean.sources.memory import address, read_bytes, read_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType
    from typing import Self

    from newsclean.article import Article
    from newsclean.model import Link
    from newsclean.pipeline import Pipeline, Read
    from newsclean.recurrence import Recurring, Trace
    from newsclean.sources.http.fetcher import AsyncFetcher, Fetcher
    from newsclean.sources.memory import Given

Source: TypeAlias = "Response | os.PathLike[str] | str | bytes | bytearray | memoryview"


class _Question(NamedTuple):
    """A page of several to read."""

    source: Source
    recurring: Mapping[int, Recurring] | None = None
    """Blocks that other pages of its site have too; None while nobody knows."""


class _Answer(NamedTuple):
    article: Article
    trace: Trace | None


class _Asked(NamedTuple):
    """A page of several that was read on its own."""

    outcome: Article | NewscleanError
    trace: Trace | None = None
    source: Source | None = None
    """Kept only where the page can be compared."""


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
        return self._read(self.fetch(found) if found else source, url).article

    async def aparse(self, source: Source, *, url: str | None = None) -> Article:
        """As the function `aparse`; the parsing itself runs in a thread."""
        import asyncio

        found = address(source) if isinstance(source, str) else None
        page = await self.afetch(found) if found else source
        return (await asyncio.to_thread(self._read, page, url)).article

    def fetch(self, url: str) -> Response:
        """As the function `fetch`."""
        return self._shared_fetcher().fetch(url)

    async def afetch(self, url: str) -> Response:
        """As the function `afetch`; a cleaner awaits in one event loop only."""
        if self._async_fetcher is None:
            from newsclean.sources.http.fetcher import AsyncFetcher

            self._async_fetcher = AsyncFetcher(self.options, beside=self._shared_fetcher())
        return await self._async_fetcher.fetch(url)

    def clean_many(self, pages: Iterable[Source], *, limit: float | None = None) -> list[Article | NewscleanError]:
        """Every page in order: its article, or the error that it gave.

        Pages of one site are compared, if there are three stories or more: what recurs on them is the site's and not a
        story's (the detector `repetition`). The result does not depend on the order of the pages, nor on what was
        cleaned before. Until all are read, each page that has an address or a known site is kept in memory;
        `Options(disable=("repetition",))` keeps none, and then each article is what `parse` gives.

        Args:
            pages: as `parse` takes them; addresses are fetched.
            limit: seconds a page may take to read. Pages are then read in a process of their own, which is ended when
                one takes longer or is its death: that page gives an `InputError`, reason "too_complex", and the next
                ones go on in a new process. None reads them in this process, without a limit. Fetching does not
                count; it has `Options.timeout`.

        Raises:
            TypeError: a page is of no known type.
            ValueError: the limit is not above 0.
            RuntimeError: with a limit, no process can be started.
        """
        with ExitStack() as stack:
            read: Callable[[_Question], _Answer] = self._answer
            if limit is not None:
                from newsclean.workers import Worker

                read = stack.enter_context(Worker(partial(_reader, self.options), limit=limit)).ask
            return _compared(read, [self._ask(read, page) for page in pages])

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

    def _ask(self, read: Callable[[_Question], _Answer], page: Source) -> _Asked:
        found = address(page) if isinstance(page, str) else None
        try:
            source = self.fetch(found) if found else _portable(page)
            answer = read(_Question(source))
        except NewscleanError as error:
            return _Asked(error)
        return _Asked(answer.article, answer.trace, source if answer.trace else None)

    def _answer(self, question: _Question) -> _Answer:
        """Reads one of several pages; the first time it also tells what comparing them needs."""
        read = self._read(question.source, None, question.recurring)
        alone = question.recurring is None and not {"repetition", "detector:repetition"} & {*self.options.disable}
        return _Answer(read.article, read.trace() if alone else None)

    def _read(self, source: Source, url: str | None, recurring: Mapping[int, Recurring] | None = None) -> Read:
        given, response = self._open(source)
        if url is None and response is not None:
            url = response.url
        return self._pipeline.run(given, url=url, response=response, recurring=recurring)

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
            raise _wrong_type(source)
        return (given if forced == "auto" else given._replace(kind=forced)), response


def _compared(read: Callable[[_Question], _Answer], asked: list[_Asked]) -> list[Article | NewscleanError]:
    """The outcomes; a page that has something in common with others of its site is read again with this in mind."""
    from newsclean.recurrence import recurrences

    outcomes = []
    for one, recurring in zip(asked, recurrences([one.trace for one in asked]), strict=True):
        outcome = one.outcome
        if recurring and one.source is not None:
            # A file may be gone by now, a second reading may take longer: then the first one stands.
            with suppress(NewscleanError):
                outcome = read(_Question(one.source, recurring)).article
        outcomes.append(outcome)
    return outcomes


def _reader(options: Options) -> Callable[[_Question], _Answer]:
    """What reads pages in a worker process."""
    cleaner = Cleaner(options)
    with suppress(NewscleanError):  # loads all that a first page needs, so that it is not measured against the limit
        cleaner.parse("<p>This sentence is here to be read, so that its language is looked for.</p>")
    return cleaner._answer  # noqa: SLF001 - a part of the class that runs elsewhere


def _portable(source: Source) -> Source:
    """The source as a value that can be sent to another process."""
    if isinstance(source, Response | str | bytes):
        return source
    if isinstance(source, os.PathLike):
        return Path(source)
    if isinstance(source, bytearray | memoryview):
        return bytes(source)
    raise _wrong_type(source)


def _wrong_type(source: object) -> TypeError:
    return TypeError(f"parse() takes a Response, a path object, bytes or a string, not {type(source).__name__}")
