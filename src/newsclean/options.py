"""The one set of options, for the library and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import os

    from newsclean.rules.model import SiteRules

DEFAULT_TIMEOUT = 30.0
"""Seconds for one fetch, all in all (connect, redirects, body)."""
DEFAULT_MAX_BYTES = 10 * 1024 * 1024
"""Decoded bytes of one page; the largest page of the evaluation corpus has 5.1 MiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a `parse` or `fetch` may do; the defaults suit a news page from the open web.

    Raises:
        TypeError: a tuple is expected and a bare string was given.
        ValueError: a value is outside of what the field allows.
    """

    rules: tuple[os.PathLike[str] | str | SiteRules, ...] | None = ()
    """Site rules to add to the shipped and configured ones; None switches all site rules off."""
    disable: tuple[str, ...] = ()
    """Detectors (by name) and rules (by id) that are switched off; `Removal.by` names them."""
    input: Literal["auto", "html", "text"] = "auto"
    """How to read a string or bytes; "auto" tells markup from text."""
    accept: Literal["article", "any"] = "article"
    """With "any", a page that is no article gives the best effort with a notice instead of `NotAnArticle`."""
    second_opinion: bool = True
    """Whether trafilatura may be asked when the engine is in doubt."""
    tables: bool = True
    """Whether tables belong to the text."""
    links: bool = False
    """Whether blocks carry the links that stand in them, for Markdown and HTML; the text is the same."""
    timeout: float = DEFAULT_TIMEOUT
    """Seconds for one fetch, all in all."""
    max_bytes: int = DEFAULT_MAX_BYTES
    """The most decoded bytes of one page."""
    allow_private: bool = False
    """Whether loopback and private addresses may be fetched: for your own test servers."""
    robots: bool = True
    """Whether robots.txt is obeyed."""
    user_agent: str | None = None
    """User-Agent header; None is newsclean's own, with a contact address."""
    cache: os.PathLike[str] | str | None = None
    """Directory of the HTTP cache; None is no cache."""
    archive: bool = False
    """Whether a page that is gone may be taken from the Wayback Machine."""

    def __post_init__(self) -> None:
        for name in ("rules", "disable"):
            if isinstance(getattr(self, name), str | bytes):
                message = f"Options({name}=...) takes a tuple, not a string: write ({getattr(self, name)!r},)"
                raise TypeError(message)
        for name, allowed in (("input", ("auto", "html", "text")), ("accept", ("article", "any"))):
            if getattr(self, name) not in allowed:
                message = f"Options({name}={getattr(self, name)!r}): must be one of {', '.join(map(repr, allowed))}"
                raise ValueError(message)
        for name in ("timeout", "max_bytes"):
            if not getattr(self, name) > 0:
                message = f"Options({name}={getattr(self, name)!r}): must be greater than 0"
                raise ValueError(message)
