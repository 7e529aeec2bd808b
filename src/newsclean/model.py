"""The values that go in and come out; `Article`, which holds most of them, is in `article`.

All are frozen, slotted, keyword-only dataclasses with tuples for sequences: equal by value, safe to share between
threads, picklable. Field names follow schema.org in snake_case where tools of the field disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from newsclean.digest import digest

Evidence: TypeAlias = Mapping[str, int | float | str]
"""What a decision rests on: name to number or string."""

BlockKind: TypeAlias = Literal["heading", "paragraph", "list_item", "quote", "preformatted", "table_row"]
AuthorKind: TypeAlias = Literal["person", "organisation"]
Via: TypeAlias = Literal["http", "file", "stdin", "warc", "archive", "memory"]
LinkSource: TypeAlias = Literal["rss", "atom", "json_feed", "sitemap", "news_sitemap"]
Precision: TypeAlias = Literal["year", "month", "day", "minute", "second"]

RemovalKind: TypeAlias = Literal[
    "misplaced_caption",
    "related",
    "teaser",
    "newsletter",
    "paywall",
    "app_prompt",
    "share",
    "follow",
    "listen",
    "reading_time",
    "separator",
    "mirror_address",
    "standards",
    "author_bio",
    "comment_prompt",
    "comments",
    "advertisement",
    "donation",
    "player",
    "poll",
    "navigation",
    "duplicate",
    "boilerplate",
]
NoticeKind: TypeAlias = Literal[
    "rule_drift",
    "brake",
    "low_confidence",
    "caption_unsure",
    "second_opinion",
    "partial",
    "encoding",
    "impossible_dates",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A page as it was obtained, before anything is read from it.

    Raises:
        TypeError: the headers are a mapping and no pairs.
    """

    url: str | None = None
    """Address of the page after redirects; None when nobody knows it."""
    requested_url: str | None = None
    """Address that was asked for."""
    status: int | None = None
    """HTTP status; None when the page did not come over HTTP."""
    headers: tuple[tuple[str, str], ...] = ()
    """Response headers as received, names in lower case."""
    body: bytes = b""
    """The page, content-encoding undone, charset not."""
    fetched_at: datetime | None = None
    """When it was obtained, timezone-aware; from a cache or an archive the time of the original."""
    via: Via = "memory"
    """How it was obtained."""
    from_cache: bool = False
    """Whether the HTTP cache answered, revalidated or not."""

    def __post_init__(self) -> None:
        if isinstance(self.headers, Mapping):
            message = "Response(headers=...) takes pairs and no mapping: write tuple(headers.items())"
            raise TypeError(message)

    def header(self, name: str) -> str | None:
        """The first header of that name (case ignored), or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A link inside of a block."""

    start: int
    """Where in the text of the block its words begin."""
    end: int
    """Where they end: `block.text[anchor.start : anchor.end]` are the words."""
    url: str
    """Where it leads, absolute, over http or https."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One unit of the article's text as a reader sees it."""

    index: int
    """Place of the block on the page, from 0, counted over all blocks of the page, kept or not."""
    kind: BlockKind
    level: int = 0
    """1 to 6 for headings, nesting depth from 1 for list items, 0 otherwise."""
    text: str
    """White space folded (kept in preformatted text); the cells of a table row are joined by ` | `, empty ones too
    (`a | | c`)."""
    path: str
    """Where it stands: a DOM path (`html/body/main/p[3]`), or `line 7` in plain text."""
    links: tuple[Anchor, ...] = ()
    """The links in it, in order, with `Options(links=True)`; they never overlap."""

    @property
    def content_hash(self) -> str:
        """SHA-256, in hex, of the text with white space folded: the same wherever the paragraph stands."""
        return digest(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Somebody named as author."""

    name: str
    role: str | None = None
    """What the page calls them, as "Science editor"."""
    kind: AuthorKind = "person"
    """A person, or a desk, agency or paper."""
    url: str | None = None
    """Their page, absolute."""
    raw: str | None = None
    """The text that the name was read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the article, or a player or post of another site that stands in it."""

    url: str | None = None
    """Absolute address, that of the embedded page for an embed; None when a caption is known and its picture is not, as
    in plain text."""
    caption: str | None = None
    """The caption without its credit."""
    credit: str | None = None
    """Who made or owns the picture, without "Photo by" and the like."""
    alt: str | None = None
    width: int | None = None
    """Pixels, as declared."""
    height: int | None = None
    """Pixels, as declared."""
    is_main: bool = False
    """Whether it is the article's lead picture."""
    position: int | None = None
    """Where it stands on the page: before the block with this index, counted as `Block.index` is. None when it stands
    nowhere on the page, as a lead picture that the head alone declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One entry of a live blog."""

    time: datetime | None = None
    title: str | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address found in a feed or sitemap."""

    url: str
    title: str | None = None
    date_published: datetime | None = None
    source: LinkSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Something that left the article: the whole text, who took it out, and why."""

    text: str
    kind: RemovalKind
    by: str
    """A rule's id (`presstv.ir/mirrors`), `detector:<name>`, or `engine`; what `Options(disable=...)` takes."""
    reason: str
    """One sentence."""
    evidence: Evidence = field(default_factory=dict, hash=False)
    path: str
    """Where it stood, as in `Block.path`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the value of a field came from."""

    source: str
    """Name of the winning source, as `jsonld:headline`, `meta:og:title`, `dom:h1`, `rule:presstv.ir`."""
    raw: str | None = None
    """The value before normalising."""
    candidates: tuple[tuple[str, str], ...] = ()
    """The losing candidates: (source, value)."""
    conflict: bool = False
    """Whether a losing candidate says something else."""
    precision: Precision | None = None
    """For dates: the finest unit that the page gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something about the result that its user should know; an article carries them as `warnings`."""

    kind: NoticeKind
    message: str
    evidence: Evidence = field(default_factory=dict, hash=False)
