"""CSS selectors for the elements of a page, as a person would write them: chosen names, no generated ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.rules.check import looks_generated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Frame

TAGS: Final = frozenset("article aside figcaption footer form header main nav".split())
"""Elements whose tag alone says what they are for."""
MIN_PREFIX: Final = 6
"""Characters of a class before its generated end that still name something: `article-body__` of
`article-body__2fHq9`. What style tools put before a hash, as `css-` and `sc-`, is shorter."""
MAX_HINT: Final = 39
"""Longer values of attributes may have been cut off when they were read."""

_NAME: Final = re.compile(r"-?[A-Za-z_][\w-]*")
_COUNTED: Final = re.compile(r"\d{3}")
"""Numbers of stories, and of modules that are put together anew for each page."""
_VALUE: Final = re.compile(r"[A-Za-z][\w .-]*")


def selectors(frame: Frame) -> Iterator[str]:
    """Selectors that match an element, each of them alone: its id, classes, other names, and a telling tag."""
    if _NAME.fullmatch(frame.id) and not any(map(str.isdigit, frame.id)) and not looks_generated(frame.id):
        yield f"#{frame.id}"
    for name in dict.fromkeys(frame.classes.split()):
        if not _NAME.fullmatch(name) or _COUNTED.search(name):
            continue
        if not looks_generated(name):
            yield f"{frame.tag}.{name}"
        elif prefix := _prefix(name):
            yield f'{frame.tag}[class*="{prefix}"]'
    for hint in frame.hints.split("\n"):
        key, equals, value = hint.partition("=")
        if equals and key != "itemtype" and len(hint) <= MAX_HINT and _VALUE.fullmatch(value):
            yield f'{frame.tag}[{key}="{value}"]'
    if frame.tag in TAGS:
        yield frame.tag


def _prefix(name: str) -> str | None:
    """The part of a generated class that a person wrote, with the separator behind it."""
    separator = "__" if "__" in name else "-"
    written, _, _ = name.rpartition(separator)
    return written + separator if len(written) >= MIN_PREFIX and not looks_generated(written) else None
