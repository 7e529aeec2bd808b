"""Text as an article carries it: one Unicode form, plain spaces, nothing invisible; idempotent.

Quotes, dashes and letters stay as they are. Zero-width joiners, variation selectors, tags and Mongolian's separator of
vowels stay where they are part of the script (Persian, Arabic, the Indic scripts) or of an emoji.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

from newsclean.normalize.mojibake import repaired, without_controls

_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS: Final = "\U000e0000-\U000e007f"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u2060-\u206f\u202a-\u202e\ufeff\ufff9-\ufffb\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
"""Soft hyphens, zero-width spaces, word joiners, direction marks (the text has its own direction), control characters,
notes between the lines. TAB, LF, VT, FF, CR and NEL are white space and folded as such."""
_FLAG: Final = "[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
"""Behind a black flag: the letters of a region and their end."""
_SHAPERS = re.compile(f"[\u180e{_SELECTORS}{_TAGS}]")
_LOOSE_SHAPERS = re.compile(
    "(?<![\u1820-\u1842])\u180e|\u180e(?![\u1820\u1821])"  # between a letter and a final vowel it shapes both
    f"|(?<=[{_SELECTORS}\\s])[{_SELECTORS}]+|^[{_SELECTORS}]+"  # of one sign one form is selected
    f"|(?<![{_TAGS}\U0001f3f4])[{_TAGS}]+|(?<=\U0001f3f4)(?!{_FLAG}(?![{_TAGS}]))[{_TAGS}]+"
)
"""What shapes no sign before it, and can hide words from readers."""
_BLANKS = re.compile("[\u2800\u3164\ufffc]")
"""Signs that are blank: braille without dots, the filler of Hangul, and the place of an embedded object."""
_UNSURE = re.compile("[^\x00-\u27ff\u2801-\u3163\u3165-\ufdff\ufe10-\ufff8\ufffd\U00010000-\U000dffff]")
"""What `str.isprintable` takes for visible and what may yet have to go: blanks and selectors. To say what has not to go
takes half the time, since most characters are in the first range."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of pairs, which broken escapes in scripts leave behind; no encoding can hold them."""
_VIRAMA: Final = 9
"""The combining class of the signs that take a letter's vowel: a joiner behind one says how both are drawn."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
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
        bare = text.isprintable()
    else:
        text = repaired(text)
        visible = text.isprintable() and _UNSURE.search(text) is None
        bare = visible and unicodedata.is_normalized("NFC", text)
    if bare:  # so nothing invisible, no space but " "
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    folded = " ".join(_clean(text).split())
    return folded if folded == text else normalise(folded)  # white space may have hidden what is damaged throughout


def normalise_preformatted(text: str) -> str:
    """As `normalise`, with line ends kept and spaces inside lines too, but for those at a line's end."""
    lines = _clean(_LINE_ENDS.sub("\n", repaired(text))).split("\n")
    clean = "\n".join(_odd_spaces(line).rstrip() for line in lines).strip("\n")
    return clean if clean == text else normalise_preformatted(clean)


def plain(text: str) -> str:
    """A declared value without the markup that some systems leave in it: character references resolved, tags gone."""
    if "&" in text:
        text = unescape(unescape(text))
    return _TAG.sub(" ", text) if "<" in text else text


def fold(text: str) -> str:
    """Text for comparing: NFKC, case folded, white space folded, invisible characters gone."""
    return " ".join(unicodedata.normalize("NFKC", _clean(text)).casefold().split())


def _clean(text: str) -> str:
    text = _SURROGATE.sub("\ufffd", text)
    while True:  # what goes leaves other neighbours behind, which may compose or hold nothing together any more
        before = text
        text = _BLANKS.sub(" ", without_controls(text))
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        if "\u200c" in text or "\u200d" in text:
            text = _LOOSE_JOINER.sub(_keep_joiner, text)
        if _SHAPERS.search(text) is not None:
            text = _LOOSE_SHAPERS.sub("", text)
        text = repaired(unicodedata.normalize("NFC", text))
        if text == before:
            return text


def _keep_joiner(match: re.Match[str]) -> str:
    """One joiner behind a virama, or between two characters of a joining script or an emoji sequence, else nothing."""
    text, before, after = match.string, match.start() - 1, match.end()
    if before >= 0 and unicodedata.combining(text[before]) == _VIRAMA:
        return match.group()[0]
    inside = before >= 0 and after < len(text) and _JOINING_SCRIPTS.match(text[before])
    return match.group()[0] if inside and not text[after].isspace() else ""


def _odd_spaces(line: str) -> str:
    return "".join(" " if char.isspace() and char != "\t" else char for char in line)
