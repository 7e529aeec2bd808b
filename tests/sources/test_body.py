from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources.body import Body, Damaged, TooLarge, Unsupported

if TYPE_CHECKING:
    from collections.abc import Callable

ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "identity": bytes,
    "gzip": gzip.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}
encodings = pytest.mark.parametrize("encoding", list(ENCODERS))
compressed = pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])


def read(encoding: str | None, data: bytes, *, limit: int = 1_000_000, step: int = 1000) -> bytes:
    body = Body(encoding, limit=limit)
    for start in range(0, len(data), step):
        body.feed(data[start : start + step])
    return body.finish()


@encodings
@given(data=st.binary(max_size=3000), step=st.integers(1, 500))
def test_what_was_encoded_is_decoded_in_pieces_of_any_size(encoding: str, data: bytes, step: int) -> None:
    assert read(encoding, ENCODERS[encoding](data), step=step) == data


@encodings
@given(data=st.binary(max_size=300))
def test_any_bytes_decode_or_are_damaged(encoding: str, data: bytes) -> None:
    try:
        read(encoding, data)
    except Damaged:
        assert encoding != "identity"


@compressed
def test_a_bomb_ends_at_the_limit(encoding: str) -> None:
    bomb = ENCODERS[encoding](bytes(5_000_000))
    body = Body(encoding, limit=100_000)
    with pytest.raises(TooLarge):
        body.feed(bomb)
    assert len(body.collected()) <= 100_000


@encodings
def test_the_limit_itself_is_not_too_large(encoding: str) -> None:
    data = bytes(range(256)) * 40
    assert read(encoding, ENCODERS[encoding](data), limit=20_000) == data
    assert read("identity", data, limit=len(data)) == data
    with pytest.raises(TooLarge):
        read("identity", data, limit=len(data) - 1)


def test_a_stream_that_decodes_to_nothing_ends_too() -> None:
    with pytest.raises(TooLarge):
        read("gzip", gzip.compress(b"") * 10_000, limit=100_000)


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_stream_that_ends_early_is_damaged(encoding: str) -> None:
    with pytest.raises(Damaged):
        read(encoding, ENCODERS[encoding](b"abc" * 1000)[:-9])


def test_gzip_may_have_several_members_and_padding() -> None:
    assert read("gzip", gzip.compress(b"one ") + gzip.compress(b"two")) == b"one two"
    assert read("gzip", gzip.compress(b"one") + bytes(8)) == b"one"


def test_no_body_needs_no_decoding() -> None:
    assert read("gzip", b"") == b""


def test_a_window_that_no_browser_takes_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    with pytest.raises(Damaged):
        read("zstd", packer.compress(bytes(1_000_000)) + packer.flush())


@pytest.mark.parametrize("encoding", [None, "", "identity", " Identity "])
def test_no_encoding_is_read_as_it_is(encoding: str | None) -> None:
    assert read(encoding, b"<p>") == b"<p>"


@pytest.mark.parametrize("encoding", ["deflate", "compress", "gzip, br", "gzip, gzip", "x" * 1000])
def test_what_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(Unsupported):
        Body(encoding, limit=10)
