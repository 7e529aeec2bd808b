"""Breadcrumb lines above the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.blocks.menus import is_menu
from newsclean.cues.breadcrumbs import breadcrumb
from newsclean.detectors.base import detector, say
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict

FIRST_BLOCKS: Final = 3
"""Where a breadcrumb stands when no headline tells: position 0 to 2 on every page that had one."""


@detector("breadcrumb")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line of two or more short parts between `/`, `>`, `›` or `»`, above the headline: moved to `breadcrumbs`."""
    first = reading.body[:FIRST_BLOCKS]
    above = range(max(0, reading.title - FIRST_BLOCKS), reading.title) if reading.title != NONE else first
    for i in above:
        block = reading.page.blocks[i]
        if reading.page.hidden(i) or is_menu(block.text, block.link_chars):
            continue
        parts = breadcrumb(block.text)
        if parts:
            yield say(
                "breadcrumb", i, "breadcrumb", "A trail of sections above the headline.", evidence={"parts": len(parts)}
            )
