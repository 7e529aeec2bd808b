"""Which blocks of a page are the story: its gold text laid against the blocks.

A block of some length is the story as far as its runs of three words stand in the gold. A short one must be a line of
the gold, and stand where the blocks around it say that this line should stand, or go on right behind a block of the
story. Every run of the gold belongs to one block: of several with the same text, whole or in part, the one that stands
best in order is taken, as often as the gold has it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from newsclean.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from newsclean.page import Page

    Floats = npt.NDArray[np.float64]

RUN: Final = 3
"""Words of a run."""
SHORT: Final = 5
"""A block with fewer words must be a line of the gold as a whole."""
SURE_WORDS: Final = 8
SURE_SHARE: Final = 0.8
"""Of the runs of a block, with so many words: it is part of the story for sure, and shows where others belong."""
HALF: Final = 0.5
SLACK: Final = 0.08
"""How far from its place in the gold, as a share of the gold, a short block may stand."""
MIN_SLACK: Final = 60
"""The same in words, for short texts."""
STANDFIRST_SHARE: Final = 0.8


class Labels(NamedTuple):
    """What each block of a page is, and how much that counts."""

    story: npt.NDArray[np.float64]
    """Share of the block that is the story."""
    weight: npt.NDArray[np.float64]
    """Sums to about one over a page; 0 where nobody knows."""


def label(page: Page, row: dict[str, Any]) -> Labels:
    """The labels of a page from its gold: the whole text where there is one, else wanted and unwanted snippets."""
    if "body" in row["annotated"]:
        return _from_body(page, row)
    return _from_snippets(page, row)


def _from_body(page: Page, row: dict[str, Any]) -> Labels:
    tokens = [_tokens(block.text) for block in page.blocks]
    story = align(tokens, row["body"] or "", [*(row.get("paragraphs") or []), *(row["body"] or "").split("\n")])
    sizes = np.array([len(t) for t in tokens], float) + 1.5
    gold = len(_tokens(row["body"] or ""))
    weight = sizes / (gold + 50.0) * np.maximum(0.1, np.abs(2 * story - 1))
    others = weight[story < 0.5].sum()  # noqa: PLR2004 - the middle
    weight[story < 0.5] *= min(1.0, 2.0 / max(others, 1e-9))  # noqa: PLR2004 - the middle
    for text in _standfirsts(row):
        gone = _tokens(text)
        for i, block in enumerate(tokens):
            if gone and block and _overlap(block, gone) >= STANDFIRST_SHARE:
                weight[i] = 0.0
    return Labels(story, weight)


def _from_snippets(page: Page, row: dict[str, Any]) -> Labels:
    story, weight = np.zeros(len(page.blocks)), np.zeros(len(page.blocks))
    texts = [" ".join(block.text.split()) for block in page.blocks]
    comments = row["extra"].get("comments")
    unwanted = [*(row["without"] or []), *(comments if isinstance(comments, list) else [])]
    each = 1.0 / max(len(row["with"] or []) + len(unwanted), 1)
    for snippets, value in ((row["with"] or [], 1.0), (unwanted, 0.0)):
        for snippet in (" ".join(s.split()) for s in snippets):
            hits = [i for i, text in enumerate(texts) if snippet and snippet in text]
            for i in hits:
                story[i], weight[i] = value, each / len(hits)
    return Labels(story, weight)


def align(blocks: Sequence[Sequence[str]], gold: str, lines: Sequence[str]) -> Floats:
    """The share of each block that is the story.

    Args:
        blocks: words of the blocks, in page order.
        gold: the text of the story.
        lines: its paragraphs.
    """
    wanted = _tokens(gold)
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(wanted) - RUN + 1):
        places[tuple(wanted[i : i + RUN])].append(i)
    share = np.array([_share(block, places) for block in blocks])
    spine = _spine(blocks, share, places)
    expected = _expected_places(len(blocks), spine, len(wanted))
    _settle_repeated(blocks, share, expected, places, dict(spine))
    whole = Counter(tuple(_tokens(line)) for line in gold.split("\n"))
    for line in lines:
        whole.setdefault(tuple(_tokens(line)), 1)
    _settle_short(blocks, share, expected, whole, wanted)
    return share


def _tokens(text: str) -> list[str]:
    return words(text.lower())


def _runs(block: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(block[i : i + RUN]) for i in range(len(block) - RUN + 1)]


def _share(block: Sequence[str], places: dict[tuple[str, ...], list[int]]) -> float:
    if len(block) < SHORT:
        return 0.0
    runs = _runs(block)
    return sum(run in places for run in runs) / len(runs)


def _overlap(block: Sequence[str], other: Sequence[str]) -> float:
    return sum((Counter(block) & Counter(other)).values()) / max(len(block), len(other))


def _place(block: Sequence[str], places: dict[tuple[str, ...], list[int]]) -> list[int]:
    return next((places[run] for run in _runs(block) if run in places), [])


def _spine(
    blocks: Sequence[Sequence[str]], share: Floats, places: dict[tuple[str, ...], list[int]]
) -> list[tuple[int, int]]:
    """The blocks that are there for sure, and where in the gold they stand."""
    found = [
        (i, at[0])
        for i, block in enumerate(blocks)
        if len(block) >= SURE_WORDS and share[i] >= SURE_SHARE and len(at := _place(block, places)) == 1
    ]
    return _longest_rising(found) if found else []


def _expected_places(count: int, spine: list[tuple[int, int]], total: int) -> Floats:
    """Where in the gold each block would stand, by the blocks around it that are there for sure; nan where none is."""
    if not spine:
        return np.full(count, np.nan)
    index, place = np.array(spine, float).T
    numbers = np.arange(count)
    expected = np.interp(numbers, index, place)
    expected[numbers < index[0] - SURE_WORDS] = -total
    expected[numbers > index[-1] + SURE_WORDS] = 2 * total
    return expected


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs whose places rise in order."""
    best: list[tuple[int, int]] = []  # length, previous
    for i, (_, place) in enumerate(pairs):
        options = [(best[j][0] + 1, j) for j in range(i) if pairs[j][1] < place]
        best.append(max(options, default=(1, -1)))
    at = max(range(len(pairs)), key=lambda i: best[i][0])
    out = []
    while at >= 0:
        out.append(pairs[at])
        at = best[at][1]
    return out[::-1]


