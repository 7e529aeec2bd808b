"""What a string or some bytes in memory are: an address, a path by mistake, markup, or plain text."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from newsclean.errors import InputError
from newsclean.html.encoding import Decoded, decode
from newsclean.sources.signatures import binary_kind

StringKind: TypeAlias = Literal["html", "text"]

SUFFIXES: Final = (
    ".html", ".htm", ".xhtml", ".mhtml", ".shtml", ".txt", ".md", ".text", ".xml", ".json", ".jsonl", ".pdf", ".warc",
    ".gz", ".wet", ".zip", ".php", ".aspx", ".asp", ".jsp", ".doc", ".docx", ".png", ".jpg", ".jpeg",
)  # fmt: skip
"""Ends of names of files that people pass by mistake."""
MAX_CONTROL_SHARE: Final = 0.02
"""Control characters (and undecodable bytes) above this share: it is no text. Pages have none, or a few stray ones."""
_MARKUP_LOOK: Final = 200_000
"""Characters in which markup must show."""

_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_BLOCK = "p|div|article|section|main|body|head|table|ul|ol|blockquote|pre|figure|h[1-6]|header|footer|aside|nav"
_TAG = re.compile(rf"<(?:/({_BLOCK})\s*|({_BLOCK})(?:\s[^<>]*)?)>", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")
_TEXT_TYPE = re.compile(r"\s*text/(?:plain|markdown|x-markdown)\b", re.IGNORECASE)
_HTML_TYPE = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)


class Given(NamedTuple):
    """Something to read, told apart."""

    kind: Literal["html", "text"]
    text: str
    decoded: Decoded | None
    """How bytes became text; None for strings."""


def address(text: str) -> str | None:
    """The address that a string is: one token that begins with `http://` or `https://`; None for every other string."""
    stripped = text.strip()
    return stripped if _URL.fullmatch(stripped) else None


def kind_of(text: str) -> StringKind:
    """What a string is that is no address.

    Raises:
        InputError: it looks like a path: a string never opens a file.
    """
    stripped = text.strip()
    if _like_path(stripped):
        message = (
            f"{stripped[:80]!r} looks like a path, and a string never opens a file: use pathlib.Path({stripped[:80]!r})"
        )
        raise InputError("looks_like_path", message)
    return "html" if is_markup(stripped) else "text"


def is_markup(text: str) -> bool:
    """Whether a text is HTML: a doctype, `<html`, or a balanced pair of a block tag."""
    part = text[:_MARKUP_LOOK]
    if _DOCTYPE.search(part):
        return True
    opened: set[str] = set()
    for tag in _TAG.finditer(part):
        if tag[1] and tag[1].lower() in opened:
            return True
        opened.add((tag[2] or "").lower())
    return False


def read_string(text: str, kind: StringKind | None = None) -> Given:
    """A string, told apart.

    Args:
        text: a page or a text, no address.
        kind: what the caller says it is; None is to be found out.

    Raises:
        InputError: there is nothing in it, or it looks like a path.
    """
    if not text.strip():
        raise InputError("empty", "nothing to read: the text is empty")
    return Given(kind or kind_of(text), text, None)


def read_bytes(body: bytes, content_type: str | None = None) -> Given:
    """Bytes, decoded and told apart.

    Args:
        body: a page or a text.
        content_type: the HTTP header, if there was one; it names the charset, and tells plain text from markup.

    Raises:
        InputError: they are empty, or no text.
    """
    if not body or body.isspace():
        raise InputError("empty", "nothing to read: the page has no bytes")
    kind = binary_kind(body)
    if kind:
        raise InputError("not_text", f"this is {kind}, not a page: extract its text first, or give the page itself")
    decoded = decode(body, content_type)
    text = decoded.text
    if _is_unreadable(body, decoded):
        raise InputError("not_text", "these bytes are no text in any known charset: give a page or a text file")
    if not text or text.isspace():
        raise InputError("empty", "nothing to read: the page has no text")
    if content_type and _TEXT_TYPE.match(content_type):
        return Given("text", text, decoded)
    if (content_type and _HTML_TYPE.match(content_type)) or is_markup(text):
        return Given("html", text, decoded)
    return Given("text", text, decoded)


def _is_unreadable(body: bytes, decoded: Decoded) -> bool:
    """Whether too many characters are control characters or U+FFFD."""
    text = decoded.text
    limit = int(MAX_CONTROL_SHARE * len(text))
    if decoded.encoding != "utf-8":
        return len(_CONTROL.findall(text)) > limit
    lost = text.count("\ufffd") if "\ufffd" in text else 0  # finding that there is none takes a fifth of counting
    return lost + _controls(body, limit - lost) > limit


def _controls(body: bytes, enough: int) -> int:
    """How many control characters a text in UTF-8 has; exact only where there are more than `enough`.

    The whole page is compared with one character at a time, as an array: a third of the time of taking them out.
    """
    import numpy as np

    page = np.frombuffer(body, np.uint8)
    found = int(np.count_nonzero(page < ord(" "))) + body.count(b"\x7f")
    for white in b"\n\t\r\f":
        if found <= enough:
            break
        found -= int(np.count_nonzero(page == white))
    return found


def _like_path(text: str) -> bool:
    if any(c.isspace() for c in text) or "<" in text:
        return False
    return "/" in text or "\\" in text or text.lower().endswith(SUFFIXES)
