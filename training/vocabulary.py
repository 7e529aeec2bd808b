"""Learns what class names and words say of the story, counted once a site, with leave-one-site-out for training.

A token's odds are those of the sites: each site votes with the share of the story among what carries the token there,
and the votes are drawn towards the mean of all tokens. While a page is learned from, the votes of its own site do not
count.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from newsclean.engine.features.facts import running
from newsclean.engine.layout import lay_out
from newsclean.engine.vocabulary import MAX_LINE, Vocabulary, line_tokens, name_scorer, name_tokens, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from labels import Labels

    from newsclean.page import Page

DRAW: Final = 2.0
"""So many sites' votes at the mean are added to each token's."""
LEAST_SITES: Final = {"names": 3, "line": 3, "prose": 8}
"""A token of fewer sites says nothing, and could name one."""
LEAST_ODDS: Final = {"names": 0.1, "line": 0.1, "prose": 0.4}
"""Odds nearer to the mean are left out."""
LEAST_PRIOR: Final = 0.001
"""A mean nearer to 0 or 1, as small corpora have it, has no odds to speak of."""
MAX_CHARS: Final = 30


class Votes(NamedTuple):
    """Token to site to (sum of shares, number of shares)."""

    names: defaultdict[str, dict[str, list[float]]]
    line: defaultdict[str, dict[str, list[float]]]
    prose: defaultdict[str, dict[str, list[float]]]


def new_votes() -> Votes:
    """No votes yet."""
    return Votes(defaultdict(dict), defaultdict(dict), defaultdict(dict))


def vote(votes: Votes, page: Page, labels: Labels, site: str, *, whole: bool) -> None:
    """Adds the votes of a page.

    Args:
        votes: those of the pages before.
        page: the page.
        labels: what its blocks are.
        site: whose votes these are.
        whole: whether every block is labelled, so that containers can vote too.
    """
    if whole:
        layout = lay_out(page)
        words = np.array([block.words + 0.5 for block in page.blocks]) * (labels.weight > 0)
        held, story = layout.inside(running(words)), layout.inside(running(words * labels.story))
        for i in np.unique(layout.levels):
            if held[i] > 0:
                frame = page.frames[i]
                _add(votes.names, name_tokens(frame.classes, frame.id, frame.hints), site, float(story[i] / held[i]))
    for block, share, weight in zip(page.blocks, labels.story, labels.weight, strict=True):
        if weight > 0:
            line = block.words <= MAX_LINE
            tokens = line_tokens(block.text, line=line)
            said = dict.fromkeys((*tokens, *phrases(tokens)) if line and len(tokens) > 1 else tokens)
            _add(votes.line if line else votes.prose, said, site, float(share))


def _add(votes: defaultdict[str, dict[str, list[float]]], tokens: Iterable[str], site: str, share: float) -> None:
    for token in tokens:
        if token and len(token) <= MAX_CHARS:
            entry = votes[token].setdefault(site, [0.0, 0])
            entry[0] += share
            entry[1] += 1


class Learned:
    """The odds of all tokens, and what they would be without one site."""

    def __init__(self, votes: Votes, sites: frozenset[str] | None = None) -> None:
        """Count the votes.

        Args:
            votes: of all sites.
            sites: those that count; None for all.
        """
        self._sums: dict[str, dict[str, tuple[float, int]]] = {}
        self._by_site: dict[str, dict[str, dict[str, float]]] = {}
        self._prior: dict[str, float] = {}
        self.odds: dict[str, dict[str, float]] = {}
        for kind, table in votes._asdict().items():
            self._count(kind, table, sites)

    def _count(self, kind: str, table: Mapping[str, dict[str, list[float]]], sites: frozenset[str] | None) -> None:
        sums: dict[str, tuple[float, int]] = {}
        by_site: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for token in sorted(table):
            shares = {s: e[0] / e[1] for s, e in table[token].items() if sites is None or s in sites}
            if len(shares) >= LEAST_SITES[kind]:
                sums[token] = sum(shares.values()), len(shares)
                for site, share in shares.items():
                    by_site[site][token] = share
        total, count = map(sum, zip(*sums.values(), strict=True)) if sums else (1, 2)
        self._prior[kind] = min(max(total / count, LEAST_PRIOR), 1 - LEAST_PRIOR)
        self._sums[kind], self._by_site[kind] = sums, dict(by_site)
        odds = {token: self._odds(kind, *sums[token]) for token in sums}
        self.odds[kind] = {token: value for token, value in odds.items() if abs(value) >= LEAST_ODDS[kind]}

    def _odds(self, kind: str, story: float, count: float) -> float:
        prior = self._prior[kind]
        yes, no = story + DRAW * prior, count - story + DRAW * (1 - prior)
        return round(math.log(yes / no) - math.log(prior / (1 - prior)), 2)

    def without(self, site: str) -> dict[str, dict[str, float]]:
        """The odds as the other sites have them."""
        out = {}
        for kind, odds in self.odds.items():
            mine = dict(odds)
            for token, share in self._by_site[kind].get(site, {}).items():
                story, count = self._sums[kind][token]
                mine.pop(token, None)
                if count - 1 >= LEAST_SITES[kind]:
                    value = self._odds(kind, story - share, count - 1)
                    if abs(value) >= LEAST_ODDS[kind]:
                        mine[token] = value
            out[kind] = mine
        return out


def vocabulary(odds: Mapping[str, Mapping[str, float]]) -> Vocabulary:
    """Odds as the engine uses them."""
    return Vocabulary(names=name_scorer(odds["names"]), line=odds["line"], prose=odds["prose"])
