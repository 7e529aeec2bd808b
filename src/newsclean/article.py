"""The result: one news article, typed, with its sources and with everything that was taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from newsclean.model import Author, Block, Image, Notice, Provenance, Removal, Update
from newsclean.words import count_words

if TYPE_CHECKING:
    from typing import Any, Self

    from newsclean.difference import Change

SCHEMA_VERSION = 1
"""Raised when a stored field changes its name, type or meaning."""

ArticleKind: TypeAlias = Literal[
    "news",
    "opinion",
    "live_blog",
    "interview",
    "obituary",
    "review",
    "press_release",
    "gallery",
    "video",
    "recipe",
    "other",
]
Completeness: TypeAlias = Literal["full", "partial", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article.

    `None` and the empty tuple mean "not found", never a default. `provenance` tells where a value came from, `removed`
    what left the text and why, `warnings` what to be careful about.
    """

    schema_version: int = SCHEMA_VERSION

    title: str | None = None
    """The headline, without the site's name."""
    standfirst: str | None = None
    """The visible summary under the headline; not part of `text`."""
    description: str | None = None
    """The summary that the page declares for machines."""
    blocks: tuple[Block, ...] = ()
    """The body, in reading order."""

    authors: tuple[Author, ...] = ()
    date_published: datetime | None = None
    """Timezone-aware when the page gives a zone, else naive; `provenance["date_published"].precision` says how
    exact."""
    date_modified: datetime | None = None
    """As `date_published`; None when the page only repeats the publication date."""
    fetched_at: datetime | None = None
    """When the page was obtained; never used as a date of publication."""

    images: tuple[Image, ...] = ()
    """Pictures in order, the lead picture first; captions are here and not in the text."""
    keywords: tuple[str, ...] = ()
    section: str | None = None
    """The part of the site, as "World": the first breadcrumb below the root, or what the page declares."""
    breadcrumbs: tuple[str, ...] = ()
    """From the root of the site down, as ("News", "World", "Asia")."""
    language: str | None = None
    """BCP-47, as "en" or "pt-BR"."""
    publisher: str | None = None
    """The organisation that publishes."""
    site: str | None = None
    """The name of the site."""
    host: str | None = None
    """Host of `url`, without "www."."""
    url: str | None = None
    requested_url: str | None = None
    canonical_url: str | None = None
    """What the page declares to be its address, absolute, without tracking parameters."""

    is_accessible_for_free: bool | None = None
    """What the page declares; what was seen is `completeness`."""
    completeness: Completeness = "unknown"
    kind: ArticleKind = "other"
    updates: tuple[Update, ...] = ()
    """Entries of a live blog."""
    corrections: tuple[str, ...] = ()
    """Corrections and clarifications, quoted: they stay in the text as well."""
    notes: tuple[str, ...] = ()
    """Contributor and provenance lines, which are not in the text, and editor's notes, which are."""
    license: str | None = None

    provenance: Mapping[str, Provenance] = field(default_factory=dict, hash=False)
    """Field name to the source of its value."""
    removed: tuple[Removal, ...] = ()
    """Everything that was on the page and is in no field, in page order."""
    warnings: tuple[Notice, ...] = ()
    rules_applied: tuple[str, ...] = ()
    """Names of the site-rule files that applied, as "presstv.ir"."""
    confidence: float | None = None
    """How sure the engine is of the text, 0 to 1."""
    content_hash: str = ""
    """SHA-256, in hex, of the text with white space folded: the same for other markup around the same words."""

    @property
    def text(self) -> str:
        """The body as plain text: blocks joined by a blank line."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def word_count(self) -> int:
        """Words of `text`; in scripts without spaces each ideograph or kana counts as one."""
        return count_words(self.text)

    @property
    def markdown(self) -> str:
        """The article as CommonMark: title, standfirst, body, images with captions."""
        return self.format("markdown")

    @property
    def html(self) -> str:
        """The article as clean HTML, everything escaped."""
        return self.format("html")

    def format(self, name: str) -> str:
        """The article as a string.

        Args:
            name: `text`, `json`, `jsonl`, `markdown`, `html`, `schema_org`, `zyte` or `ninjs`.

        Raises:
            ValueError: there is no such format.
        """
        from newsclean.formats import render

        return render(self, name)

    def explain(self) -> str:
        """A table for people: what was kept, moved and removed, by whom and why."""
        from newsclean.formats.explain import explain

        return explain(self)

    def to_json(self) -> str:
        """JSON with all fields plus `text` and `word_count`; `from_json` reads it back."""
        return self.format("json")

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """The article that `to_json` wrote.

        Raises:
            InputError: the data is no JSON of an article (reason "not_text").
        """
        from newsclean.formats.json import decode

        return decode(data, cls)

    def to_schema_org(self) -> dict[str, Any]:
        """A schema.org object in JSON-LD, as `NewsArticle`; what was not found is left out."""
        from newsclean.formats.schema_org import build

        return build(self)

    def to_zyte(self) -> dict[str, Any]:
        """What `zyte_common_items.Article.from_dict` takes; what was not found is left out."""
        from newsclean.formats.zyte import build

        return build(self)

    def to_ninjs(self) -> dict[str, Any]:
        """An item of IPTC's ninjs 2.0; what was not found is left out."""
        from newsclean.formats.ninjs import build

        return build(self)

    def diff(self, other: Article) -> tuple[Change, ...]:
        """What became of each paragraph between this article and a later `other`, in the reading order of that.

        Each is kept, changed, moved, added or removed.

        Paragraphs are compared with white space folded: other markup around the same words is no change.
        """
        from newsclean.difference import changes

        return changes(self.blocks, other.blocks)
