"""Lines that are nothing but a picture credit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.cues.captions import picture_credits
from newsclean.cues.credits import credit_line
from newsclean.detectors.base import detector, say, story_blocks
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("credit")
def find(reading: Reading) -> Iterator[Verdict]:
    """A whole line that only credits a picture, "Photo: Jane Roe" or "(AFP)": moved to its image.

    With a picture, what markup calls a credit is one, and the bare name of an agency. A credit at the end of a caption
    is split off when the caption moves; elsewhere a bare name is left alone, it may sign a letter.
    """
    for block in story_blocks(reading):
        name = credit_line(block.text, reading.language)
        if name:
            yield say(
                "credit", block.index, "credit", "A picture credit on a line of its own.", evidence={"credit": name}
            )
    for index, found in reading.once(picture_credits).items():
        said = say("credit", index, "credit", "The credit of a picture.", evidence={"credit": found.name})
        yield replace(said, credit=found.name, picture=None if found.picture == NONE else found.picture)