def _settle_short(
    blocks: Sequence[Sequence[str]], share: Floats, expected: Floats, whole: Counter[tuple[str, ...]], wanted: list[str]
) -> None:
    """Marks short blocks that are a line of the story, as often as the gold has it, or go on behind a block of it."""
    at: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, SHORT):
        for i in range(len(wanted) - size + 1):
            at[tuple(wanted[i : i + size])].append(i)
    slack = max(MIN_SLACK, SLACK * len(wanted))
    found: defaultdict[tuple[str, ...], list[tuple[float, int]]] = defaultdict(list)
    for i, block in enumerate(blocks):
        key = tuple(block)
        if 0 < len(key) < SHORT and at[key]:
            begins_next = any(tuple(after[: len(key)]) == key for after in blocks[i + 1 : i + 1 + RUN])
            place = _goes_on(blocks[i - 1], key, wanted, at[key]) if i and share[i - 1] > HALF else None
            if place is not None and not begins_next:
                at[key].remove(place)
                whole[key] -= key in whole
                share[i] = 1.0
            elif whole[key] > 0:
                off = 0.0 if np.isnan(expected[i]) else min(abs(place - expected[i]) for place in at[key])
                if off <= slack:
                    found[key].append((off, i))
    for key, near in found.items():
        for _, i in sorted(near)[: max(whole[key], 0)]:
            share[i] = 1.0


def _goes_on(before: Sequence[str], block: tuple[str, ...], wanted: list[str], at: list[int]) -> int | None:
    """The place in the gold where a block stands right behind the end of the one before it, or None."""
    end = list(before[-RUN:])
    if len(end) + len(block) < RUN:
        return None
    return next((place for place in at if wanted[max(place - len(end), 0) : place] == end), None)


def _settle_repeated(
    blocks: Sequence[Sequence[str]],
    share: Floats,
    expected: Floats,
    places: dict[tuple[str, ...], list[int]],
    spine: dict[int, int],
) -> None:
    """Gives every run of the gold to one block, since pages carry a text twice, whole or in part.

    The copy that stands in order comes first, then the one nearest to its place, and of those the longest.
    """
    left = Counter({run: len(at) for run, at in places.items()})
    candidates = [i for i, block in enumerate(blocks) if share[i] > 0 and len(block) >= SHORT]

    def rank(i: int) -> tuple[bool, float, int]:
        off = 0.0 if np.isnan(expected[i]) else min(abs(place - expected[i]) for place in _place(blocks[i], places))
        return i not in spine, off // MIN_SLACK, -len(blocks[i])

    for i in sorted(candidates, key=rank):
        runs = _runs(blocks[i])
        mine = Counter(runs) & left
        share[i] = mine.total() / len(runs)
        if share[i] > HALF:
            left -= mine


def _standfirsts(row: dict[str, Any]) -> list[str]:
    if row["dataset"] != "fundus_fixtures":
        return []
    summary = row["extra"].get("summary") or []
    return [text for text in [row.get("dek") or "", *([summary] if isinstance(summary, str) else summary)] if text]
