"""Elements that their markup calls a date: how far each is to be trusted, and whether it is of a change."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.normalize.date_words import after_change, opens_with_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.html.structured import Mark

MIN_LIST: Final = 3
"""Dates under one name, not all the same, from which they are a list."""
ISO_DAY: Final = 10
"""Characters of a machine-readable day."""

_PROPERTIES: Final = frozenset(("datePublished", "dateModified", "dateCreated"))
_DIGIT = re.compile(r"\d")
_PUBLISHED_NAMES = re.compile(
    r"publish|posted|created|(?:entry|post|article|info|news|story)[-_]{0,2}date|pubdate|date-?line|issued|release"
)
_MODIFIED_NAMES = re.compile(r"modif|updat|revis|changed")


class DatedMark(NamedTuple):
    """A marked element that may hold a date of the story."""

    mark: Mark
    weight: float
    """How far it is to be trusted, in the units of the candidates for a date."""
    changed: bool
    """Whether its date is that of the last change."""


def dated_marks(marks: Iterable[Mark]) -> tuple[DatedMark, ...]:
    """The marks that may hold a date of the story, in page order."""
    found = []
    around: Mark | None = None
    for mark in marks:
        if around is not None and mark.depth <= around.depth:
            around = None
        weight = _weight(mark)
        changed = bool(weight) and (_is_change(mark) or (around is not None and _is_its_date(mark, around)))
        if changed and around is None:
            around = mark
        if weight:
            found.append(DatedMark(mark, weight, changed))
    return tuple(found)


def lists(dated: Sequence[DatedMark]) -> frozenset[str]:
    """Names that dates of several stories share, see `list_name`: they are in lists of stories, not of this one."""
    values: dict[str, list[str]] = {}
    for mark, _, _ in dated:
        if mark.tag == "time" or "date" in mark.names:
            values.setdefault(list_name(mark), []).append(mark.value[:ISO_DAY] if mark.value else mark.text)
    return frozenset(name for name, dates in values.items() if len(dates) >= MIN_LIST and len(set(dates)) > 1)


def list_name(mark: Mark) -> str:
    """What the dates of one list share: the names of their elements, or the element around their parents."""
    return mark.names or f"{mark.tag} in {mark.place[1]}"


def _weight(mark: Mark) -> float:
    """How far a marked element is to be trusted with a date; 0 for none."""
    if mark.aside or mark.margin:
        return 0.5 if mark.tag == "time" else 0.0
    if mark.prop.rsplit(":", 1)[-1] in _PROPERTIES:
        return 8.0
    named = any(_names_say(mark.names))
    if mark.tag == "time":
        return 5.5 + named - (0 if mark.after_title else 1.0) - (0 if mark.value else 0.5)
    if named or "date" in mark.names or "time" in mark.names:
        return 4.0 + named / 2 - (0 if mark.after_title else 1.0)
    return 0.0


def _is_change(mark: Mark) -> bool:
    prop = mark.prop.rsplit(":", 1)[-1]
    if prop in _PROPERTIES:
        return prop == "dateModified"
    published, modified = _names_say(mark.names)
    return (modified and not published) or opens_with_change(mark.text)


def _is_its_date(mark: Mark, around: Mark) -> bool:
    """Whether an element holds the date of the line "updated on" that stands around it."""
    rest = after_change(around.text)
    place = rest.find(mark.text) if rest and mark.text and mark.prop not in _PROPERTIES else -1
    return rest is not None and place >= 0 and _DIGIT.search(rest[:place]) is None


@lru_cache(maxsize=256)
def _names_say(names: str) -> tuple[bool, bool]:
    """Whether names say that a date is that of the publication, and that it is that of a change."""
    return _PUBLISHED_NAMES.search(names) is not None, _MODIFIED_NAMES.search(names) is not None
