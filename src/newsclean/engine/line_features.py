"""What the line model sees of each line of a plain text: one row of numbers a feature, one column a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from newsclean.engine import line_wording
from newsclean.engine.features.facts import Facts, running, shifted
from newsclean.engine.vocabulary import MAX_LINE, line_tokens
from newsclean.engine.witnesses import NOTHING, TITLE_WORD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.engine.features.facts import Floats, Indices, Kinds, Values
    from newsclean.engine.vocabulary import Vocabulary
    from newsclean.page import Page

SENTENCE_WORDS: Final = 6
"""A line of so many words that ends a sentence is one, below the length of prose."""
SLACKS: Final = (0, 3)
"""Lines that may stand in a run of prose without being any: none, or a heading with what is around it."""
WINDOWS: Final = (2, 5, 12)
SHIFTS: Final = (-4, -3, -2, -1, 1, 2, 3, 4)
NEAR: Final = (-1, 1)
_LENGTHS: Final = 12
"""Lengths in words that tell lines apart; longer ones are alike."""
_NEIGHBOURS: Final = ("words", "ends_sentence", "word_mean")
_NEAREST: Final = ("upper_share", "titled", "repeated", "phrase", "told", "digit_share", "alike")

NAMES: Final[tuple[str, ...]] = (
    *line_wording.NAMES,
    *"titled told told_story first_copy alike gap gap_after".split(),
    *"line until_end place words_before words_after".split(),
    *(f"{name}_{slack}" for slack in SLACKS for name in ("run_words", "run_lines", "run_share", "run_place", "off")),
    *"since_prose until_prose prose_before prose_after".split(),
    *(f"{name}_{size}" for size in WINDOWS for name in ("prose_around", "sentences_around", "odds_around")),
    *(f"{name}{shift:+d}" for name in _NEIGHBOURS for shift in SHIFTS),
    *(f"{name}{shift:+d}" for name in _NEAREST for shift in NEAR),
    *"all_lines all_words all_prose all_sentences all_short all_odds all_gaps all_run".split(),
)
"""Names of the rows, in their order."""


class TextFacts(Facts):
    """A text as columns: one entry a line."""

    def __init__(self, page: Page) -> None:  # a text has no layout, no kinds and no links
        blocks = page.blocks
        self.page = page
        self.texts = tuple(block.text for block in blocks)
        self.words = np.array([block.words for block in blocks], float)
        self.chars = np.fromiter(map(len, self.texts), float, len(blocks))
        self.links = np.zeros(len(blocks))
        self.link_share = self.links
        self.prose = (self.words >= MAX_LINE).astype(float)
        self.total = max(float(self.words.sum()), 1.0)
        self.numbers = np.arange(len(blocks))
        self.witnesses = NOTHING._replace(title_words=_telling(self.texts[0]))


class LineColumns(NamedTuple):
    """The features of a text, and what the second stage needs of how they were made."""

    values: Values
    """Feature by line."""
    facts: TextFacts


def read_lines(page: Page, vocabulary: Vocabulary, table: Kinds) -> LineColumns:
    """The features of a text with at least one line.

    Args:
        page: the text.
        vocabulary: what is known of words.
        table: the `Char` of every character.
    """
    facts = TextFacts(page)
    rows = line_wording.rows(facts, vocabulary, table)
    known = dict(zip(NAMES, rows, strict=False))
    sentence = facts.prose + (1 - facts.prose) * known["ends_sentence"] * (facts.words >= SENTENCE_WORDS)
    rows += _saying(facts, known)
    rows += _places(facts)
    for slack in SLACKS:
        rows += _runs(facts, slack)
    rows += _prose_near(facts)
    known = dict(zip(NAMES, rows, strict=False))
    rows += _windows(facts, sentence, known["word_mean"])
    rows += [shifted(known[name], shift) for name in _NEIGHBOURS for shift in SHIFTS]
    rows += [shifted(known[name], shift) for name in _NEAREST for shift in NEAR]
    rows += _whole(facts, sentence, known)
    values = np.concatenate(rows, dtype=np.float32, casting="unsafe")
    return LineColumns(values.reshape(len(rows), -1), facts)


def _telling(line: str) -> frozenset[str]:
    return frozenset(word for word in line_tokens(line, line=True) if len(word) >= TITLE_WORD)


def _saying(facts: TextFacts, known: Mapping[str, Floats]) -> list[Floats]:
    """Capitals, what of a line's words the prose says too, copies, and lines of the same shape."""
    said = [_telling(line) for line in facts.texts]
    in_prose: dict[str, int] = {}
    for words, prose in zip(said, facts.prose.tolist(), strict=True):
        if prose:
            for word in words:
                in_prose[word] = in_prose.get(word, 0) + 1
    run, inside = _longest(facts)
    in_story: frozenset[str] = frozenset().union(*(said[i] for i in range(run, inside) if facts.prose[i]))
    told, story = [], []
    for i, (words, prose) in enumerate(zip(said, facts.prose.tolist(), strict=True)):
        several = 1 + (prose > 0)
        told.append(sum(in_prose.get(word, 0) >= several for word in words) / max(len(words), 1))
        story.append(-1.0 if run <= i < inside else len(words & in_story) / max(len(words), 1))
    capitals = [sum(word[:1].isupper() for word in line.split(None, 24)[:24]) for line in facts.texts]
    earliest: dict[str, int] = {}
    first = [earliest.setdefault(line, i) == i for i, line in enumerate(facts.texts)]
    shape = np.minimum(facts.words, _LENGTHS) * 256 + known["ends_kind"] * 16 + known["starts_kind"]
    _, which, times = np.unique(shape, return_inverse=True, return_counts=True)
    gaps = np.array([block.after_gap for block in facts.page.blocks], float)
    return [
        np.array(capitals) / np.clip(facts.words, 1.0, 24.0),
        np.array(told),
        np.array(story),
        np.array(first, float),
        times[which] / len(times[which]),
        gaps,
        shifted(gaps, 1),
    ]


