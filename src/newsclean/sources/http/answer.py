"""What to do with the head of an answer: follow it, refuse it, or read on. Nothing here has seen the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.sources.http.walls import wall

if TYPE_CHECKING:
    from newsclean.errors import FetchReason
    from newsclean.sources.http.exchange import Answer

REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
MAX_HEADER_BYTES: Final = 64 * 1024
"""All headers of one answer; Chrome allows 256 KiB, h2 64 KiB, and a page's head has 1 to 4 KiB."""
PAGE_TYPES: Final = frozenset(
    (
        "text/html",
        "application/xhtml+xml",
        "text/xml",
        "application/xml",
        "text/plain",
        "application/html",
        "text/xhtml",
    )
)
"""Media types that may be a page; the last two are slips for the first two. No type at all may be a page too."""

_DIGITS: Final = re.compile(r"[0-9]{1,15}")


def location(answer: Answer) -> str | None:
    """Where an answer sends us, or None when it is no redirect."""
    return answer.header("location") if answer.status in REDIRECTS else None


def media_type(answer: Answer) -> str:
    """The media type without parameters, in lower case; "" when none is given."""
    value = answer.header("content-type") or ""
    return re.split(r"[;,]", value, maxsplit=1)[0].strip().lower()


def declared_length(answer: Answer) -> int | None:
    """The Content-Length, where there is a credible one."""
    value = (answer.header("content-length") or "").strip()
    return int(value) if _DIGITS.fullmatch(value) else None


def objection(answer: Answer, *, types: frozenset[str] | None, limit: int) -> tuple[FetchReason, str] | None:
    """Why the body of an answer is not worth reading: reason and message, or None.

    Args:
        answer: the head of the answer, no redirect.
        types: media types that will do; None is any.
        limit: the most bytes of a body.
    """
    size = sum(len(name) + len(value) for name, value in answer.headers)
    if size > MAX_HEADER_BYTES:
        return "too_large", f"the headers have {size} bytes, more than {MAX_HEADER_BYTES}"
    blocked_by = wall(answer)
    if blocked_by:
        return "bot_wall", f"{blocked_by} asks for a browser (status {answer.status})"
    if not 200 <= answer.status < 300:  # noqa: PLR2004 - the class of success
        return "http_status", f"the server answered with status {answer.status}"
    kind = media_type(answer)
    if types is not None and kind and kind not in types:
        return "not_html", f"it is {kind[:80]}, not a page"
    length = declared_length(answer)
    if length is not None and length > limit:
        return "too_large", too_large(limit, length)
    return None


def too_large(limit: int, length: int | None = None) -> str:
    """What somebody is told whose page is too large."""
    size = f"it has {length} bytes, " if length is not None else ""
    return f"{size}more than max_bytes={limit}; Options(max_bytes=...) raises the limit"
