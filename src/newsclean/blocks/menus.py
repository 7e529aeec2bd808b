"""Menus that no `nav` holds: links of a few words each, with nothing between them, are one block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATOR: Final = " | "
"""Stands between the links of a menu."""
MIN_LINKS: Final = 3
"""So many links, one a block, make a menu."""
MAX_LINK_WORDS: Final = 4
"""Words of its links on average at most: longer ones are headlines. On the evaluation corpus 0.003 % of the words of
stories stand in such menus, and they hold a sixth of the blocks that stand in no `nav` and no page foot."""
MAX_CHARS: Final = 10_000
"""A longer one stays in pieces, so that menus inside menus are not copied without end."""


def join_links(texts: Sequence[str], words: int) -> str | None:
    """The links of an element as one menu.

    Args:
        texts: of the links, or of menus among them.
        words: of all.

    Returns:
        The text of the menu; "" where more links beside these would make one; None where they are none, whatever stands
        beside them.
    """
    whole = SEPARATOR.join(texts)
    links = whole.count(SEPARATOR) + 1
    if len(whole) > MAX_CHARS or words > links * MAX_LINK_WORDS:
        return None
    return whole if links >= MIN_LINKS else ""


def is_menu(text: str, link_chars: int) -> bool:
    """Whether a block is a menu: nothing but links, and the separators count as such."""
    return link_chars == len(text) and SEPARATOR in text
