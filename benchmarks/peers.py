"""Other extractors, to be run beside newsclean on the same pages in the same process.

A peer is a function that imports its library, sets it up, and gives the function that reads a page; it is called only
when somebody asks for it. To add one, write it and name it in `PEERS`. Each is given what its documentation tells
users to give it, and a page of which it raises an error counts as empty.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Read: TypeAlias = Callable[[bytes, str | None], dict[str, Any]]
    """From the bytes of a page and its address to the fields of an output (benchmarks/scores.py)."""

NOWHERE: Final = "https://example.org/article"
"""For peers that insist on an address."""
PACKAGES: Final = {
    "trafilatura_fast": "trafilatura",
    "trafilatura_precision": "trafilatura",
    "readability": "readability-lxml",
    "resiliparse": "Resiliparse",
    "justext": "jusText",
}
"""What to install, where it is not called as the peer is."""

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(rb"""<html[^>]*\slang\s*=\s*["']?([a-z]{2})""", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|br|tr|table|blockquote|pre|section|article|figure)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


class NotInstalledError(Exception):
    """The library of a peer is not there; says how to install it."""


def load(name: str) -> Read:
    """A peer, ready to read.

    Raises:
        KeyError: there is no peer of this name.
        NotInstalledError: its library is not installed.
    """
    make = PEERS[name]
    try:
        read = make()
    except ImportError as error:
        message = f"{name} is not installed ({error}): pip install {PACKAGES.get(name, name)}"
        raise NotInstalledError(message) from error
    logging.disable(logging.ERROR)  # some tell of every page

    def read_or_nothing(body: bytes, url: str | None) -> dict[str, Any]:
        try:
            return read(body, url)
        except Exception as error:  # noqa: BLE001 - whatever a peer raises
            return {"error": f"{type(error).__name__}: {error}"}

    return read_or_nothing


def trafilatura(**settings: bool) -> Read:
    """Trafilatura with metadata; comments are not part of a story."""
    from trafilatura import bare_extraction

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        found = bare_extraction(body, url=url, with_metadata=True, include_comments=False, **settings)
        if found is None:
            return {}
        return {
            "text": found.text,
            "title": found.title,
            "authors": (found.author or "").split("; ") if found.author else [],
            "date_published": found.date,
            "standfirst": found.description,
            "lead_image": found.image,
        }

    return read


def readability() -> Read:
    """The text of readability-lxml's summary, a line per block element."""
    from readability import Document

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        page = Document(decoded(body), url=url)
        return {"text": without_tags(page.summary(html_partial=True)), "title": page.short_title()}

    return read


def newspaper4k() -> Read:
    """newspaper4k without its own fetching."""
    from newspaper import Article, Config

    settings = Config()
    settings.fetch_images = False

    def read(body: bytes, url: str | None) -> dict[str, Any]:
        page = Article(url or NOWHERE, config=settings)
        page.download(input_html=decoded(body), ignore_read_more=True)
        page.parse()
        return {
            "text": page.text,
            "title": page.title,
            "authors": list(page.authors),
            "date_published": page.publish_date.isoformat() if page.publish_date else None,
            "standfirst": page.meta_description,
            "lead_image": page.top_image or None,
        }

    return read


def resiliparse() -> Read:
    """Resiliparse's main content, without what is no running text."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    unwanted = dict.fromkeys(("links", "alt_texts", "form_fields", "noscript", "comments", "list_bullets"), False)

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        tree = HTMLTree.parse_from_bytes(body, detect_encoding(body))
        return {"text": extract_plain_text(tree, main_content=True, **unwanted), "title": tree.title}

    return read


def goose3() -> Read:
    """goose3 without its own fetching."""
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        page = goose.extract(raw_html=decoded(body))
        return {
            "text": page.cleaned_text,
            "title": page.title,
            "authors": list(page.authors or []),
            "date_published": page.publish_date,
            "standfirst": page.meta_description,
        }

    return read


def justext() -> Read:
    """The paragraphs that jusText calls good, with the stop words of the language that the page declares."""
    from justext import get_stoplist
    from justext import justext as judge

    named = {
        "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fi": "Finnish",
        "fr": "French", "it": "Italian", "nb": "Norwegian_Bokmal", "nl": "Dutch", "no": "Norwegian_Bokmal",
        "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    }  # fmt: skip

    def read(body: bytes, _url: str | None) -> dict[str, Any]:
        declared = _LANGUAGE.search(body[:5_000])
        language = named.get(declared[1].decode().lower(), "English") if declared else "English"
        good = (p.text for p in judge(body, get_stoplist(language)) if not p.is_boilerplate)
        return {"text": "\n\n".join(good)}

    return read


PEERS: Final[Mapping[str, Callable[[], Read]]] = {
    "trafilatura": trafilatura,
    "trafilatura_fast": lambda: trafilatura(fast=True),
    "trafilatura_precision": lambda: trafilatura(favor_precision=True),
    "readability": readability,
    "newspaper4k": newspaper4k,
    "resiliparse": resiliparse,
    "goose3": goose3,
    "justext": justext,
}


def decoded(body: bytes) -> str:
    """The page for peers that want a string: UTF-8, else as declared, else Windows-1252."""
    declared = _CHARSET.search(body[:4_096])
    for name in ("utf-8-sig", declared[1].decode("ascii", "ignore") if declared else "cp1252"):
        try:
            return body.decode(name)
        except (LookupError, ValueError):
            continue
    return body.decode("cp1252", "replace")


def without_tags(fragment: str) -> str:
    """The text of clean markup, a line per block element."""
    from html import unescape

    lines = unescape(_TAG.sub("", _BREAK.sub("\n", " ".join(fragment.split())))).split("\n")
    return "\n".join(line for line in (" ".join(raw.split()) for raw in lines) if line)
