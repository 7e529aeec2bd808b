from __future__ import annotations

import contextlib
import gzip
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import InputError
from newsclean.sources.file import read_file
from newsclean.sources.warc import is_warc, one_response, read_warc

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"<p>A page from an archive."


def record(payload: bytes, kind: str = "response", url: str = "https://example.org/a") -> bytes:
    content = "application/http; msgtype=" + kind if kind in ("response", "request") else "text/plain"
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2020-11-23T10:00:00Z\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", "Content-Type: text/html", *headers, "", "")).encode() + body


def refusal(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        one_response(data, name="a.warc")
    assert "\n" not in caught.value.message
    return caught.value


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_an_archive_of_one_page_is_a_page_with_all_that_is_known(tmp_path: Path, pack: type[bytes]) -> None:
    extras = record(b"software: x", "warcinfo") + record(b"GET /a HTTP/1.1\r\n\r\n", "request")
    (tmp_path / "a.warc").write_bytes(pack(extras) + pack(record(http(PAGE, "X-A: b"))))
    response = read_file(tmp_path / "a.warc")
    assert (response.url, response.status, response.body, response.via) == ("https://example.org/a", 200, PAGE, "warc")
    assert response.headers == (("content-type", "text/html"), ("x-a", "b"))
    assert response.fetched_at == datetime(2020, 11, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("br", brotli.compress(PAGE)),
        ("zstd", zstandard.ZstdCompressor().compress(PAGE)),
        ("gzip", PAGE),  # decoded by the crawler, which left the header as it was
    ],
)
def test_a_compressed_page_is_decoded(name: str, body: bytes) -> None:
    assert one_response(record(http(body, f"Content-Encoding: {name}")), name="a.warc").body == PAGE


def test_a_chunked_page_is_put_together() -> None:
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    assert one_response(record(http(body, "Transfer-Encoding: chunked")), name="a.warc").body == PAGE


def test_brackets_around_the_address_are_none_of_it() -> None:
    assert one_response(record(http(PAGE), url="<https://example.org/b>"), name="a").url == "https://example.org/b"


def test_an_archive_of_many_pages_is_read_page_by_page(tmp_path: Path) -> None:
    records = [record(http(b"%d" % n), url=f"https://example.org/{n}") for n in range(5)]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    pages = list(read_warc(tmp_path / "a.warc.gz"))
    assert [(page.url, page.body) for page in pages] == [(f"https://example.org/{n}", b"%d" % n) for n in range(5)]


def test_many_pages_are_not_one() -> None:
    failed = refusal(record(http(PAGE)) * 2)
    assert failed.reason == "bad_warc"
    assert "several pages" in failed.message


def test_no_page_is_not_one_either() -> None:
    assert refusal(record(b"x", "metadata")).reason == "bad_warc"


@pytest.mark.parametrize(
    "data", [b"WARC/1.0\r\n", gzip.compress(record(http(PAGE)), mtime=0)[:60], b"WARC/9\r\n\r\n\r\n"]
)
def test_a_damaged_archive_is_said_to_be_so(data: bytes) -> None:
    assert refusal(data).reason == "bad_warc"


def test_a_page_over_the_limit_ends_the_reading() -> None:
    with pytest.raises(InputError, match="more than 1000 bytes"):
        one_response(record(http(gzip.compress(bytes(1001)), "Content-Encoding: gzip")), name="a", max_bytes=1000)


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert "newsclean[warc]" in refusal(record(http(PAGE))).message


def test_a_file_that_is_no_archive_is_not_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    with pytest.raises(InputError, match="no web archive"):
        next(read_warc(tmp_path / "a.html"))
    with pytest.raises(InputError) as caught:
        next(read_warc(tmp_path / "gone"))
    assert caught.value.reason == "not_found"


@pytest.mark.parametrize(
    ("head", "archive"),
    [
        (b"WARC/1.0\r\n", True),
        (gzip.compress(b"WARC/1.1\r\n", mtime=0), True),
        (gzip.compress(b"<html>", mtime=0), False),
        (b"\x1f\x8bWARC/", False),
        (b"<html>WARC/1.0", False),
        (b"", False),
    ],
)
def test_an_archive_is_told_by_its_beginning(head: bytes, *, archive: bool) -> None:
    assert is_warc(head) is archive


@given(st.binary(max_size=400))
def test_any_bytes_after_the_beginning_are_a_page_or_an_input_error(data: bytes) -> None:
    for whole in (b"WARC/1.1\r\n" + data, record(data), record(http(data, "Content-Encoding: br"))):
        with contextlib.suppress(InputError):
            assert isinstance(one_response(whole, name="a").body, bytes)