def _places(facts: TextFacts) -> list[Floats]:
    count = len(facts.texts)
    before = running(facts.words)
    return [
        np.log1p(facts.numbers),
        np.log1p(count - facts.numbers),
        (facts.numbers + 0.5) / count,
        before[:-1] / facts.total,
        1.0 - before[1:] / facts.total,
    ]


class _Runs(NamedTuple):
    """Runs of prose: where they begin, where they end (behind the last line), and their words of prose."""

    starts: Indices
    ends: Indices
    words: Floats


def _find_runs(facts: TextFacts, slack: int) -> _Runs:
    prose = np.flatnonzero(facts.prose)
    if not len(prose):
        return _Runs(np.array([0]), np.array([0]), np.array([0.0]))
    cut = np.flatnonzero(np.diff(prose) > slack + 1) + 1
    starts, ends = prose[np.concatenate(([0], cut))], prose[np.concatenate((cut - 1, [-1]))] + 1
    mass = running(facts.words * facts.prose)
    return _Runs(starts, ends, mass[ends] - mass[starts])


def _longest(facts: TextFacts) -> tuple[int, int]:
    runs = _find_runs(facts, SLACKS[-1])
    best = int(np.argmax(runs.words))
    return int(runs.starts[best]), int(runs.ends[best])


def _runs(facts: TextFacts, slack: int) -> list[Floats]:
    """The run of prose that each line is in: words, lines, share of the text, place in it; how far off the longest."""
    runs, numbers = _find_runs(facts, slack), facts.numbers
    at = np.maximum(np.searchsorted(runs.starts, numbers, side="right") - 1, 0)
    starts, ends = runs.starts[at], runs.ends[at]
    inside = (numbers >= starts) & (numbers < ends)
    best = int(np.argmax(runs.words))
    off = np.minimum(numbers - runs.starts[best], 0) + np.maximum(numbers - runs.ends[best] + 1, 0)
    return [
        np.where(inside, np.log1p(runs.words[at]), 0.0),
        np.where(inside, ends - starts, 0),
        np.where(inside, runs.words[at] / facts.total, 0.0),
        np.where(inside, (numbers - starts) / np.maximum(ends - starts, 1), -1.0),
        off,
    ]


def _prose_near(facts: TextFacts) -> list[Floats]:
    """Lines since and until the next line of prose, and how long these lines are; -1 where there is none."""
    numbers, count = facts.numbers, len(facts.texts)
    prose = facts.prose > 0
    before = np.concatenate(([-1], np.maximum.accumulate(np.where(prose, numbers, -1))[:-1]))
    after = np.concatenate((np.minimum.accumulate(np.where(prose, numbers, count)[::-1])[::-1][1:], [count]))
    words = np.append(np.log1p(facts.words), -1.0)
    return [
        np.where(before < 0, -1, numbers - before),
        np.where(after == count, -1, after - numbers),
        words[before],
        words[after],
    ]


def _windows(facts: TextFacts, sentence: Floats, odds: Floats) -> list[Floats]:
    """Of the lines around each: words of prose among all words, sentences among lines, mean odds of words."""
    numbers, count = facts.numbers, len(facts.texts)
    sums = running(np.array((facts.words, facts.words * facts.prose, sentence, odds)))
    out: list[Floats] = []
    for size in WINDOWS:
        low, high = np.maximum(numbers - size, 0), np.minimum(numbers + size + 1, count)
        words, prose, sentences, said = sums[:, high] - sums[:, low]
        lines = high - low
        out += [prose / np.maximum(words, 1.0), sentences / lines, said / lines]
    return out


def _whole(facts: TextFacts, sentence: Floats, known: Mapping[str, Floats]) -> list[Floats]:
    words = facts.words
    values = (
        np.log1p(len(words)),
        np.log1p(facts.total),
        words @ facts.prose / facts.total,
        sentence.mean(),
        (words < SENTENCE_WORDS).mean(),
        known["word_mean"].mean(),
        known["gap"].mean(),
        known[f"run_share_{SLACKS[-1]}"].max(),
    )
    return [*np.repeat(np.array(values, float)[:, None], len(words), axis=1)]
