"""Credits that stand right behind a sentence: "… on the quay.Jane Roe/AFP", as tools leave what two elements held.

Only the place is found here, a capital right behind the end of a sentence or a bracket; whether a credit stands there
is for its grammar to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARS: Final = 110
"""The longest such credits of the evaluation corpus name a source, two houses and an agency."""
LEAST_WORDS: Final = 3
"""Words before it: of gold lines with fewer there are entries of lists, "1.Kitchen", and names of programs."""

_JOINT = re.compile(r"(?:(?<=[a-zà-öø-ÿа-яα-ω]{2})|(?<=[\d%)\]]))(?:[.!?…][”\"»)\]]?|(?<=[)\]]))(?=[^\W\d_]{2})")
"""The end of a sentence and a word; not "U.S.Open", not "ASP.NET"."""
_NEAR = re.compile(r"[.!?…)\]”\"»][^\W\d_]")
"""What every joint has: looked for in a tenth of the time."""
_RUN_IN = re.compile(r"(?<=[a-zà-öø-ÿ]{3})(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?: [^\W\d_][^\s/]*){1,3} ?/)")
"""A word that runs into the name of a person or house, and a slash: captions without a full stop have it."""
_UNLIKE = re.compile(r"[\d()\[\]{}<>=;_]")
"""Digits, brackets and the signs of source code."""
_RIGHTS = re.compile(r"(?:\s*/\s*|\s+)Copyright (?:19|20)\d\d ([^/.]{2,40})\. All rights reserved\.?$")
_RESERVED: Final = ("All rights reserved.", "All rights reserved")


def glued_tails(text: str) -> Iterator[tuple[str, str]]:
    """Ways to cut a text where a name follows the end of a sentence, or a word, without a space; the surest first."""
    start = max(0, len(text) - MAX_CHARS)
    near = _NEAR.search(text, start) is not None
    joints = [
        *(_JOINT.finditer(text, start) if near else ()),
        *(_RUN_IN.finditer(text, start) if "/" in text[start:] else ()),
    ]
    for joint in joints:
        before, tail = text[: joint.end()], text[joint.end() :]
        if tail[0].isupper() and not _UNLIKE.search(tail) and len(before.split()) >= LEAST_WORDS:
            yield before, tail


def may_be_glued(text: str) -> bool:
    """Whether a text has such a place at all: the cheap first look."""
    start = max(0, len(text) - MAX_CHARS)
    return _NEAR.search(text, start) is not None and _JOINT.search(text, start) is not None


def without_rights(text: str) -> str:
    """A text whose credit ends "/Copyright 2031 Quay Wire. All rights reserved", with the holder's name alone."""
    return _RIGHTS.sub(r"/\1", text) if text.endswith(_RESERVED) else text
