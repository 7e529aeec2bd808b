"""Reads pages with given rules and no others: neither the shipped ones nor those of the user mix in unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.blocks import read_html, read_text
from newsclean.errors import NotAnArticle
from newsclean.html.document import Document
from newsclean.options import Options
from newsclean.pipeline import Pipeline
from newsclean.rules.index import build_index
from newsclean.rules.library import RuleLibrary, rule_files
from newsclean.rules.load import load_rules
from newsclean.sources.memory import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsclean.article import Article
    from newsclean.errors import NotAnArticleKind
    from newsclean.model import Response
    from newsclean.page import Page
    from newsclean.rules.model import SiteRules
    from newsclean.sources.memory import Given


class Opened(NamedTuple):
    """A page as it was opened, before rules are asked."""

    given: Given
    response: Response
    url: str | None


class Outcome(NamedTuple):
    """What became of a page."""

    article: Article | None
    """The article, of a refused page the best effort; None where there is nothing at all."""
    refused: NotAnArticleKind | None
    """What the page is said to be instead of an article."""


def open_page(response: Response, url: str | None = None) -> Opened:
    """A response, decoded and told apart.

    Raises:
        InputError: it is no page and no text.
    """
    return Opened(read_bytes(response.body, response.header("content-type")), response, url or response.url)


def page_of(opened: Opened) -> Page:
    """The blocks of a page.

    Raises:
        InputError: the markup is too complex.
    """
    if opened.given.kind == "text":
        return read_text(opened.given.text, url=opened.url)
    decoded = opened.given.decoded
    return read_html(Document(opened.given.text, url=opened.url, utf8=decoded.utf8 if decoded else None))


def library_of(sites: Iterable[SiteRules]) -> RuleLibrary:
    """A library of some rules alone; of two for the same host the later one has it."""
    known = tuple(sites)
    return RuleLibrary(build_index(known), {site.id: site for site in known})


def rules_in(path: Path) -> tuple[SiteRules, ...]:
    """The rules of a file, or of all files of a folder.

    Raises:
        RuleError: there is no such file or folder, or a file is wrong.
    """
    return tuple(load_rules(file) for file in rule_files(path))


class Reader:
    """Makes articles of opened pages.

    Args:
        library: the rules that apply.
        options: all but `rules`, which is not looked at.
    """

    def __init__(self, library: RuleLibrary, options: Options | None = None) -> None:
        self.library = library
        self._pipeline = Pipeline(options=options or Options(), library=library)

    def read(self, opened: Opened) -> Outcome:
        """What a page gives with these rules.

        Raises:
            InputError: the markup is too complex.
        """
        try:
            read = self._pipeline.run(opened.given, url=opened.url, response=opened.response)
        except NotAnArticle as error:
            return Outcome(error.article, error.kind)
        return Outcome(read.article, None)
