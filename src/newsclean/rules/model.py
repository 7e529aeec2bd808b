"""The format of a site-rule file, as types; the docstrings below the fields are the editors' completion text.

A file is `<main host>.toml`. Entries of the top level apply to every layout and to plain text; what needs markup stands
in a `[[layout]]`. How the entries are applied is told in `apply`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, TypeAlias

from newsclean.model import RemovalKind

DEFAULT_DROP_SHARE: Final = 0.25
"""Share of the page's words that a drop may remove unless it says otherwise. A judgement: a list of related stories is
seldom more than a fifth of a page, a selector that has come to match the story takes more than half."""
DEFAULT_CAPTION_SHARE: Final = 0.5
"""As `DEFAULT_DROP_SHARE`, for captions: of a photo of the day the caption may be half of the words."""

FieldValue: TypeAlias = str | bool | tuple[str, ...]
"""What a test expects of a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """What leaves the article; `Article.removed` names the entry."""

    id: str
    """Name of the entry, unique in the file; `removed` and `disable` call it `<file>/<id>`."""
    css: str | None = None
    """Selector of elements: every block in them is meant, and the block whose whole text is in an inline one."""
    text: str | None = None
    """Pattern that the text of a block or line must match (`regex` syntax, searched, not anchored)."""
    where: str | None = None
    """`first:N`, `last:N`, `first:P%`, `last:P%` of the story's blocks or lines, or `after:<id>`."""
    kind: RemovalKind = "boilerplate"
    """What the dropped text is."""
    max_share: float = DEFAULT_DROP_SHARE
    """Set aside on a page where more than this share of the words would go; 0 to 1."""
    reason: str | None = None
    """One sentence for the reader of `removed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """What stays in the text, whatever detectors, the engine and other entries say."""

    id: str
    """Name of the entry, unique in the file."""
    css: str | None = None
    """Selector of elements: every block in them is meant, and the block whose whole text is in an inline one."""
    text: str | None = None
    """Pattern that the text of a block or line must match."""
    where: str | None = None
    """As in a drop."""
    reason: str | None = None
    """One sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What moves to the nearest picture as its caption."""

    id: str
    """Name of the entry, unique in the file."""
    css: str | None = None
    """Selector of elements: every block in them is meant, and the block whose whole text is in an inline one."""
    text: str | None = None
    """Pattern that the text of a block or line must match."""
    where: str | None = None
    """As in a drop."""
    credit: str | None = None
    """Pattern of the credit inside the caption; the group `credit`, or the whole match, is the credit."""
    max_share: float = DEFAULT_CAPTION_SHARE
    """Set aside on a page where more than this share of the words would go; 0 to 1."""
    reason: str | None = None
    """One sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """Lines after the end of the story: cut from the anchor if every later line is known, else only the known ones."""

    id: str
    """Name of the entry, unique in the file."""
    anchor: str
    """Pattern of the first line of the tail; write it for the whole line, with `^` and `$`."""
    lines: str
    """Pattern of the lines that may follow."""
    where: str | None = None
    """Where the anchor may stand; unset: the last 8 lines of plain text, anywhere in markup."""
    kind: RemovalKind = "mirror_address"
    """What the dropped text is."""
    reason: str | None = None
    """One sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Where a field is read, in order of trust: the first source that gives anything wins.

    `jsonld:author.name`, `meta:article:published_time`, `css selector`, `css selector@attribute`, each alone or
    with ` =~ <pattern>` behind it; `text:<pattern>` for the first line that matches, `url:<pattern>` for the address.
    A pattern gives every capture of its group `value`, or the date in its groups `year`, `month`, `day` and `time`
    (which need not be there), or all that it matches.
    """

    title: tuple[str, ...] = ()
    standfirst: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    date_published: tuple[str, ...] = ()
    date_modified: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    """Addresses of pictures, the lead picture first."""
    keywords: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    breadcrumbs: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    canonical_url: tuple[str, ...] = ()
    is_accessible_for_free: tuple[str, ...] = ()
    license: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What must be true of a page for its layout to be trusted: the alarm when a site has changed."""

    body: Literal["one", "many"] = "one"
    """How many elements `body` may match, one inside another counted once."""
    min_paragraphs: int = 0
    """Paragraphs of the story, at least."""
    min_words: int = 0
    """Words of the story, at least."""
    must_match: tuple[str, ...] = ()
    """`body`, `fields.<name>`, or ids of entries that must find something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One shape that the site's pages have or had."""

    id: str
    """Name of the layout, unique in the file."""
    detect: str | None = None
    """Selector that matches on pages of this layout alone; unset: any page."""
    since: date | None = None
    """First day of the layout; decides between layouts that are both detected."""
    until: date | None = None
    """Last day of the layout."""
    body: tuple[str, ...] = ()
    """Selectors of the element that holds the whole story, in order of trust; what follows outside of it is dropped."""
    fields: Fields = Fields()
    """Where fields are read in this layout, before those of the top level."""
    caption: tuple[Caption, ...] = ()
    """What moves to a picture, in this layout."""
    drop: tuple[Drop, ...] = ()
    """What leaves the article, in this layout."""
    keep: tuple[Keep, ...] = ()
    """What stays in the text, in this layout."""
    tail: tuple[Tail, ...] = ()
    """Footers, in this layout."""
    expect: Expect = Expect()
    """The layout is set aside on pages where this fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a recorded page must give; every line of it is one expectation."""

    page: str
    """File name of the page, without its folder."""
    contains: tuple[str, ...] = ()
    """Passages that the text must hold."""
    not_contains: tuple[str, ...] = ()
    """Passages that neither the text nor the captions may hold."""
    captions: int | tuple[str, ...] | None = None
    """How many captions the images carry, or the captions."""
    drops: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Id of an entry to the number of blocks it removed."""
    fields: Mapping[str, FieldValue] = field(default_factory=dict, hash=False)
    """Field name to value; a date as far as it is known (`2020-11-23`), several names as a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """The rules of one site."""

    id: str
    """Name of the rule file without `.toml`, as `presstv.ir`; no key of the file."""
    schema: Literal[1] = 1
    """Version of the format."""
    name: str | None = None
    """The site, as its readers call it."""
    hosts: tuple[str, ...] = ()
    """Hosts and mirrors: `example.com` (`www.` is the same), `*.example.com` for everything below it, addresses."""
    signature: tuple[str, ...] = ()
    """Patterns of whole lines that tell the site when no address is known; case ignored."""
    origin: str | None = None
    """The rule set that the file was carried over from, if it was; `check` then asks for no tests."""
    extends: str | None = None
    """A shared layer: `group/<name>` for `group/<name>.toml` beside this file, or the name of another rule file."""
    fields: Fields = Fields()
    """Where fields are read, in every layout and in plain text."""
    drop: tuple[Drop, ...] = ()
    """What leaves the article, in every layout and in plain text."""
    keep: tuple[Keep, ...] = ()
    """What stays in the text, in every layout and in plain text."""
    caption: tuple[Caption, ...] = ()
    """What moves to a picture, in every layout and in plain text."""
    tail: tuple[Tail, ...] = ()
    """Footers of the site, in every layout and in plain text."""
    layout: tuple[Layout, ...] = ()
    """Shapes of the site's pages; several may be live."""
    test: tuple[Case, ...] = ()
    """What recorded pages must give."""

    @classmethod
    def from_toml(cls, text: str, *, id: str) -> SiteRules:  # noqa: A002 - the field's name
        """Rules written in code: the text of a rule file, and the name it would have.

        Raises:
            RuleError: the rules are wrong.
        """
        from newsclean.rules.load import read_rules

        return read_rules(text, site=id)
