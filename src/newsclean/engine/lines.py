"""Plain text: which line is the headline; all others are the story until a rule or detector says otherwise.

Text that a tool extracted, or a person typed, is mostly story: the engine drops nothing by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.breadcrumbs import breadcrumb
from newsclean.cues.bylines import byline
from newsclean.cues.captions import ENOUGH, PROSE_WORDS, wording
from newsclean.cues.credits import credit_line
from newsclean.cues.dates import date_line
from newsclean.cues.prompts import app_prompt, share_prompt
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.page import NONE

if TYPE_CHECKING:
    from newsclean.page import Candidate, Page
    from newsclean.verdict import Label

TITLE_WORDS: Final = (2, 30)
"""Fewest and most words of a headline."""
TITLE_LINES: Final = 8
"""A headline is among the first lines: breadcrumb, prompt, date and byline may stand above it."""
CONFIDENT_WORDS: Final = 150
"""A text of so many words is an article for sure enough; fewer scale down."""


def judge_lines(page: Page) -> Judgement:
    """The verdicts for a text."""
    labels: dict[int, Label] = {block.index: "body" for block in page.blocks}
    title = find_title(page)
    if title != NONE:
        labels[title] = "title"
    body_words = sum(block.words for block in page.blocks if block.index != title)
    confidence = min(1.0, body_words / CONFIDENT_WORDS)
    return Judgement(verdicts=tuple(verdicts(page, labels, confidence)), confidence=confidence)


def find_title(page: Page) -> int:
    """The line that is the headline, or NONE: the first that reads like one before any prose."""
    if len(page.blocks) < 2:  # noqa: PLR2004 - a headline needs a story under it
        return NONE
    longest = max(block.words for block in page.blocks)
    for block in page.blocks[:TITLE_LINES]:
        if _prose(block):
            return NONE
        if not _like_title(block):
            continue
        return block.index if block.words < longest else NONE
    return NONE


def _prose(block: Candidate) -> bool:
    return block.words >= PROSE_WORDS and not wording(block.text, None)[0]


def _like_title(block: Candidate) -> bool:
    fewest, most = TITLE_WORDS
    if not fewest <= block.words <= most or block.text.endswith((".", ",", ";", ":")):
        return False
    if any(furniture(block.text, None) for furniture in (credit_line, app_prompt, share_prompt, byline, date_line)):
        return False
    if breadcrumb(block.text):
        return False
    return wording(block.text, None)[0] < ENOUGH
