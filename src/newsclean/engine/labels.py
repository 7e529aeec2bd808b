"""From the chosen blocks to labels: captions, side boxes and second copies are taken out of the story."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from newsclean.cues.captions import MAX_CAPTION_WORDS, marked
from newsclean.engine.copies import LONG, held_by, probes_of
from newsclean.engine.vocabulary import CACHED
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from newsclean.engine.features import Facts
    from newsclean.engine.features.facts import Floats
    from newsclean.page import Candidate, Frame, Page
    from newsclean.verdict import Label

COPIED: Final = 0.5
"""Share of a long block that other blocks of the story hold as well, from which it is a copy of them."""
SURELY_STORY: Final = 0.9
"""Chance from which a paragraph of a figure without a caption element is the story."""
BESIDE_SHARE: Final = 0.3
"""Share of the chosen words that boxes beside the story may have and still be taken for such."""
NEAR_STORY: Final = 6
"""Blocks from the story within which a marked caption belongs to it."""
_BOX_TAGS: Final = frozenset(("nav", "aside", "form", "menu", "footer"))
_STORY_TAGS: Final = frozenset(("article", "main", "body"))
_BOX_NAME = re.compile(r"(?:^|[\s_-])(?:comments?|disqus|newsletter|cookie|consent|paywall)(?:$|[\s_-])", re.IGNORECASE)


_COMMENT_NAME = re.compile(
    r"(?:^|\s)(?:comments?|comment-?(?:list|section|body|content|area|thread)s?|disqus_thread)(?:$|\s)", re.IGNORECASE
)
LEAST_STORY: Final = 30
"""Words that a story without its readers' comments has at least."""


def label_blocks(facts: Facts, chances: Floats, chosen: npt.NDArray[Any], *, tables: bool) -> dict[int, Label]:
    """The labels of the blocks that are not boilerplate.

    Args:
        facts: of the page.
        chances: of each block to be the story.
        chosen: the blocks that were taken.
        tables: whether tables belong to the story.
    """
    page = facts.page
    mine = _with_tables(page, chosen.nonzero()[0].tolist())
    beside = _beside(page, mine)
    mine = [i for i in mine if i not in beside]
    labels: dict[int, Label] = {}
    if mine:
        taken = frozenset(mine)
        for i in range(max(mine[0] - NEAR_STORY, 0), min(mine[-1] + NEAR_STORY + 1, len(page.blocks))):
            block = page.blocks[i]
            if _caption(page, block, float(chances[i])):
                labels[i] = "caption"
            elif i in taken and (tables or block.kind != "table_row"):
                labels[i] = "body"
    for i in _copies(page, [i for i, label in labels.items() if label == "body"]):
        del labels[i]
    if facts.witnesses.title != NONE:
        labels[facts.witnesses.title] = "title"
    return labels


def _with_tables(page: Page, mine: Sequence[int]) -> list[int]:
    """The chosen blocks, and the rows of tables with nothing but such rows between two of them.

    Of the tables that stand inside a story, three in four belong to it, and the trees take two of these.
    """
    out: list[int] = []
    for i in mine:
        between = range(out[-1] + 1, i) if out else range(0)
        if all(page.blocks[j].kind == "table_row" for j in between):
            out.extend(between)
        out.append(i)
    return out


def _beside(page: Page, mine: Sequence[int]) -> frozenset[int]:
    """Chosen blocks that nobody sees, or that stand in a side box, form or navigation inside the story.

    The trees learn from pages on which such boxes seldom read like the story, so a box of plain prose can pass them.
    Where the boxes hold a good part of what was chosen they are the frame of the page: some sites put it all into one
    `form`.
    """
    known: dict[int, bool] = {NONE: False}
    blocks = page.blocks
    found = frozenset(i for i in mine if _aside(page.frames, blocks[i].frame, known))
    said = sum(blocks[i].words for i in found)
    return found if said <= BESIDE_SHARE * sum(blocks[i].words for i in mine) else _comments(page, mine)


def _comments(page: Page, mine: Sequence[int]) -> frozenset[int]:
    """Chosen blocks that stand among readers' comments, however long, where a story is left without them."""
    blocks, frames = page.blocks, page.frames
    found = frozenset(
        i for i in mine if any(_comment_name(frames[f].classes, frames[f].id) for f in page.ancestors(blocks[i].frame))
    )
    return found if sum(blocks[i].words for i in mine if i not in found) >= LEAST_STORY else frozenset()


@lru_cache(CACHED)
def _comment_name(classes: str, identity: str) -> bool:
    return _COMMENT_NAME.search(f"{classes} {identity}") is not None


def _aside(frames: Sequence[Frame], number: int, known: dict[int, bool]) -> bool:
    """Whether a frame is a box beside the story; what is found out of the frames around it goes into `known`."""
    path = []
    while number not in known:
        path.append(number)
        number = frames[number].parent
    aside = known[number]
    for above in reversed(path):
        frame = frames[above]
        aside = frame.hidden or (
            frame.tag not in _STORY_TAGS and (aside or frame.tag in _BOX_TAGS or _box_name(frame.classes, frame.id))
        )
        known[above] = aside
    return aside


@lru_cache(CACHED)
def _box_name(classes: str, identity: str) -> bool:
    return _BOX_NAME.search(f"{classes} {identity}") is not None


def _copies(page: Page, body: Sequence[int]) -> list[int]:
    """Blocks that hold what others hold: pages carry a second text unseen, as it is or in one piece."""
    shown = {page.blocks[i].text for i in body if not page.hidden(i)}
    unseen = frozenset(i for i in body if page.hidden(i) and page.blocks[i].text in shown)
    seen = [i for i in body if i not in unseen]
    long = [place for place, i in enumerate(seen) if page.blocks[i].words >= LONG]
    if not long:
        return [*unseen]
    texts = [page.blocks[i].text for i in seen]
    probes = probes_of(texts)
    return [*unseen, *(seen[place] for place in long if _in_parts(place, texts, probes))]


def _in_parts(place: int, texts: Sequence[str], probes: Sequence[tuple[int, str]]) -> bool:
    """Whether shorter texts hold the half of one; of two versions of one text the shorter one stays."""
    size = len(texts[place])
    held = (len(texts[other]) for other in held_by(texts[place], probes, apart_from=place))
    return sum(other for other in held if other < size) >= COPIED * size


def _caption(page: Page, block: Candidate, likely: float) -> bool:
    """Whether markup says that a block is a caption; figures also hold tables, quotes, and now and then the story."""
    if block.words > MAX_CAPTION_WORDS:
        return False
    for i in page.ancestors(block.frame):
        frame = page.frames[i]
        if marked(frame.classes, frame.tag):
            return True
        if frame.tag == "figure":
            return block.kind == "paragraph" and likely < SURELY_STORY
        if frame.tag in _STORY_TAGS:
            return False
    return False
