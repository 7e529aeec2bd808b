"""Reading JSON that no parser takes: quotes in strings, missing commas and values, a script that breaks off.

What is written is taken as it is meant where that can be told, and left out where it cannot. One pass over the text,
without recursion: how deep it goes is the page's choice.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

MAX_VALUES: Final = 20_000
"""Values read of one script; the richest page of the evaluation corpus has under 3,000."""

_KEY: Final = r"[@\w$:/.#-]{1,80}+"
_NEXT_KEY: Final = rf"(?:\"{_KEY}\"|'{_KEY}'|[\w$-]{{1,80}}+)\s*+:"
_GAP = re.compile(r"[\s;\ufeff]*+")
_SWALLOWED = re.compile(r"(?<!\\)[\"'][\w@$-]{1,80}+[\"']\s*+:")
"""A name inside a string: its end was forgotten, and what it says is not all its own."""
_GAP_COLON = re.compile(r"\s*+:")
_BARE = re.compile(r"[^\s,:{}\[\]\"']++")
_ENDS: Final = {
    "member": rf"\s*+(?:[}}\]]|\Z|,\s*+(?:{_NEXT_KEY}|[}}\]{{,]|\Z)|{_NEXT_KEY})",
    "item": r"\s*+(?:[\]},]|\Z)",
}
"""What stands behind the quote that ends a string: other quotes belong to what it says."""
_STRINGS = {
    (mark, place): re.compile(rf"((?:[^{mark}\\]++|\\.|{mark}(?!{end}))*+){mark}", re.DOTALL)
    for mark in "\"'"
    for place, end in _ENDS.items()
}
_NAMES = {mark: re.compile(rf"([^{mark}\\\n]{{0,100}}+){mark}(?=\s*+:)") for mark in "\"'"}
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_WORDS: Final = {"true": True, "false": False}


def read_broken(source: str) -> list[Any]:
    """The objects and arrays of a text, outermost ones, as far as they can be read.

    A value that is missing, is no JSON (`undefined`) or breaks off is left out with its name.
    """
    return _Reader(source).read()


class _Reader:
    """Walks through the text and builds what it opens."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._position = 0
        self._top: list[Any] = []
        self._open: list[Any] = []
        self._key: str | None = None
        """Name of the value that comes next, in an object."""
        self._objects = 0
        """How many of the open ones are objects."""

    def read(self) -> list[Any]:
        for _ in range(MAX_VALUES * 4):
            gap = _GAP.match(self._source, self._position)
            self._position = gap.end() if gap else self._position
            if self._position >= len(self._source):
                break
            self._step(self._source[self._position])
        return self._top

    def _step(self, char: str) -> None:
        if char in "{[":
            self._position += 1
            self._enter({} if char == "{" else [])
        elif char in "}]":
            self._position += 1
            self._leave(dict if char == "}" else list)
        elif char in ",:":
            self._position += 1
            if char == ",":
                self._key = None
        elif char in "\"'":
            self._string(char)
        else:
            self._bare()

    def _enter(self, container: dict[str, Any] | list[Any]) -> None:
        self._put(container)
        self._open.append(container)
        self._objects += isinstance(container, dict)
        self._key = None

    def _leave(self, kind: type) -> None:
        """Closes the nearest container of a kind, and with it what was left open in it; a mark too many closes none."""
        closable = self._objects if kind is dict else len(self._open) - self._objects
        while closable:
            closed = self._open.pop()
            self._objects -= isinstance(closed, dict)
            if isinstance(closed, kind):
                break
        self._key = None

    def _put(self, value: Any) -> None:
        holder = self._open[-1] if self._open else None
        if holder is None:
            if isinstance(value, dict | list):
                self._top.append(value)
        elif isinstance(holder, list):
            holder.append(value)
        elif self._key is not None:
            holder.setdefault(self._key, value)
            self._key = None

    def _string(self, mark: str) -> None:
        start = self._position + 1
        in_object = bool(self._open) and isinstance(self._open[-1], dict)
        if in_object and self._key is None:
            match = _NAMES[mark].match(self._source, start)
            self._position = match.end() if match else start
            self._key = match[1] if match else None
            return
        match = _STRINGS[mark, "member" if in_object else "item"].match(self._source, start)
        self._position = match.end() if match else len(self._source)  # it breaks off, and the script with it
        if match and not _SWALLOWED.search(match[1]):
            self._put(_unescape(match[1]))
        self._key = None

    def _bare(self) -> None:
        match = _BARE.match(self._source, self._position)
        word = match[0] if match else ""
        self._position = match.end() if match else self._position + 1
        if self._open and isinstance(self._open[-1], dict) and self._key is None:
            self._key = word if _GAP_COLON.match(self._source, self._position) else None
            return
        value = _WORDS.get(word, _number(word))
        if value is not None:
            self._put(value)
        self._key = None


def _number(word: str) -> float | None:
    if not word[:1].isdigit() and word[:1] != "-":
        return None
    try:
        found = json.loads(word)
    except ValueError:
        return None
    return found if isinstance(found, int | float) else None


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    text = _ESCAPE.sub(lambda match: _escaped(match[1]), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of characters become wholes


def _escaped(code: str) -> str:
    return chr(int(code[1:], 16)) if len(code) > 1 else _ESCAPED.get(code, code)
