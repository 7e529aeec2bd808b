"""Links inside of blocks: the texts of an element with the address of the link around each.

They are looked for on demand: most readers want none, and the walk over the page need not pay for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.blocks.elements import TEXT, Part, hides, part_of, says
from newsclean.html.document import node_id
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNREAD: Final = frozenset((Part.SKIP, Part.EMBED, Part.PICTURES_ONLY, Part.BUTTON))
"""Parts without text that readers see, or none of the story."""
_FRAMES: Final = frozenset((Part.BLOCK, Part.FRINGE))
_JOINING: Final = frozenset((Part.INLINE, Part.LINK))
"""Parts that the walk passes over where they are hidden."""


class LinkedText(NamedTuple):
    """A text between tags."""

    text: str
    href: str | None
    """Address of the link around it, as written; None outside of links."""
    link: int
    """Number of that link in the element, from 1; 0 outside of links."""


class LinkedTexts(NamedTuple):
    """The texts of an element in order."""

    texts: tuple[LinkedText, ...]
    spans: Mapping[int, tuple[int, int]]
    """Id of an element that is a frame around blocks, to the index of its first text and the one behind its last."""


def linked_texts(element: Any) -> LinkedTexts:
    """The texts of an element, opaque as `Frame.node`, and of those in it."""
    texts: list[LinkedText] = []
    spans: dict[int, tuple[int, int]] = {}
    open_elements: list[tuple[Any, str | None, int, int]] = []
    href: str | None = None
    link = links = 0
    node = element.first_child
    while True:
        if node is None:
            if not open_elements:
                break
            node, href, link, start = open_elements.pop()
            if start != NONE:
                spans[node_id(node)] = (start, len(texts))
        elif node.tag_id == TEXT:
            texts.append(LinkedText(node.text_content, href, link))
        elif (part := part_of(node)) not in _UNREAD and not (part in _JOINING and _hidden(node)):
            open_elements.append((node, href, link, len(texts) if part in _FRAMES else NONE))
            if part is Part.LINK:
                links += 1
                href, link = node.attributes.get("href"), links
            node = node.first_child
            continue
        node = node.next
    spans[node_id(element)] = (0, len(texts))
    return LinkedTexts(tuple(texts), spans)


def _hidden(element: Any) -> bool:
    attributes = element.attributes
    return bool(attributes) and (says(attributes.get("class") or "").unseen or hides(attributes))
