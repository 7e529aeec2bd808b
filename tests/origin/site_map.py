"""What the stand-in server answers: the pages of `tests/pages`, and a few more for what HTTP can do to a page."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import brotli
import zstandard

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent.parent
OWN_PAGES = Path(__file__).parent / "pages"
EXAMPLE = "news.example.org"
ARCHIVE = "web.archive.org"
HOSTS = (
    "www.presstv.ir", "presstv.ir", "french.presstv.ir", "www.presstv.com", "presstv.com",
    "nationalpost.com", "www.morebikes.co.uk",
    "www.abendblatt.de", "www.waz.de", "www.boersen-zeitung.de",
    EXAMPLE, ARCHIVE, "archive.org",
)  # fmt: skip
MOVED = {"presstv.ir": "www.presstv.ir", "presstv.com": "www.presstv.ir", "www.presstv.com": "www.presstv.ir"}
ENCODERS = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.ZstdCompressor().compress}
HTML = "text/html; charset=utf-8"
JSON = "application/json"
ROBOTS = {
    EXAMPLE: "User-agent: *\nDisallow: /private/\nSitemap: https://news.example.org/sitemap-index.xml\n",
}

Answer = tuple[int, dict[str, str], bytes]


def pages() -> dict[tuple[str, str], Path]:
    """Host and decoded path to the file, for every page of `tests/pages`."""
    found = {}
    for index in sorted(TESTS.glob("pages/*/pages.jsonl")):
        for line in index.read_text("utf-8").splitlines():
            entry = json.loads(line)
            parts = urlsplit(entry["url"])
            found[parts.netloc, quote(parts.path, safe="/%")] = index.parent / entry["file"]
    return found


PAGES = pages()
asked = {"busy": 0}
"""How often the page that is busy at first was asked for."""


def answer(scheme: str, host: str, target: str, headers: dict[str, str]) -> Answer:
    """Status, headers and body for a request."""
    if scheme == "http":
        return 301, {"location": f"https://{host}{quote(target, safe='/?=&%')}"}, b""
    path, _, query = target.partition("?")
    if path == "/robots.txt":
        return 200, {"content-type": "text/plain"}, ROBOTS.get(host, "User-agent: *\nDisallow: /admin/\n").encode()
    if host in MOVED:
        return 301, {"location": f"https://{MOVED[host]}{quote(target, safe='/?=&%')}"}, b""
    page = PAGES.get((host, quote(path, safe="/%")))
    if page is not None:
        return encoded(page.read_bytes(), parse_qs(query).get("encoding", [""])[0], headers)
    special = SPECIAL.get(host, {}).get(path)
    return special(headers) if special else (404, {"content-type": HTML}, b"<h1>Not here</h1>")


def encoded(body: bytes, encoding: str, headers: dict[str, str]) -> Answer:
    """A page, compressed as asked for in the address, if the client can take it."""
    if encoding not in ENCODERS or encoding not in headers.get("accept-encoding", ""):
        return 200, {"content-type": HTML}, body
    return 200, {"content-type": HTML, "content-encoding": encoding}, ENCODERS[encoding](body)


def own(name: str) -> str:
    """One of our own pages."""
    return (OWN_PAGES / name).read_text("utf-8")


def charset_in_header(_headers: dict[str, str]) -> Answer:
    """The header is right, the page's own label is wrong."""
    return (
        200,
        {"content-type": "text/html; charset=windows-1251"},
        own("charset.html").replace("LABEL", "iso-8859-1").encode("cp1251"),
    )


def charset_in_meta(_headers: dict[str, str]) -> Answer:
    """The header says nothing, the page's own label is right."""
    return 200, {"content-type": "text/html"}, own("charset.html").replace("LABEL", "windows-1251").encode("cp1251")


def busy(_headers: dict[str, str]) -> Answer:
    """Too many requests at first, the page a second later."""
    asked["busy"] += 1
    if asked["busy"] % 2:
        return 429, {"content-type": HTML, "retry-after": "1"}, b"<h1>Too many requests</h1>"
    return 200, {"content-type": HTML}, own("story.html").encode()


def tagged(headers: dict[str, str]) -> Answer:
    """A page with a tag, to be asked for anew each time."""
    fields = {"content-type": HTML, "etag": '"v1"', "cache-control": "no-cache"}
    if headers.get("if-none-match") == '"v1"':
        return 304, fields, b""
    return 200, fields, own("story.html").encode()


def walled(_headers: dict[str, str]) -> Answer:
    """A challenge of a content delivery network."""
    return (
        403,
        {"content-type": HTML, "server": "cloudflare", "cf-mitigated": "challenge"},
        b"<title>Just a moment</title>",
    )


def cookie_check(headers: dict[str, str]) -> Answer:
    """Redirects to itself until its cookie comes back."""
    if headers.get("cookie") == "seen=1":
        return 200, {"content-type": HTML}, own("story.html").encode()
    return 302, {"location": "/cookie-check", "set-cookie": "seen=1; Path=/; Secure; HttpOnly"}, b""


def document(name: str, content_type: str, *, pack: bool = False) -> Callable[[dict[str, str]], Answer]:
    """A document that is always the same."""

    def fixed(_headers: dict[str, str]) -> Answer:
        body = own(name).encode()
        return 200, {"content-type": content_type}, gzip.compress(body, mtime=0) if pack else body

    return fixed


SNAPSHOT = {
    "archived_snapshots": {"closest": {"available": True, "status": "200", "timestamp": "20261114063000"}},
}

SPECIAL = {
    EXAMPLE: {
        "/story": document("story.html", HTML),
        "/story.amp": document("story.amp.html", HTML),
        "/charset/header": charset_in_header,
        "/charset/meta": charset_in_meta,
        "/busy": busy,
        "/tagged": tagged,
        "/walled": walled,
        "/cookie-check": cookie_check,
        "/private/story": document("story.html", HTML),
        "/report.pdf": lambda _headers: (200, {"content-type": "application/pdf"}, b"%PDF-1.7\n"),
        "/rss.xml": document("rss.xml", "application/rss+xml"),
        "/atom.xml": document("atom.xml", "application/atom+xml"),
        "/feed.json": document("feed.json", "application/feed+json"),
        "/sitemap-index.xml": document("sitemap-index.xml", "application/xml"),
        "/sitemap-news.xml.gz": document("sitemap-news.xml", "application/gzip", pack=True),
        "/sitemap-pages.xml": document("sitemap-pages.xml", "application/xml"),
    },
    "archive.org": {
        "/wayback/available": lambda _headers: (
            200,
            {"content-type": "application/json"},
            json.dumps(SNAPSHOT).encode(),
        ),
    },
    ARCHIVE: {
        f"/web/20261114063000id_/https://{EXAMPLE}/gone": document("story.html", HTML),
    },
}
