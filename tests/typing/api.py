"""What type checkers must say of the public interface; checked, never run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal, assert_type

import newsclean
from newsclean import (
    Article,
    Author,
    Block,
    Cleaner,
    FetchError,
    Image,
    InputError,
    Link,
    NewscleanError,
    NotAnArticle,
    Notice,
    Options,
    Removal,
    Response,
    RuleError,
    SiteRules,
    adiscover,
    afetch,
    aparse,
    discover,
    fetch,
    parse,
)


def sources(response: Response) -> None:
    for source in (response, Path("page.html"), b"<p>x</p>", bytearray(b"x"), memoryview(b"x"), "text"):
        assert_type(parse(source), Article)
    assert_type(parse("text", url="https://example.org/", options=Options()), Article)
    parse(7)  # type: ignore[arg-type]
    parse("text", "https://example.org/")  # type: ignore[call-arg]
    newsclean.parsee("text")  # type: ignore[attr-defined]


def network() -> None:
    assert_type(fetch("https://example.org/"), Response)
    assert_type(discover("https://example.org/"), list[Link])


async def awaited() -> None:
    assert_type(await aparse("text"), Article)
    assert_type(await afetch("https://example.org/"), Response)
    assert_type(await adiscover("https://example.org/"), list[Link])
    async with Cleaner(Options(robots=False)) as cleaner:
        assert_type(await cleaner.aparse("text"), Article)
        assert_type(await cleaner.afetch("https://example.org/"), Response)


def reused(rules: SiteRules) -> None:
    with Cleaner(Options(rules=(rules, Path("rules"), "rules/example.org.toml"), disable=("credit",))) as cleaner:
        assert_type(cleaner, Cleaner)
        assert_type(cleaner.parse(Path("page.html")), Article)
        assert_type(cleaner.fetch("https://example.org/"), Response)
        assert_type(cleaner.clean_many(["text", b"bytes", Path("page.html")]), list[Article | NewscleanError])


def values(article: Article) -> None:
    assert_type(article.title, str | None)
    assert_type(article.text, str)
    assert_type(article.word_count, int)
    assert_type(article.blocks, tuple[Block, ...])
    assert_type(article.authors, tuple[Author, ...])
    assert_type(article.images, tuple[Image, ...])
    assert_type(article.date_published, datetime | None)
    assert_type(article.removed, tuple[Removal, ...])
    assert_type(article.warnings, tuple[Notice, ...])
    assert_type(article.provenance["title"].source, str)
    assert_type(article.completeness, Literal["full", "partial", "unknown"])
    assert_type(article.to_json(), str)
    assert_type(Article.from_json(b"{}"), Article)
    assert_type(article.explain(), str)
    article.title = "other"  # type: ignore[misc]
    Options(input="pdf")  # type: ignore[arg-type]
    Options(())  # type: ignore[call-arg]


def errors(error: NewscleanError) -> str:
    match error:
        case InputError(reason="looks_like_path"):
            return "use pathlib.Path"
        case FetchError():
            return f"{error.url} {error.status} {error.reason}"
        case NotAnArticle():
            assert_type(error.article, Article | None)
            return error.kind
        case RuleError():
            return f"{error.file} {error.path} {error.message}"
    return str(error)
