"""Everything an article is made from: the page, what became of its blocks, and what the stages before found out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from newsclean.html import schema
from newsclean.html.headline import key
from newsclean.html.structured import StructuredData
from newsclean.normalize.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from newsclean.model import Notice, Response
    from newsclean.page import Page
    from newsclean.resolve import Outcome
    from newsclean.verdict import FieldLabel, Verdict

Quoted: TypeAlias = Literal["correction", "note"]


class Moved(NamedTuple):
    """A block that left the text for a field."""

    block: int
    text: str
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A page, read and resolved: what `build_article` turns into an `Article`."""

    page: Page
    outcome: Outcome
    response: Response | None = None
    """Where the page came from; None when it was given as a string."""
    rule_fields: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Field name to what site rules found for it: (`rule:<name of the file>`, text)."""
    site_name: str | None = None
    """The site's name as its rule file has it."""
    rules_applied: tuple[str, ...] = ()
    rules_agree: str | None = None
    """How far they agree with the general path on the story, in words; None when they say nothing of it."""
    notices: tuple[Notice, ...] = ()
    """Warnings of the stages before."""
    quoted: Mapping[int, Quoted] = field(default_factory=dict)
    """Kept blocks that fields quote, corrections and editor's notes, beside those that the correction guard kept."""
    confidence: float | None = None
    body_source: str | None = None
    """Whose opinion on the body it is: `engine` or `trafilatura`."""
    links: bool = False
    """Whether the links inside of blocks are wanted."""

    @cached_property
    def structured(self) -> StructuredData:
        """What the page declares; nothing in text mode."""
        return self.page.document.structured if self.page.document is not None else StructuredData()

    @property
    def stories(self) -> tuple[Mapping[str, Any], ...]:
        """The JSON-LD objects that speak of the story, the likeliest first."""
        return self.structured.stories

    @cached_property
    def references(self) -> Mapping[str, Mapping[str, Any]]:
        """JSON-LD objects by `@id`."""
        return schema.index_by_id(self.structured.jsonld)

    @cached_property
    def url(self) -> str | None:
        """Address of the page, after redirects."""
        return (self.response.url if self.response is not None else None) or self.page.url

    @cached_property
    def base(self) -> str | None:
        """What relative addresses are relative to."""
        return self.structured.base or self.url

    def moved(self, *labels: FieldLabel) -> Iterator[Moved]:
        """Blocks that left the text for a field, in page order."""
        return (moved for moved in self._moved if moved.verdict.label in labels)

    @cached_property
    def _moved(self) -> tuple[Moved, ...]:
        found = self.outcome.moved
        return tuple(Moved(index, normalise(self.page.blocks[index].text), found[index]) for index in sorted(found))

    @cached_property
    def title_block(self) -> int:
        """The block that is the headline; where none is, that of a main heading, or the first of the story."""
        moved = next((moved.block for moved in self.moved("title")), None)
        if moved is not None:
            return moved
        wanted = {key(text) for text in self.structured.h1}
        for block in self.page.blocks:
            if block.kind == "heading" and key(block.text) in wanted:
                return block.index
        return self.outcome.kept[0] if self.outcome.kept else 0

    def rule_values(self, name: str) -> Iterator[tuple[str, str]]:
        """(source, text) of what site rules found for a field."""
        for source, text in self.rule_fields.get(name, ()):
            cleaned = normalise(text)
            if cleaned:
                yield source, cleaned
