"""What became of the page, as a table for people: what was kept, moved to a field and removed, by whom and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.digest import fold
from newsclean.formats import structure, table
from newsclean.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newsclean.article import Article
    from newsclean.model import Author, Block, Evidence, Notice, Removal

    Row = tuple[str, str, str]

WIDTH: Final = 100
"""Columns of the table where nobody says otherwise."""
BEGINNING: Final = 56
"""Columns that a kept block is shown with, so that its row is one line; the article has the rest."""

_HEAD: Final = ("what", "as", "text, and why")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""A page must not steer the reader's terminal."""


def explain(article: Article, *, width: int = WIDTH) -> str:
    """A summary line, then a table: one row for each kept block, each field filled and each removal, then the notices.

    Args:
        article: what to explain.
        width: columns of the terminal or page.
    """
    rows = (*_kept(article), *_moved(article), *_removed(article), *map(_notice_row, article.warnings))
    drawn = table.draw((_HEAD, *rows), width)
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", f"{summary(article)}\n\n{drawn}")


def summary(article: Article) -> str:
    """One line: how much was kept, filled and removed, under which rules, and how sure the engine is."""
    facts = [
        f"kept {_count(len(article.blocks), 'block')} ({_count(article.word_count, 'word')})",
        f"filled {_count(sum(1 for _ in _moved(article)), 'field')}",
        f"removed {_count(len(article.removed), 'block')}",
        f"site rules: {', '.join(article.rules_applied) or 'none'}",
    ]
    if article.confidence is not None:
        facts.append(f"confidence {article.confidence:.2f}")
    return "; ".join(facts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _kept(article: Article) -> Iterator[Row]:
    for block in article.blocks:
        yield "kept", f"{block.kind} {block.level}" if block.level else block.kind, _beginning(block)


def _beginning(block: Block) -> str:
    """The first words of a block, and how many it has where some are left out."""
    first, *more = table.wrap(block.text, BEGINNING)
    return f"{first} … ({_count(count_words(block.text), 'word')})" if more else first


def _moved(article: Article) -> Iterator[Row]:
    """The fields that hold words of the page; what only machines read is left to the JSON."""
    for field, value in _fields(article):
        source = article.provenance.get(field)
        yield "moved", field, f"{value}\nfrom {source.source}" if source else value


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    kept = {block.text for block in article.blocks}
    values = {
        "breadcrumbs": " > ".join(article.breadcrumbs),
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": "; ".join(map(_author, article.authors)),
        "date_published": _date(article.date_published),
        "date_modified": _date(article.date_modified),
        "keywords": "; ".join(article.keywords),
        "license": article.license,
    }
    yield from ((name, fold(value)) for name, value in values.items() if value)
    yield from (("images", legend) for image in article.images if (legend := structure.legend(image)))
    yield from (("notes", fold(note)) for note in article.notes if note not in kept)


def _author(author: Author) -> str:
    return f"{author.name} ({author.role})" if author.role else author.name


def _date(date: datetime | None) -> str:
    return date.isoformat(" ") if date else ""


def _removed(article: Article) -> Iterator[Row]:
    for removal in article.removed:
        yield "removed", removal.kind, f"{fold(removal.text)}\n{_why(removal)}{_evidence(removal.evidence)}"


def _why(removal: Removal) -> str:
    return fold(f"by {removal.by}, at {removal.path}: {removal.reason}")


def _notice_row(notice: Notice) -> Row:
    return "notice", notice.kind, f"{fold(notice.message)}{_evidence(notice.evidence)}"


def _evidence(evidence: Evidence) -> str:
    """A line of names and values; numbers with three significant digits."""
    shown = (
        f"{name} {value:.3g}" if isinstance(value, float) else f"{name} {value}" for name, value in evidence.items()
    )
    return f"\n{', '.join(shown)}" if evidence else ""
