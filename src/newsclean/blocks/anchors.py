"""Links inside of a block: the texts of an element with the address of the link around each.

They are looked for on demand: most readers want none, and the walk over the page need not pay for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.blocks.elements import PARTS, Part, hides, says
from newsclean.html.document import text_id

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREAD: Final = frozenset((Part.SKIP, Part.EMBED, Part.PICTURES_ONLY, Part.BUTTON))
"""Parts without text that readers see, or none of the story."""
_JOINING: Final = frozenset((Part.INLINE, Part.LINK))
"""Parts that the walk passes over where they are hidden."""
_TEXT: Final = text_id()


class LinkedText(NamedTuple):
    """A text between tags."""

    text: str
    href: str | None
    """Address of the link around it, as written; None outside of links."""
    link: int
    """Number of that link in the element, from 1; 0 outside of links."""


def linked_texts(element: Any) -> Iterator[LinkedText]:
    """The texts of an element, opaque as `Frame.node`, in page order."""
    open_elements: list[tuple[Any, str | None, int]] = []
    href: str | None = None
    link = links = 0
    node = element.first_child
    while True:
        if node is None:
            if not open_elements:
                return
            node, href, link = open_elements.pop()
        elif node.tag_id == _TEXT:
            yield LinkedText(node.text_content, href, link)
        elif (part := PARTS.get(node.tag, Part.INLINE)) not in _UNREAD and not (part in _JOINING and _hidden(node)):
            open_elements.append((node, href, link))
            if part is Part.LINK:
                links += 1
                href, link = node.attributes.get("href"), links
            node = node.first_child
            continue
        node = node.next


def _hidden(element: Any) -> bool:
    attributes = element.attributes
    return bool(attributes) and (says(attributes.get("class") or "").unseen or hides(attributes))
