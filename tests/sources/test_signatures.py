"""Binary files are told by their first bytes; words that look like them are not."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources.signatures import binary_kind


def archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("a.txt", "text")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "JPEG"),
        (b"GIF89a\x01\x00\x01\x00", "GIF"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x20ftypavif\x00", "AVIF"),
        (b"\x00\x00\x00\x18ftypmp42\x00", "MP4"),
        (b"BM\x36\x00\x00\x00\x00\x00", "BMP"),
        (b"\x00\x00\x01\x00\x01\x00", "icon"),
        (archive(), "ZIP"),
        (gzip.compress(b"text", mtime=0), "gzip"),
        (b"BZh91AY&SY\x00\x01", "bzip2"),
        (b"\xfd7zXZ\x00\x00", "xz"),
        (b"7z\xbc\xaf\x27\x1c\x00", "7z"),
        (b"Rar!\x1a\x07\x01\x00", "RAR"),
        (b"\x28\xb5\x2f\xfd\x04", "zstd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\x7fELF\x02\x01", "program"),
        (b"OggS\x00\x02", "Ogg"),
        (b"ID3\x04\x00\x00", "MP3"),
        (b"wOF2\x00\x01", "font"),
        (b"PAR1\x15\x00", "Parquet"),
        (b"SQLite format 3\x00", "SQLite"),
    ],
)
def test_binary_files(body: bytes, kind: str) -> None:
    assert kind in (binary_kind(body) or "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"BM",
        b"BMW opens a plant.",
        b"BZh is no word.",
        b"ID3 explained: what the tag holds.",
        b"PK, as players call him, won again.",
        b"GIF makers meet in Lyon.",
        b"RIFFs and solos: a night with WEBP.",
        b"%PDF is not the mark.",
        b"<html>",
        "Ærøskøbing".encode("latin-1"),
    ],
)
def test_texts_are_not(body: bytes) -> None:
    assert binary_kind(body) is None


@pytest.mark.parametrize("body", [b"  \n%PDF-1.4\n1 0 obj", b"\xef\xbb\xbf%PDF-1.4\n1 0 obj"])
def test_a_pdf_with_something_before_it_is_a_pdf(body: bytes) -> None:
    assert "PDF" in (binary_kind(body) or "")


@pytest.mark.parametrize("body", [b"%PDFs are files", b"PAR1S won", b"wOFF he said", b"OggSomething"])
def test_words_that_begin_like_a_signature(body: bytes) -> None:
    assert binary_kind(body) is None


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_printed_text_without_the_mark_of_a_pdf_is_text(text: str) -> None:
    if not text.startswith(("%PDF-", "GIF8", "wOF", "OggS", "PAR1")):
        assert binary_kind(text.encode()) is None
