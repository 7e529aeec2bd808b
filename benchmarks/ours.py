"""newsclean as a tool of the benchmarks: from a page to an output, with the shipped model or the one of a fold."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newsclean import Cleaner, NewscleanError, NotAnArticle, Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeAlias

    from pages import Page

    from newsclean import Article

    Tool: TypeAlias = Callable[[Page], dict[str, Any]]

WITHOUT_RULES: Final = Options(rules=None)
MIXED: Final = frozenset(("trafilatura_eval",))
"""Data sets that also hold shops and institutions: nothing is refused there."""


class Newsclean:
    """The library, by default without site rules; what it refuses and why is part of the output."""

    def __init__(self, *, second_opinion: bool, options: Options = WITHOUT_RULES) -> None:
        options = replace(options, second_opinion=second_opinion)
        self._strict = Cleaner(options)
        self._lenient = Cleaner(replace(options, accept="any"))

    def __call__(self, page: Page) -> dict[str, Any]:
        """The output for a page."""
        cleaner = self._lenient if page.row["dataset"] in MIXED else self._strict
        with watched() as calls:
            try:
                output = fields(cleaner.parse(page.body, url=page.url))
            except NotAnArticle as error:
                output = {"refused": error.kind, "confidence": 0.0}
            except NewscleanError as error:
                output = {"error": str(error)}
        return output | {"asked": bool(calls)}


class FoldModels:
    """The models of the folds: each has not seen the sites of its fold."""

    def __init__(self, folder: Path) -> None:
        from newsclean.engine.model_file import unpack

        self._models = [unpack(path.read_bytes()) for path in sorted(folder.glob("fold*.bin"))]
        if not self._models:
            message = f"there is no fold0.bin in {folder}: training/fit.py --folds writes them"
            raise FileNotFoundError(message)

    @contextmanager
    def model_of(self, page: Page) -> Iterator[None]:
        """Pages are read with the model that has not seen this one's site meanwhile."""
        from newsclean.engine import markup

        model = self._models[self._fold(page)]
        shipped = markup.shipped_model
        markup.shipped_model = lambda: model  # type: ignore[assignment]
        try:
            yield
        finally:
            markup.shipped_model = shipped

    def _fold(self, page: Page) -> int:
        """As training/learn.py."""
        site = str(page.row["site"] or f"{page.row['dataset']}/{page.row['id']}")
        return int.from_bytes(hashlib.sha256(site.encode()).digest()[:4], "big") % len(self._models)


class Folds:
    """The library with, for each page, the model of the fold that its site is in."""

    def __init__(self, folder: Path, tool: Tool) -> None:
        self._models = FoldModels(folder)
        self._tool = tool

    def __call__(self, page: Page) -> dict[str, Any]:
        """The output for a page."""
        with self._models.model_of(page):
            return self._tool(page)


def fields(article: Article) -> dict[str, Any]:
    """What of an article is scored."""
    return {
        "text": article.text,
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date_published": article.date_published.isoformat() if article.date_published else None,
        "standfirst": article.standfirst,
        "lead_image": next((image.url for image in article.images if image.is_main), None),
        "images": [{"url": i.url, "caption": i.caption, "credit": i.credit, "alt": i.alt} for i in article.images],
        "captions": [image.caption for image in article.images if image.caption],
        "refused": None,
        "confidence": article.confidence,
        "language": article.language,
        "warnings": [notice.kind for notice in article.warnings],
    }


@contextmanager
def watched() -> Iterator[list[str]]:
    """Names of what of trafilatura is called meanwhile: by the engine, for its second opinion."""
    import trafilatura

    calls: list[str] = []

    def watch(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            calls.append(name)
            return real(*args, **named)

        return call

    kept = {name: getattr(trafilatura, name) for name in ("extract", "bare_extraction")}
    for name, real in kept.items():
        setattr(trafilatura, name, watch(name, real))
    try:
        yield calls
    finally:
        for name, real in kept.items():
            setattr(trafilatura, name, real)
