"""Plain text: which lines are the story and which is the headline, as a model of lines has learned it.

A text may be all lines of a page, what another tool left of it, or a story that somebody typed; the model has learned
from all three. A few lines are never judged: whoever gives so little means it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.cues.breadcrumbs import breadcrumb
from newsclean.cues.bylines import byline
from newsclean.cues.caption_wording import wording
from newsclean.cues.captions import ENOUGH, MAX_CAPTION_WORDS, PROSE_WORDS
from newsclean.cues.credits import credit_line
from newsclean.cues.dates import date_line
from newsclean.cues.prompts import app_prompt, channel_line, share_prompt
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.engine.line_model import shipped_lines
from newsclean.engine.vocabulary import MAX_LINE, line_tokens
from newsclean.engine.witnesses import TITLE_WORD
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.engine.features.facts import Floats
    from newsclean.engine.line_model import LineModel
    from newsclean.page import Candidate, Page
    from newsclean.verdict import Label

FURNITURE: Final = 0.1
"""Chance below which a line is furniture for sure."""
CLEAN: Final = 0.2
"""A text of which no larger share of the lines is furniture for sure has been cleaned before: all lines are left to the
detectors, which name what they take. Of outputs of trafilatura 95 % have less, of whole pages 5 %
(docs/model-card.md)."""
RAW: Final = 0.4
"""Above this share all lines of a page are there."""
LEAST_CHANCE: Final = (0.0, 0.5)
"""Chance from which a line is the story: in a clean text and in a raw one; in between by the share."""
LEAST_LINES: Final = 4
"""A text of fewer lines stays as it is: nothing in so little shows what is furniture."""
TITLE_WORDS: Final = (2, 30)
"""Fewest and most words of a headline."""
TITLE_LINES: Final = 8
"""A headline is among the first lines: breadcrumb, prompt, date and byline may stand above it."""
MENU_LINES: Final = 4
"""So many lines above the story that are not of it are the head of a page, not of a story."""
SHARED: Final = 2
"""Words that such a headline has in common with the story, at the least."""
TITLE_REACH: Final = 15
"""Lines above the story among which its headline is, where a page's menus stand above it."""
NEAR_BEFORE: Final = 6
NEAR_BEHIND: Final = 4
"""Lines before and behind the story in which captions and prompts are left to the detectors, which name them."""
TRAIL_LINES: Final = 3
"""First lines in which a breadcrumb is one without a headline below it."""
CONFIDENT_WORDS: Final = 150
"""A text of so many words is an article for sure enough; fewer scale down."""
_PROMPTS: Final = (credit_line, app_prompt, share_prompt)


def judge_lines(page: Page, *, model: LineModel | None = None) -> Judgement:
    """The verdicts for a text.

    Args:
        page: the text.
        model: another one than the shipped one.
    """
    if not page.blocks:
        return Judgement(verdicts=(), confidence=0.0)
    short = len(page.blocks) < LEAST_LINES
    chances = np.ones(len(page.blocks)) if short else (model or shipped_lines()).chances(page)
    chosen = choose_lines(chances)
    title = find_title(page, chosen)
    labels: dict[int, Label] = dict.fromkeys(_named_by_detectors(page, chosen, title), "body")
    labels |= dict.fromkeys(chosen, "body")
    if title != NONE:
        labels[title] = "title"
    words = np.array([block.words for block in page.blocks], float)
    confidence = _expected(words, chances, [i for i in chosen if i != title])
    return Judgement(verdicts=tuple(verdicts(page, labels, confidence)), confidence=confidence)


def choose_lines(chances: Floats) -> list[int]:
    """The lines of the story, in order: all, where none looks like it, since nobody can say which are wanted.

    Args:
        chances: of each line to be the story.
    """
    least = np.interp((chances < FURNITURE).mean(), (CLEAN, RAW), LEAST_CHANCE)
    chosen: list[int] = np.flatnonzero(chances >= least).tolist()
    return chosen or list(range(len(chances)))


def _expected(words: Floats, chances: Floats, chosen: Sequence[int]) -> float:
    """The F1 that the chances let expect, less for a short text."""
    kept, right, all_right = words[chosen].sum(), words[chosen] @ chances[chosen], words @ chances
    if not right:
        return 0.0
    return float(min(1.0, kept / CONFIDENT_WORDS) * 2 * right / (kept + all_right))


def find_title(page: Page, chosen: Sequence[int] | None = None) -> int:
    """The line that is the headline, or NONE.

    It is the first that reads like one before any prose; below the menus of a page, the one nearest above the story
    that says most of what the story says.

    Args:
        page: the text.
        chosen: lines of the story, in order; None for all.
    """
    if len(page.blocks) < 2:  # noqa: PLR2004 - a headline needs a story under it
        return NONE
    start = next((i for i in chosen or () if page.blocks[i].words >= MAX_LINE), 0)
    if chosen is None or start - bisect_left(chosen, start) < MENU_LINES:
        return _first_like_title(page)
    return _told_by_story(page, chosen, start)


def _first_like_title(page: Page) -> int:
    longest = max(block.words for block in page.blocks)
    for block in page.blocks[:TITLE_LINES]:
        if _prose(block):
            return NONE
        if not _like_title(block):
            continue
        return block.index if block.words < longest else NONE
    return NONE


def _told_by_story(page: Page, chosen: Sequence[int], start: int) -> int:
    """The line above the story that says most of what the story says; of equals the one nearest to it."""
    story = _words(page.blocks[i].text for i in chosen if i >= start)
    best, found = 0.0, NONE
    for block in page.blocks[max(start - TITLE_REACH, 0) : start]:
        if not _like_title(block):
            continue
        said = _words((block.text,))
        shared = len(said & story)
        if shared >= SHARED and shared * shared / len(said) >= best:
            best, found = shared * shared / len(said), block.index
    return found


def _words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line_tokens(line, line=True) if len(word) >= TITLE_WORD)


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


def _named_by_detectors(page: Page, chosen: Sequence[int], title: int) -> list[int]:
    """Lines at the story, not of it, that a detector will move or drop by name: captions, credits, prompts.

    They stay with the story so that the detectors see them: a caption goes to its picture, or is found to be a stray.
    """
    first = chosen[0] if title == NONE else min(title, chosen[0])
    prose = next((i for i in chosen if page.blocks[i].words >= PROSE_WORDS), chosen[0])
    mine = frozenset(chosen)
    out = []
    for block in page.blocks[max(first - NEAR_BEFORE, 0) : chosen[-1] + 1 + NEAR_BEHIND]:
        if block.index in mine:
            continue
        needed = 1 if title != NONE and title < block.index < prose else ENOUGH
        caption = block.words <= MAX_CAPTION_WORDS and wording(block.text, None)[0] >= needed
        trail = title == NONE and block.index < TRAIL_LINES and breadcrumb(block.text)
        prompts = _PROMPTS if block.index < chosen[-1] else (*_PROMPTS, channel_line)
        if caption or trail or any(named(block.text, None) for named in prompts):
            out.append(block.index)
    return out
