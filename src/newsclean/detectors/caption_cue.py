"""Captions that no markup marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from newsclean.cues.captions import find_captions
from newsclean.detectors.base import detector, say
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.model import Evidence
    from newsclean.page import Reading
    from newsclean.verdict import Verdict

BOXED: Final = 0.9
"""Below that of detectors which read the line itself: a byline that stands with a picture is a byline."""


@detector("caption_cue")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that its place and wording give away as a caption: moved to its image.

    A line that is not in the text and shares a box with a picture of the story is its caption, where it is no link. In
    the text, one strong cue is enough (a picture credit at the end, "FILE PHOTO:" at the start); a weak one ("(L)",
    "This photo shows") counts between the headline and the first paragraph of prose, or beside a picture.
    """
    for block, cue in reading.once(find_captions).items():
        if "markup" in cue.cues:
            continue
        reason = f"A picture's caption by its {' and '.join(cue.cues)}."
        evidence: Evidence = {"points": cue.points, "cues": " ".join(cue.cues)}
        if cue.picture == NONE:
            yield say("caption_cue", block, "caption", reason, evidence=evidence)
        else:
            said = say("caption_cue", block, "caption", reason, confidence=BOXED, evidence=evidence)
            yield replace(said, picture=cue.picture)
