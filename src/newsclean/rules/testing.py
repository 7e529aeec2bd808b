"""Runs the `[[test]]`s of a rule file over pages: one result for each expectation.

Nothing is read or parsed here: the caller says how a page is opened and how it becomes an article.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from newsclean.errors import NewscleanError
from newsclean.model import Author, Image
from newsclean.rules.drift import rule_id
from newsclean.rules.patterns import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.article import Article
    from newsclean.rules.model import Case, FieldValue, SiteRules

_Source = TypeVar("_Source")

ResultKind: TypeAlias = Literal["page", "contains", "not_contains", "captions", "drops", "fields"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one expectation."""

    site: str
    """Name of the rule file."""
    page: str
    """Name of the page."""
    kind: ResultKind
    """Which line of the test; `page` when the page could not be opened or parsed."""
    passed: bool
    expected: str
    found: str
    """What the article has instead, for people."""


def run_cases(
    site: SiteRules, open_page: Callable[[str], _Source], parse: Callable[[_Source], Article]
) -> Iterator[Result]:
    """Results of all tests of a site, in the order of the file.

    Args:
        site: its rules.
        open_page: from the `page` of a test to something that can be parsed; may raise `OSError`.
        parse: from there to an article, with these rules on; may raise `NewscleanError`.
    """
    for case in site.test:
        try:
            article = parse(open_page(case.page))
        except (OSError, NewscleanError) as error:
            yield Result(
                site=site.id, page=case.page, kind="page", passed=False, expected="an article", found=str(error)
            )
            continue
        for kind, passed, expected, found in _results(site, case, article):
            yield Result(site=site.id, page=case.page, kind=kind, passed=passed, expected=expected, found=found)


_Raw: TypeAlias = tuple[ResultKind, bool, str, str]


def _results(site: SiteRules, case: Case, article: Article) -> Iterator[_Raw]:
    yield from _passages(case, article)
    yield from _captions(case, article)
    removed = Counter(removal.by for removal in article.removed)
    for name, expected in case.drops.items():
        count = removed[rule_id(site.id, name)]
        yield "drops", count == expected, f"{name} = {expected}", f"{name} = {count}"
    for name, wanted in case.fields.items():
        value = getattr(article, name)
        yield "fields", _equal(value, wanted), f"{name} = {_words(wanted)}", f"{name} = {_words(value)}"


def _passages(case: Case, article: Article) -> Iterator[_Raw]:
    text = fold(article.text)
    captions = [fold(image.caption) for image in article.images if image.caption]
    for passage in case.contains:
        inside = fold(passage) in text
        yield "contains", inside, passage, "in the text" if inside else "not in the text"
    for passage in case.not_contains:
        places = [name for name, there in (("text", [text]), ("captions", captions)) if _anywhere(passage, there)]
        yield "not_contains", not places, passage, f"in the {' and the '.join(places)}" if places else "nowhere"


def _captions(case: Case, article: Article) -> Iterator[_Raw]:
    if case.captions is None:
        return
    captions = tuple(image.caption for image in article.images if image.caption)
    if isinstance(case.captions, int):
        yield "captions", len(captions) == case.captions, str(case.captions), f"{len(captions)}: {_words(captions)}"
    else:
        yield "captions", captions == case.captions, _words(case.captions), _words(captions)


def _anywhere(passage: str, texts: list[str]) -> bool:
    return any(fold(passage) in text for text in texts)


def _equal(value: object, wanted: FieldValue) -> bool:
    if isinstance(value, datetime) and isinstance(wanted, str):  # as far as the test says it
        return value.isoformat().startswith(wanted)
    if isinstance(value, tuple) and isinstance(wanted, tuple):
        return tuple(map(_plain, value)) == wanted
    return value == wanted


def _plain(value: object) -> object:
    """The part of a value that tests name: of an author the name, of an image the address."""
    if isinstance(value, Author):
        return value.name
    return value.url if isinstance(value, Image) else value


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(_plain(item)) for item in value) or "none"
    return value.isoformat() if isinstance(value, datetime) else str(value)
