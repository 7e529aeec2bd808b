"""Values as feeds write them: addresses, titles, dates."""

from __future__ import annotations

import html
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SPACE = re.compile(r"\s+")


def absolute(address: str | None, base: str) -> str | None:
    """An http(s) address, absolute, without fragment; None when it is none."""
    try:
        joined = urljoin(base, (address or "").strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    if not (address or "").strip() or parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return parts._replace(fragment="").geturl()


def plain(title: str | None) -> str | None:
    """A title as text: feeds write it with markup, escaped once or twice; None when nothing is left."""
    text = html.unescape(_TAG.sub("", html.unescape(title or "")))
    return _SPACE.sub(" ", text).strip() or None


def date(value: str | None) -> datetime | None:
    """A date as RFC 822 or RFC 3339 write it; naive when it names no zone, None when it is no date."""
    text = (value or "").strip()
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
