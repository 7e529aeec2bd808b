"""Undoes gzip, br and zstd with a bound on what comes out, whatever goes in.

httpx decodes a chunk at once: 0.28 hands over a brotli bomb of 200 MB in one piece. Here every codec writes pieces of
about 64 KiB, and the first piece over the limit ends it.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    Sink = Callable[[bytes], None]

PIECE: Final = 64 * 1024
"""What a codec may put out between two looks at the limit; brotli may give half as much again."""
ZSTD_WINDOW: Final = 8 * 1024 * 1024
"""The largest window that a decoder must support (RFC 8878, 3.1.1.1.2) and that browsers allow."""
_GZIP: Final = 16 + zlib.MAX_WBITS
_GZIP_MAGIC: Final = b"\x1f\x8b"


class TooLarge(Exception):  # noqa: N818 - the name says what happened; never leaves the package
    """The body is longer than the limit."""


class Damaged(Exception):  # noqa: N818 - as above
    """The body cannot be decoded, or ends too early."""


class Unsupported(Exception):  # noqa: N818 - as above
    """The body is in a content-encoding that was not asked for."""


class _Codec(Protocol):
    def write(self, data: bytes) -> None: ...

    def close(self) -> None: ...


class Body:
    """Collects the decoded bytes of one answer."""

    def __init__(self, encoding: str | None, *, limit: int) -> None:
        """Set up for one answer.

        Args:
            encoding: the Content-Encoding header.
            limit: the most decoded bytes to collect; what arrives may not be longer either.

        Raises:
            Unsupported: another encoding than gzip, br, zstd, or several stacked.
        """
        self._parts: list[bytes] = []
        self._decoded = 0
        self._received = 0
        self._limit = limit
        self._codec = _codec(encoding, self._put)

    def feed(self, data: bytes) -> None:
        """Take the next bytes off the wire.

        Raises:
            TooLarge: the limit is passed.
            Damaged: the bytes are not in the encoding that was promised.
        """
        self._codec.write(data)
        self._received += len(data)
        if self._received > self._limit:  # a stream of empty blocks, which decodes to nothing
            raise TooLarge

    def finish(self) -> bytes:
        """Everything, decoded.

        Raises:
            Damaged: the encoded stream has no end.
        """
        if self._received:
            self._codec.close()
        return self.collected()

    def collected(self) -> bytes:
        """What has been decoded so far; never more than the limit."""
        return b"".join(self._parts)

    def _put(self, piece: bytes) -> None:
        self._parts.append(piece[: self._limit - self._decoded])
        self._decoded += len(piece)
        if self._decoded > self._limit:
            raise TooLarge


def _codec(encoding: str | None, sink: Sink) -> _Codec:
    name = (encoding or "").strip().lower()
    if name in ("", "identity"):
        return _Identity(sink)
    if name in ("gzip", "x-gzip"):
        return Gzip(sink)
    if name == "br":
        return _Brotli(sink)
    if name == "zstd":
        return _Zstd(sink)
    message = f"content-encoding {name[:40]!r} was not asked for"
    raise Unsupported(message)


class _Identity:
    def __init__(self, sink: Sink) -> None:
        self.write = sink

    def close(self) -> None:
        """Nothing can be missing."""


class Gzip:
    """Gzip, one member or several."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._member = zlib.decompressobj(_GZIP)

    def write(self, data: bytes) -> None:
        """Decode what can be decoded."""
        try:
            while data:
                if self._member.eof:
                    if not data.startswith(_GZIP_MAGIC):  # padding after the last member: everybody ignores it
                        return
                    self._member = zlib.decompressobj(_GZIP)
                piece = self._member.decompress(data, PIECE)
                data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
                self._sink(piece)
        except zlib.error as error:
            raise Damaged(str(error)) from None

    def close(self) -> None:
        """Check that the last member is whole."""
        if not self._member.eof:
            message = "the gzip stream ends too early"
            raise Damaged(message)


class _Brotli:
    def __init__(self, sink: Sink) -> None:
        import brotli  # type: ignore[import-untyped]

        self._sink = sink
        self._error: type[Exception] = brotli.error
        self._stream = brotli.Decompressor()

    def write(self, data: bytes) -> None:
        try:
            piece = self._stream.process(data, output_buffer_limit=PIECE)
            while piece or not self._stream.can_accept_more_data():  # it may accept more and still owe output
                self._sink(piece)
                piece = self._stream.process(b"", output_buffer_limit=PIECE)
        except self._error as error:
            raise Damaged(str(error)) from None

    def close(self) -> None:
        if not self._stream.is_finished():
            message = "the brotli stream ends too early"
            raise Damaged(message)


class _Zstd:
    """The writer interface: it alone hands its output over in pieces, the others collect it first.

    It does not tell whether a frame is whole; a cut body is found by its Content-Length or its last chunk.
    """

    def __init__(self, sink: Sink) -> None:
        import zstandard

        self._error: type[Exception] = zstandard.ZstdError
        decoder = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
        self._stream = decoder.stream_writer(cast("IO[bytes]", _Writer(sink)), write_size=PIECE, closefd=False)

    def write(self, data: bytes) -> None:
        try:
            self._stream.write(data)
        except self._error as error:
            raise Damaged(str(error)) from None

    def close(self) -> None:
        """Nothing to check."""


class _Writer:
    """A sink as the file that zstandard writes to."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def write(self, data: bytes) -> int:
        self._sink(data)
        return len(data)
