"""What other pages of the site have too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.cues.agencies import mentions_agency
from newsclean.cues.lexicon import fold
from newsclean.cues.openings import anywhere
from newsclean.detectors.base import detector, say
from newsclean.recurrence import line_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.page import Candidate, Reading
    from newsclean.recurrence import Recurring
    from newsclean.verdict import Label, Verdict

NAME: Final = "repetition"
CONFIDENCE: Final = 0.5
"""Below that of detectors that know what a line is: what they call it says more."""
DATELINE_WORDS: Final = 8
"""Place, date and agency."""
DATELINE_LINES: Final = 3
"""First lines of a story in which its dateline is."""
NOTICE_WORDS: Final = 60
"""A notice of an agency is one to three sentences."""
_PLACE: Final = re.compile(r"[^,(—–\d-]+")
"""What a dateline begins with, in capitals."""


@detector(NAME)
def find(reading: Reading) -> Iterator[Verdict]:
    """A line that stands at the same place in three stories of the site or more: removed, where pages come together.

    Also what stands in an element that is never in the text of the site's other stories. Notices of agencies and lines
    of rights go to `notes` and `license`. The line of place and date above a story stays, as do headings above text of
    the story and lines that a page has more than once. `Cleaner.clean_many` compares the pages of each site; a page on
    its own has nothing to be compared with.
    """
    for i, found in reading.recurring.items():
        block = reading.page.blocks[i] if i < len(reading.page.blocks) else None
        if block is None or line_key(block.text) != found.key or i not in reading.body:
            continue  # another page than the one that was compared
        if not _dateline(block, reading):
            yield _say(block, found, reading.language)


def _say(block: Candidate, found: Recurring, language: str | None) -> Verdict:
    evidence = {"pages": found.stories, "share": found.share}
    if found.what == "place":
        reason = f"It stands where {found.stories - 1} other stories of this site have nothing of their text."
        return say(NAME, block.index, "teaser", reason, confidence=CONFIDENCE, evidence=evidence)
    reason = f"The same line stands at the same place in {found.stories} stories of this site."
    notice = _notice(block, language)
    return say(NAME, block.index, notice or "duplicate", reason, confidence=CONFIDENCE, evidence=evidence)


def _notice(block: Candidate, language: str | None) -> Label | None:
    """The field of a line that names whose words these are."""
    if block.words > NOTICE_WORDS:
        return None
    if block.text.startswith("©") or anywhere(language, "copyright.reserved").search(fold(block.text)):
        return "license"
    return "note" if mentions_agency(block.text, language) else None


def _dateline(block: Candidate, reading: Reading) -> bool:
    if block.words > DATELINE_WORDS or block.link_chars or block.index not in reading.body[:DATELINE_LINES]:
        return False
    place = _PLACE.match(block.text)
    return place is not None and place[0].isupper()
