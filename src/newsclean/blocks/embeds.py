"""Frames that show another page, and quotes, which may stand for one: where players and posts of other sites are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.blocks.elements import hides
from newsclean.page import Embed

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_EMBEDS: Final = 200
"""Read from one page; the markup of no page of the evaluation corpus has more than 51."""


class Embeds:
    """The embeds of a page so far."""

    __slots__ = ("found",)

    def __init__(self) -> None:
        self.found: list[Embed] = []

    def add(self, attributes: Mapping[str, str | None], before: int, frame: int) -> None:
        """Adds one, unless it is hidden.

        Args:
            attributes: of its element.
            before: index of the first block after it.
            frame: the innermost frame around it.
        """
        if len(self.found) < MAX_EMBEDS and not hides(attributes):
            self.found.append(Embed(attributes, before, frame))

    def move(self, block: int, frame: int) -> None:
        """Puts the embeds behind the beginning of an element before a block, which took the place of several.

        Args:
            block: index of the block.
            frame: the element's.
        """
        for place in range(len(self.found) - 1, -1, -1):
            embed = self.found[place]
            if embed.before <= block and embed.frame <= frame:
                return
            self.found[place] = embed._replace(before=min(embed.before, block), frame=min(embed.frame, frame))
