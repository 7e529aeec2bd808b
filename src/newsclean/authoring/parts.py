"""What came out of a page, part by part, and what differs between two such results."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from newsclean.model import Author

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.article import Article
    from newsclean.authoring.reader import Outcome

PartKind: TypeAlias = Literal["paragraph", "caption", "field", "refusal"]

FIELDS: Final = (
    "title", "standfirst", "description", "authors", "date_published", "date_modified", "section", "breadcrumbs",
    "keywords", "language", "publisher", "site", "canonical_url", "is_accessible_for_free", "license", "notes",
    "corrections",
)  # fmt: skip
"""Fields of an article that readers of it would miss; pictures count by their captions and addresses."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that an article holds."""

    kind: PartKind
    text: str
    """A block of the text, a caption, or a field as `name: value`."""


@dataclass(frozen=True, slots=True)
class Change:
    """One part that only one of two results has."""

    part: Part
    why: str
    """For a paragraph: where it is in the other result, as far as that is known; else empty."""
    gained: bool
    """Whether the new result has it, and not the old one."""


def parts(outcome: Outcome) -> tuple[Part, ...]:
    """All that a page gave, in order; of a refused page only that it was refused."""
    if outcome.refused is not None or outcome.article is None:
        return (Part("refusal", outcome.refused or "no_text"),)
    article = outcome.article
    return (
        *(Part("paragraph", block.text) for block in article.blocks),
        *(Part("caption", image.caption) for image in article.images if image.caption),
        *(Part("field", text) for text in _fields(article)),
    )


def changes(old: Outcome, new: Outcome) -> tuple[Change, ...]:
    """The parts that were lost, then those that were gained, each in the order of its page; moved ones are neither."""
    before, after = parts(old), parts(new)
    lost = (Change(part, _where(part, new), gained=False) for part in _only(before, after))
    gained = (Change(part, _where(part, old), gained=True) for part in _only(after, before))
    return (*lost, *gained)


def _only(some: Sequence[Part], others: Sequence[Part]) -> Iterator[Part]:
    """The parts of the first bag that the second does not have, or has less often."""
    left = Counter(others)
    for part in some:
        if left[part]:
            left[part] -= 1
        else:
            yield part


def _fields(article: Article) -> Iterator[str]:
    for name in FIELDS:
        value = getattr(article, name)
        if value not in (None, ()):
            yield f"{name}: {_words(value)}"
    yield from (f"image: {image.url}" for image in article.images if image.url)
    yield from (f"credit: {image.credit}" for image in article.images if image.credit)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    if isinstance(value, Author):
        return value.name
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _where(part: Part, other: Outcome) -> str:
    """Where a paragraph is in a result that does not have it in its text."""
    if part.kind != "paragraph" or other.article is None:
        return ""
    if other.refused is not None:
        return f"the page is refused as {other.refused}"
    removal = next((removal for removal in other.article.removed if removal.text == part.text), None)
    if removal is not None:
        return f"{removal.kind}, {removal.by}"
    captions = (image.caption for image in other.article.images if image.caption)
    return "caption" if any(caption in part.text for caption in captions) else ""
