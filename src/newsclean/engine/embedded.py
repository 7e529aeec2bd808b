"""A page that shows no story and carries one in its scripts: the story's blocks, added to the page's own."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.blocks import read_html
from newsclean.cues.captions import marked
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.html.document import Document
from newsclean.html.embedded import embedded_story
from newsclean.page import NONE

if TYPE_CHECKING:
    from newsclean.page import Frame, Page
    from newsclean.verdict import Label

SHOWN_WORDS: Final = 40
"""Words of the story from which a page shows one itself."""
SURE: Final = 0.5
"""Confidence from which such a page has shown its story."""
TIMES: Final = 3
"""How many times the words that the page shows a story in its scripts has at least."""
CONFIDENCE: Final = 0.5
"""Too few pages of the evaluation corpus keep their story in scripts to measure how often it is right."""

_PLACEHOLDER = re.compile(r"\W*[A-Z_]+\W*")
"""Marks that a script would replace by an advertisement."""


class Found(NamedTuple):
    """The page with the story's blocks behind its own, and the verdicts on all of them."""

    page: Page
    judgement: Judgement


def look_into_scripts(page: Page, judgement: Judgement) -> Found | None:
    """The story in the scripts of a page that shows none; None where it shows one, or the scripts hold none.

    Args:
        page: HTML.
        judgement: the engine's word on what the page shows.
    """
    body = judgement.body()
    shown = sum(page.blocks[i].words for i in body)
    if page.document is None or (shown >= SHOWN_WORDS and judgement.confidence >= SURE):
        return None
    story = embedded_story(page.document)
    if story is None:
        return None
    content = story.content if story.markup else "".join(f"<p>{escape(x)}</p>" for x in story.content.splitlines())
    added = read_html(Document(content, url=page.url))
    if sum(block.words for block in added.blocks) < max(SHOWN_WORDS, TIMES * shown):
        return None
    joined = _join(page, added)
    labels: dict[int, Label] = {v.block: v.label for v in judgement.verdicts if v.label == "title"}
    for block in joined.blocks[len(page.blocks) :]:
        if 2 * block.link_chars <= len(block.text) and not _PLACEHOLDER.fullmatch(block.text):
            labels[block.index] = "caption" if _is_caption(joined, block.frame) else "body"
    return Found(
        joined,
        replace(
            judgement, verdicts=tuple(verdicts(joined, labels, CONFIDENCE)), confidence=CONFIDENCE, source=story.source
        ),
    )


def _join(page: Page, added: Page) -> Page:
    blocks, frames = len(page.blocks), len(page.frames)
    below = tuple(_moved(frame, frames, page.frames[0].depth + 1) for frame in added.frames)
    return replace(
        page,
        blocks=(*page.blocks, *(b._replace(index=b.index + blocks, frame=b.frame + frames) for b in added.blocks)),
        frames=(*page.frames, *below),
        pictures=(
            *page.pictures,
            *(
                picture._replace(
                    before=picture.before + blocks,
                    frame=picture.frame + frames,
                    figure=_later(picture.figure, frames),
                )
                for picture in added.pictures
            ),
        ),
    )


def _moved(frame: Frame, by: int, deeper: int) -> Frame:
    """A frame of the story among those of the page: its outermost element is a child of the page's body."""
    tag = "script" if frame.parent == NONE else frame.tag
    parent = 0 if frame.parent == NONE else frame.parent + by
    return frame._replace(tag=tag, parent=parent, depth=frame.depth + deeper, figure=_later(frame.figure, by))


def _later(index: int, by: int) -> int:
    return index if index == NONE else index + by


def _is_caption(page: Page, frame: int) -> bool:
    return any(marked(page.frames[i].classes, page.frames[i].tag) for i in page.ancestors(frame))
