"""The elements around the blocks: tags, and what class names and ids say."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from newsclean.cues.captions import marked
from newsclean.engine.vocabulary import CALLED
from newsclean.page import NONE

if TYPE_CHECKING:
    from newsclean.engine.features.facts import Facts, Floats
    from newsclean.engine.layout import Layout
    from newsclean.engine.vocabulary import Vocabulary

TAGS: Final = (
    "article main nav aside footer header form table ul ol li dl figure blockquote section details pre h1 h2 h3 h4 p "
    "td dialog"
).split()
"""Elements whose presence around a block is a feature each."""
NEAR: Final = 4
"""Elements around a block whose names are features each, from its own up."""
NEARBY: Final = 5
"""Elements around a block that are near enough for their names to be added up."""
NAMES: Final = (
    *(f"in_{tag}" for tag in TAGS),
    *(f"as_{name}" for name, _ in CALLED),
    *"kind heading level own_p own_div nth hidden figure caption depth".split(),
    *(f"name_low_{level}" for level in range(NEAR)),
    *(f"name_high_{level}" for level in range(NEAR)),
    *"name_low name_high name_total name_near name_mean".split(),
)
_BITS: Final = {tag: 1 << bit for bit, tag in enumerate(TAGS)}


def rows(facts: Facts, vocabulary: Vocabulary) -> list[Floats]:
    """The rows of `NAMES`."""
    frames, score, layout = facts.page.frames, vocabulary.names, facts.layout
    scores = [score(frame[1], frame[2], frame[9]) for frame in frames]  # by place: this is done for every frame
    table = np.fromiter(chain.from_iterable(scores), float, 4 * len(frames)).reshape(-1, 4).T
    called = table[3].astype(np.int64)
    called[0] = 0  # the names of the body element say what the site runs on
    tags = np.fromiter((_BITS.get(frame[0], 0) for frame in frames), np.int64, len(frames))
    around = np.bitwise_or.reduce((called << len(TAGS) | tags)[layout.ancestors], axis=1)
    flags = (around >> np.arange(len(TAGS) + len(CALLED))[:, None]) & 1
    return [*flags.astype(float), *_own(facts), *_named(layout, table[:3])]


def _own(facts: Facts) -> list[Floats]:
    """What the blocks' own elements are."""
    frames, own = facts.page.frames, facts.layout.ancestors[:, 0]
    tags, classes, _, _, nth, _, figures, hidden, *_ = zip(*frames, strict=True)
    numbers = np.array((nth, figures, hidden))[:, own]
    return [
        facts.kinds,
        facts.heading.astype(float),
        facts.levels,
        np.array([tag == "p" for tag in tags], float)[own],
        np.array([tag == "div" for tag in tags], float)[own],
        np.log1p(numbers[0]),
        numbers[2].astype(float),
        (numbers[1] != NONE).astype(float),
        np.array([marked(*names) for names in zip(classes, tags, strict=True)], float)[own],
        facts.layout.depth.astype(float),
    ]


def _named(layout: Layout, table: Floats) -> list[Floats]:
    low, high, total = table[:, layout.ancestors]  # block, level
    total = total * layout.real
    whole = total.sum(axis=1)
    return [
        *low[:, :NEAR].T,
        *high[:, :NEAR].T,
        low.min(axis=1),
        high.max(axis=1),
        whole,
        total[:, :NEARBY].sum(axis=1),
        whole / (layout.depth + 1.0),
    ]
