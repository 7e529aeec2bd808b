"""Tells files that are no text by their first bytes."""

from __future__ import annotations

from typing import Final

SIGNATURES: Final[tuple[tuple[bytes, int, str], ...]] = (
    (b"\x89PNG\r\n", 0, "a PNG image"),
    (b"\xff\xd8\xff", 0, "a JPEG image"),
    (b"GIF87a", 0, "a GIF image"),
    (b"GIF89a", 0, "a GIF image"),
    (b"WEBP", 8, "a WebP image"),
    (b"ftypavif", 4, "an AVIF image"),
    (b"ftyp", 4, "an MP4 file"),
    (b"BM", 0, "a BMP image"),
    (b"\x00\x00\x01\x00", 0, "an icon"),
    (b"PK\x03\x04", 0, "a ZIP archive (or an Office document)"),
    (b"\x1f\x8b", 0, "a gzip file"),
    (b"BZh", 0, "a bzip2 file"),
    (b"\xfd7zXZ\x00", 0, "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7z archive"),
    (b"Rar!\x1a\x07", 0, "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", 0, "a zstd file"),
    (b"\xd0\xcf\x11\xe0", 0, "an old Office document"),
    (b"\x7fELF", 0, "a program"),
    (b"MZ\x90\x00", 0, "a program"),
    (b"OggS", 0, "an Ogg file"),
    (b"ID3", 0, "an MP3 file"),
    (b"SQLite format 3\x00", 0, "an SQLite database"),
    (b"wOFF", 0, "a font"),
    (b"wOF2", 0, "a font"),
    (b"PAR1", 0, "a Parquet file"),
)
"""(bytes, offset, what it is)."""
_LOOK: Final = 512
"""First bytes in which a NUL shows that printable signatures are meant: "GIF89a" and "BM" may open a text too."""
_PDF: Final = b"%PDF-"
_BEFORE_PDF: Final = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the signature of a PDF; no text begins with that signature, so it needs no NUL."""


def binary_kind(body: bytes) -> str | None:
    """What kind of binary file some bytes are, in words, or None when they may be text."""
    head = body[:_LOOK]
    if head.lstrip(_BEFORE_PDF).startswith(_PDF):
        return "a PDF"
    nul = b"\x00" in head
    for signature, offset, kind in SIGNATURES:
        if body.startswith(signature, offset) and (
            nul or not (signature.isascii() and signature.decode("ascii").isprintable())
        ):
            return kind
    return None
