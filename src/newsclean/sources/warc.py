"""Pages from web archives (WARC 1.0 and 1.1, plain, gzip, zstd), read by fastwarc, an optional dependency."""

from __future__ import annotations

import io
import zlib
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsclean.errors import InputError
from newsclean.model import Response
from newsclean.options import DEFAULT_MAX_BYTES
from newsclean.sources.body import PIECE, Body, Damaged, TooLarge, Unsupported

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from typing import BinaryIO

    from fastwarc.warc import WarcRecord

_MAGIC: Final = b"WARC/"
_GZIP_MAGIC: Final = b"\x1f\x8b"
_ZSTD_MAGICS: Final = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
"""A frame, and the dictionary frame that .warc.zst files begin with."""
_HEAD: Final = 4096
"""Bytes of a compressed file that are looked at; the first record's first line is in the first few."""


def is_warc(head: bytes) -> bool:
    """Whether a file that begins like this is a web archive."""
    if head.startswith(_MAGIC):
        return True
    if head.startswith(_GZIP_MAGIC):
        try:
            return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head[:_HEAD], len(_MAGIC)) == _MAGIC
        except zlib.error:
            return False
    return head.startswith(_ZSTD_MAGICS[1])


def read_warc(path: os.PathLike[str] | str, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Response]:
    """The pages of an archive, one after the other, each as it was fetched.

    Only HTTP responses are pages; requests, metadata and records that repeat an earlier one are passed over.

    Args:
        path: the archive.
        max_bytes: the most decoded bytes of one page; a longer one ends the reading.

    Raises:
        InputError: "not_found" when the file cannot be read, "bad_warc" when it is no archive or is damaged.
    """
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - open as long as the generator is
    except OSError as error:
        raise InputError("not_found", f"{path} cannot be read: {error.strerror}") from None
    with stream:
        if not (is_warc(stream.read(_HEAD)) or str(path).endswith((".warc.zst", ".warc.zstd"))):
            raise InputError("bad_warc", f"{path} is no web archive")
        stream.seek(0)
        yield from _responses(stream, name=str(path), max_bytes=max_bytes)


def one_response(data: bytes, *, name: str, max_bytes: int = DEFAULT_MAX_BYTES) -> Response:
    """The only page of an archive.

    Raises:
        InputError: "bad_warc" when there is none or more than one, or the archive is damaged.
    """
    found = list(islice(_responses(io.BytesIO(data), name=name, max_bytes=max_bytes), 2))
    if not found:
        raise InputError("bad_warc", f"{name} is a web archive without a page")
    if len(found) > 1:
        raise InputError("bad_warc", f"{name} holds several pages: read them one by one, newsclean takes each Response")
    return found[0]


def _responses(stream: BinaryIO, *, name: str, max_bytes: int) -> Iterator[Response]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        message = f"{name} is a web archive; reading it needs an extra: pip install 'newsclean[warc]'"
        raise InputError("bad_warc", message) from None
    try:
        for record in ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="transfer", fsspec_args=False
        ):
            if record.is_http and record.http_headers is not None:
                yield _response(record, max_bytes)
    except TooLarge:
        raise InputError("bad_warc", f"{name} holds a page of more than {max_bytes} bytes") from None
    except (OSError, ValueError) as error:
        raise InputError("bad_warc", f"{name} is a damaged web archive ({error})") from None


def _response(record: WarcRecord, max_bytes: int) -> Response:
    headers = tuple((key.lower(), value) for key, value in record.http_headers.to_tuples())
    url = record.headers.get("WARC-Target-URI")
    url = url.strip("<>") if url else None  # WARC 1.0 was read by some as asking for the brackets
    return Response(
        url=url,
        requested_url=url,
        status=record.http_headers.status_code,
        headers=headers,
        body=_body(record, dict(headers).get("content-encoding"), max_bytes),
        fetched_at=record.record_date,
        via="warc",
    )


def _body(record: WarcRecord, encoding: str | None, max_bytes: int) -> bytes:
    """The payload, decoded; as it is where a crawler decoded it and kept the header."""
    stored = Body(None, limit=max_bytes)
    while piece := record.reader.read(PIECE):
        stored.feed(piece)
    try:
        decoded = Body(encoding, limit=max_bytes)
        decoded.feed(stored.collected())
        return decoded.finish()
    except (Damaged, Unsupported):
        return stored.collected()
