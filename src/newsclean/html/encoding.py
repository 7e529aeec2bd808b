"""Bytes to text: byte-order mark, valid UTF-8, HTTP header, `<meta>`, detection, in this order.

Browsers read the label first; here bytes that are valid UTF-8 are taken as such, since a wrong label is far more common
than text in another charset that happens to be valid UTF-8 (docs/encoding.md has the trial).
"""

from __future__ import annotations

import codecs
import re
from typing import Final, Literal, NamedTuple, TypeAlias

Source: TypeAlias = Literal["bom", "utf-8", "header", "meta", "detected", "fallback"]

META_BYTES: Final = 8192
"""Where a `<meta charset>` is looked for; the standard says 1,024, pages with scripts in front do not keep to it."""
MAX_BROKEN_SHARE: Final = 0.1
"""Undecodable bytes for each good character beyond ASCII: text in another charset has several, UTF-8 with a flaw
few."""
FALLBACK: Final = "cp1252"
"""Decodes any byte that the web has ever sent as "latin-1"; the rest becomes U+FFFD."""

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.\-]+)",
    re.IGNORECASE,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_ALIASES: Final = {
    "windows-31j": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-874": "cp874", "dos-874": "cp874",
    "windows-949": "cp949", "x-gbk": "gb18030", "x-euc-jp": "euc_jp", "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
}  # fmt: skip
"""Labels of the Encoding Standard that Python does not know."""
_AS_ON_THE_WEB: Final = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "ksx1001": "cp949", "shift_jis": "cp932",
    "big5": "big5hkscs",
}  # fmt: skip
"""Charsets, as Python names them, that mean a larger one on the web (the Encoding Standard)."""
_WEB: Final = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be cp866 koi8-r koi8-u mac-roman mac-cyrillic gb18030 big5hkscs euc_jp iso2022_jp "
    "cp932 cp949 cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4 "
    "iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16".split()
)
"""Charsets that pages are written in; Python knows codecs that are none, from "hex" to "unicode_escape"."""


class Decoded(NamedTuple):
    """Text, and how it was read."""

    text: str
    encoding: str
    source: Source
    replaced: int
    """Bytes that made no sense and became U+FFFD."""
    utf8: bytes | None = None
    """The bytes themselves where they are the text in UTF-8 and nothing else: the parser need not encode it again."""


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Text of a page.

    Args:
        body: the page as sent, content-encoding undone.
        content_type: the HTTP header of that name, if there was one.
    """
    for bom, charset in _BOMS:
        if body.startswith(bom):
            return _read(body, charset, "bom")
    if b"\x00" not in body:
        try:
            return Decoded(body.decode("utf-8"), "utf-8", "utf-8", 0, utf8=body)
        except UnicodeDecodeError as error:
            if error.start >= len(body) - 3 and error.reason == "unexpected end of data":  # cut off inside a character
                return _read(body, "utf-8", "utf-8")
    labels = _labels(body, content_type)
    for label, source in labels:
        name = python_name(label)
        if name == "utf-8" or ((name or "").startswith("utf-16") and source == "meta"):
            continue  # UTF-8 was tried, and a meta tag in UTF-16 could not have been read
        if name:
            try:
                return Decoded(body.decode(name), name, source, 0)
            except UnicodeDecodeError:
                pass
    return _detect(body, labels)


def _labels(body: bytes, content_type: str | None) -> list[tuple[str, Source]]:
    """What header and markup say that the charset is, in this order."""
    found: list[tuple[str, Source]] = []
    header = _HEADER.search(content_type or "")
    if header:
        found.append((header[1], "header"))
    meta = _META.search(body[:META_BYTES])
    if meta:
        found.append(((meta[1] or meta[2]).decode("ascii"), "meta"))
    return found


def python_name(label: str) -> str | None:
    """Python's codec for a charset label, read as browsers read it; None when there is none."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_ALIASES.get(label, label)).name
    except (LookupError, ValueError):
        return None
    name = _AS_ON_THE_WEB.get(name, name)
    return name if name in _WEB else None


def _detect(body: bytes, labels: list[tuple[str, Source]]) -> Decoded:
    almost = _read(body, "utf-8", "utf-8")
    sound = sum(not c.isascii() for c in almost.text) - almost.replaced
    if almost.replaced <= MAX_BROKEN_SHARE * sound:
        return almost
    import cchardet

    found = cchardet.detect(body).get("encoding")
    guess = python_name(found) if found else None
    if guess and guess != "ascii":
        decoded = _read(body, guess, "detected")
        if decoded.replaced == 0:
            return decoded
    candidates = [(name, source) for label, source in labels if (name := python_name(label))]
    tries = [_read(body, name, source) for name, source in [*candidates, ("utf-8", "fallback"), (FALLBACK, "fallback")]]
    return min(tries, key=lambda d: d.replaced)  # ties: the declared charset comes first


def _read(body: bytes, name: str, source: Source) -> Decoded:
    text = body.decode(name, "replace")
    return Decoded(text, name, source, text.count("\ufffd"))
