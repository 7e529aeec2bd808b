"""Pictures that stand twice on a page, for readers with scripts and for those without: the two are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.page import Picture


class Pictures:
    """The pictures of a page so far, each once."""

    __slots__ = ("_plain", "found")

    def __init__(self) -> None:
        self.found: list[Picture] = []
        self._plain = False
        """Whether the last one is only for readers without scripts."""

    def add(self, picture: Picture, *, plain: bool) -> None:
        """Adds a picture, or to the one before it what a script would have filled in.

        Args:
            picture: the picture.
            plain: it stands in `noscript`, so it says what a twin beside it leaves to a script.
        """
        last = self.found[-1] if self.found else None
        if last is not None and plain is not self._plain and _twins(last, picture):
            lazy, full = (last, picture) if plain else (picture, last)
            given = {name: value for name, value in full.attributes.items() if value}
            self.found[-1] = picture._replace(attributes={**lazy.attributes, **given})
            self._plain = False
            return
        self.found.append(picture)
        self._plain = plain

    def move(self, block: int, frame: int) -> bool:
        """Puts the pictures that stand in an element before a block, which took the place of several; tells if any do.

        Args:
            block: index of the block.
            frame: the element's.
        """
        found = self.found
        place = len(found)
        while place and found[place - 1].frame >= frame:
            place -= 1
            found[place] = found[place]._replace(before=min(found[place].before, block))
        return place < len(found)


def _twins(one: Picture, other: Picture) -> bool:
    """Whether two pictures of one figure, or of none, with nothing to read between them are one, by file or words."""
    if one.before != other.before or one.figure != other.figure:
        return False
    if one.attributes.get("alt") and one.attributes["alt"] == other.attributes.get("alt"):
        return True  # the lazy one may have no address but that of a blank
    return not _names(one.attributes).isdisjoint(_names(other.attributes))


def _names(attributes: Mapping[str, str | None]) -> set[str]:
    """File names of the first address of each kind; a picture that stands in the page itself has none."""
    found: set[str] = set()
    for name, value in attributes.items():
        if value and "src" in name and not value.startswith("data:"):
            address = value.split(None, 1)[0] if not value.isspace() else ""
            found.add(address.partition("?")[0].rpartition("/")[2].lower())
    found.discard("")
    return found
