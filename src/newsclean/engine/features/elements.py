"""The elements around the blocks: tags, and what class names and ids say."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.cues.captions import marked
from newsclean.engine.vocabulary import CALLED

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats
    from newsclean.engine.layout import Layout
    from newsclean.engine.vocabulary import Vocabulary

TAGS: Final = ("aside", "main")
"""Elements whose presence around a block is a feature each."""
NEAR: Final = 4
"""Elements around a block whose names are features each, from its own up."""
NEARBY: Final = 5
"""Elements around a block that are near enough for their names to be added up."""
NAMES: Final = (
    *(f"in_{tag}" for tag in TAGS),
    *(f"as_{name}" for name, _ in CALLED),
    *"kind level own_p own_div caption".split(),
    *(f"name_low_{level}" for level in range(NEAR)),
    *(f"name_high_{level}" for level in range(NEAR)),
    *"name_low name_high name_total name_near name_mean".split(),
)
_BITS: Final = {tag: 1 << bit for bit, tag in enumerate(TAGS)}
_FLAGS: Final = np.arange(len(TAGS) + len(CALLED))[:, None]


def rows(facts: Facts, vocabulary: Vocabulary) -> Floats:
    """The rows of `NAMES`."""
    score, layout, frames = vocabulary.names, facts.layout, facts.page.frames
    scores = [score(frame[1], frame[2], frame[9]) for frame in frames]  # by place: this is done for every frame
    table = np.fromiter(chain.from_iterable(scores), float, 4 * len(frames)).reshape(-1, 4).T
    called = table[3].astype(np.int64)
    called[0] = 0  # the names of the body element say what the site runs on
    tags = np.array([_BITS.get(frame[0], 0) for frame in frames])
    around = np.bitwise_or.reduce((called << len(TAGS) | tags)[layout.levels], axis=0)
    return np.concatenate(((around >> _FLAGS) & 1, _own(facts), _named(layout, table[:3])))


def _own(facts: Facts) -> Floats:
    """What the blocks' own elements are."""
    own = [facts.page.frames[i][:2] for i in facts.frames]
    return np.array(
        (
            facts.kinds,
            facts.levels,
            [tag == "p" for tag, _ in own],
            [tag == "div" for tag, _ in own],
            [marked(classes, tag) for tag, classes in own],
        )
    )


def _named(layout: Layout, table: Floats) -> Floats:
    low, high, total = table[:, layout.levels]  # level, block
    total *= layout.real
    whole = total.sum(axis=0)
    sums = (low.min(axis=0), high.max(axis=0), whole, total[:NEARBY].sum(axis=0), whole / (layout.depth + 1.0))
    return np.concatenate((low[:NEAR], high[:NEAR], sums))
