"""Text as an article carries it: one Unicode form, plain spaces, nothing invisible; idempotent.

Quotes, dashes and letters stay as they are. Zero-width joiners stay where they are part of the script (Persian, Arabic,
the Indic scripts) or of an emoji.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from newsclean.normalize.mojibake import repaired

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060-\u2064\u180e\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
"""Soft hyphens, zero-width spaces, word joiners, direction marks (the text has its own direction), control characters.
TAB, LF, VT, FF, CR and NEL are white space and folded as such."""
_JOINERS: Final = "\u200c\u200d"
_LOOSE_JOINER = re.compile(f"[{_JOINERS}]+")
_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")

_JOINING_SCRIPTS: Final = re.compile(
    "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc"  # Arabic, Syriac, Thaana, N'Ko
    "\u0900-\u0dff\u0e80-\u109f\u1780-\u18af\u1a20-\u1aaf\ua8e0-\ua8ff"  # Indic to Burmese, Khmer, Mongolian
    "\u20e3\u2190-\u2bff\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]"  # what emoji sequences are made of
)


def normalise(text: str) -> str:
    """One line of text: NFC, white space folded, invisible characters gone."""
    if text.isascii():
        plain = text.isprintable()
    else:
        text = repaired(text)
        plain = text.isprintable() and unicodedata.is_normalized("NFC", text)
    if plain:  # so nothing invisible, no space but " "
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    return " ".join(_clean(text).split())


def normalise_preformatted(text: str) -> str:
    """As `normalise`, with line ends kept and spaces inside lines too, but for those at a line's end."""
    lines = _clean(_LINE_ENDS.sub("\n", repaired(text))).split("\n")
    return "\n".join(_odd_spaces(line).rstrip() for line in lines).strip("\n")


def fold(text: str) -> str:
    """Text for comparing: NFKC, case folded, white space folded, invisible characters gone."""
    return " ".join(unicodedata.normalize("NFKC", _clean(text)).casefold().split())


def _clean(text: str) -> str:
    while True:
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        if "\u200c" in text or "\u200d" in text:
            text = _LOOSE_JOINER.sub(_keep_joiner, text)
        text = unicodedata.normalize("NFC", text)  # what stood around an invisible character may compose now
        mended = repaired(text)
        if mended == text:
            return text
        text = mended


def _keep_joiner(match: re.Match[str]) -> str:
    """One joiner between two characters of a joining script or an emoji sequence, else nothing."""
    text, before, after = match.string, match.start() - 1, match.end()
    inside = before >= 0 and after < len(text) and _JOINING_SCRIPTS.match(text[before])
    return match.group()[0] if inside and not text[after].isspace() else ""


def _odd_spaces(line: str) -> str:
    return "".join(" " if char.isspace() and char != "\t" else char for char in line)
