"""HTML: two stages of trees say how likely each block is the story, and the best choice among them is taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.captions import MAX_CAPTION_WORDS, marked
from newsclean.engine.choice import choose
from newsclean.engine.context import second_values
from newsclean.engine.features import read_features
from newsclean.engine.features.copies import LONG
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.engine.model_file import KINDS, shipped_model
from newsclean.engine.page_values import page_values
from newsclean.engine.trees import chance
from newsclean.engine.witnesses import PROBE, read_witnesses, squeeze
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from newsclean.engine.choice import Choice
    from newsclean.engine.features import Columns
    from newsclean.engine.model_file import Model
    from newsclean.page import Candidate, Frame, Page
    from newsclean.verdict import Label

    Floats = npt.NDArray[np.float64]

REFUSED: Final = 0.5
"""Chance of a kind from which a page is of that kind and no article (docs/model-card.md has the table)."""
COPIED: Final = 0.5
"""Share of a long block that other blocks of the story hold as well, from which it is a copy of them."""
SURELY_STORY: Final = 0.9
"""Chance from which a paragraph of a figure without a caption element is the story."""
BESIDE_SHARE: Final = 0.3
"""Share of the chosen words that boxes beside the story may have and still be taken for such."""
_BOX_TAGS: Final = frozenset(("nav", "aside", "form", "menu", "footer"))
_STORY_TAGS: Final = frozenset(("article", "main", "body"))
_BOX_NAME = re.compile(r"(?:^|[\s_-])(?:comments?|disqus|newsletter|cookie|consent|paywall)(?:$|[\s_-])", re.IGNORECASE)
NEAR_STORY: Final = 6
"""Blocks from the story within which a marked caption belongs to it."""


class Assessment(NamedTuple):
    """What the model makes of a page."""

    chances: Floats
    """Of each block to be the story."""
    choice: Choice
    columns: Columns
    trust: float
    """Chance that the chosen text is right."""
    kinds: Mapping[str, float]
    """Kind of page that is no article to its chance."""


def judge_markup(page: Page, *, tables: bool, model: Model | None = None) -> Judgement:
    """The verdicts for a page of HTML.

    Args:
        page: the page.
        tables: whether tables belong to the story.
        model: another one than the shipped one.
    """
    if not page.blocks:
        return Judgement(verdicts=(), confidence=0.0)
    found = assess(page, model or shipped_model())
    labels = label_blocks(page, found, tables=tables)
    kind, odds = max(found.kinds.items(), key=lambda item: item[1])
    return Judgement(
        verdicts=tuple(verdicts(page, labels, found.trust)),
        confidence=found.trust,
        kind=kind if odds >= REFUSED else None,
        evidence={f"chance_{name}": round(value, 3) for name, value in found.kinds.items()},
    )


def assess(page: Page, model: Model) -> Assessment:
    """The model's chances for a page of HTML with at least one block."""
    columns = read_features(page, model.vocabulary, model.characters, read_witnesses(page))
    first = model.first.scores(columns.values)
    chances = chance(first + model.second.scores(second_values(columns, chance(first))))
    choice = choose(chances, columns.facts.words)
    values = page_values(page, columns, chances, choice)
    trust = float(chance(model.trust.scores(values))[0])
    kinds = {kind: float(chance(trees.scores(values))[0]) for kind, trees in zip(KINDS, model.kinds, strict=True)}
    return Assessment(chances, choice, columns, trust, kinds)


def label_blocks(page: Page, found: Assessment, *, tables: bool) -> dict[int, Label]:
    """The labels of the blocks that are not boilerplate."""
    chosen = found.choice.chosen.copy()
    chosen[_beside(page, chosen)] = False
    labels: dict[int, Label] = {}
    near = _near(chosen)
    for block in page.blocks:
        i = block.index
        if near[i] and _caption(page, block, float(found.chances[i])):
            labels[i] = "caption"
        elif chosen[i] and (tables or block.kind != "table_row"):
            labels[i] = "body"
    for i in _copies(page, [i for i, label in labels.items() if label == "body"]):
        del labels[i]
    title = found.columns.facts.witnesses.title
    if title != NONE:
        labels[title] = "title"
    return labels


def _beside(page: Page, chosen: npt.NDArray[np.bool_]) -> list[int]:
    """Chosen blocks that nobody sees, or that stand in a side box, form or navigation inside the story.

    The trees learn from pages on which such boxes seldom read like the story, so a box of plain prose can pass them.
    Where the boxes hold a good part of what was chosen they are the frame of the page: some sites put it all into one
    `form`.
    """
    aside: list[bool] = []
    for frame in page.frames:  # parents come before their children
        around = frame.parent != NONE and aside[frame.parent]
        aside.append(frame.hidden or (frame.tag not in _STORY_TAGS and (around or _is_box(frame))))
    mine = [block for block in page.blocks if chosen[block.index]]
    found = [block for block in mine if aside[block.frame]]
    few = sum(block.words for block in found) <= BESIDE_SHARE * sum(block.words for block in mine)
    return [block.index for block in found] if few else []


def _is_box(frame: Frame) -> bool:
    return frame.tag in _BOX_TAGS or _BOX_NAME.search(f"{frame.classes} {frame.id}") is not None


def _copies(page: Page, body: list[int]) -> list[int]:
    """Blocks that hold in one piece what others hold in parts: pages carry a second text unseen."""
    blocks = page.blocks
    out = []
    for i in body:
        if blocks[i].words >= LONG:
            own = squeeze(blocks[i].text)
            parts = [blocks[j] for j in body if j != i and len(blocks[j].text) >= PROBE]
            held = sum(len(part.text) for part in parts if squeeze(part.text[:PROBE]) in own)
            if held >= COPIED * len(blocks[i].text):
                out.append(i)
    return out


def _near(chosen: npt.NDArray[np.bool_]) -> list[bool]:
    """Which blocks stand inside the story or a few places from it."""
    mine = chosen.nonzero()[0]
    if not len(mine):
        return [False] * len(chosen)
    low, high = int(mine[0]) - NEAR_STORY, int(mine[-1]) + NEAR_STORY
    return [low <= i <= high for i in range(len(chosen))]


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
        if frame.tag in ("article", "main", "body"):
            return False
    return False
