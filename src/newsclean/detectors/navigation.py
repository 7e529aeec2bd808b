"""Ways around the site that became text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cues.openings import lines_of
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("navigation")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line that leads around the site, "Back to top", "Next article", "Load more": removed.

    Single words ("Menu", "Home") are headings of stories too, and stay.
    """
    for block in lines_of(reading, "navigation"):
        yield say("navigation", block.index, "navigation", "A way around the site, on a line of its own.")
