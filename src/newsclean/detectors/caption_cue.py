"""Captions that no markup marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cues.captions import find_captions
from newsclean.detectors.base import detector, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@detector("caption_cue")
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that its wording and place give away as a caption: moved to its image.

    One strong cue is enough (a picture credit at the end, "FILE PHOTO:" at the start); a weak one ("(L)", "This photo
    shows") counts between the headline and the first paragraph of prose, or beside a picture.
    """
    for block, cue in reading.once(find_captions).items():
        if "markup" not in cue.cues:
            reason = f"A picture's caption by its {' and '.join(cue.cues)}."
            yield say(
                "caption_cue", block, "caption", reason, evidence={"points": cue.points, "cues": " ".join(cue.cues)}
            )
