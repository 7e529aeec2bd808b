"""Lines that are nothing but a picture credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cues.credits import credit_line
from newsclean.detectors.base import detector, say, story_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("credit")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line that only credits a picture, "Photo: Jane Roe" or "(AFP)": moved to the nearest image.

    A credit at the end of a caption is split off when the caption moves; a bare name is left alone, it may sign a
    letter.
    """
    for block in story_blocks(reading):
        name = credit_line(block.text, reading.language)
        if name:
            yield say(
                "credit", block.index, "credit", "A picture credit on a line of its own.", evidence={"credit": name}
            )
