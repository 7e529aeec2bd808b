"""Captions held against stories: their own, and those of other pages, as a stray caption would meet them.

Four kinds of foreign stories for each caption: `random`, one of another site; `hard`, the one of another site that is
nearest in topic; `person`, the nearest of another site that shares a name with the caption's own story; `site`, the
nearest of the same site. Each is met with its own captions beside the stray and without any.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from idf import text_keys

from newsclean.cues.terms import terms

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from captioned import Captioned

    from newsclean.cues.frequencies import Frequencies

SEED: Final = 20240229
RANDOM: Final = 2
"""Random stories a caption."""
SAME_STORY: Final = 0.5
"""Cosine of topics from which two pages tell the same story, so that a caption of one may be of the other, too."""
LEAST_WEIGHT: Final = 0.35
"""Weight of a word from which it counts for the topic."""
MOST_SIBLINGS: Final = 15
KINDS: Final = ("random", "hard", "person", "site")


class Trial(NamedTuple):
    """A caption and a story."""

    caption: str
    page: Captioned
    """Where the caption is from."""
    host: Captioned
    siblings: tuple[str, ...]
    """The other captions that stand there."""
    kind: str
    """`own`, or one of `KINDS`."""
    company: str
    """Of a stray: `with` captions of the host, or `without`; of an own one: `alone`, or `with` a stray beside it."""


def own_trials(pages: Sequence[Captioned], chance: random.Random) -> Iterator[Trial]:
    """Every caption with its own story: as it is, and with a stray one among its neighbours."""
    every = [(page, caption) for page in pages for caption in page.captions]
    for page in pages:
        strangers = [caption for other, caption in every if other.site != page.site and other.language == page.language]
        for caption in page.captions:
            others = tuple(each for each in page.captions if each != caption)[:MOST_SIBLINGS]
            yield Trial(caption, page, page, others, "own", "alone")
            if strangers:
                yield Trial(caption, page, page, (*others, chance.choice(strangers)), "own", "with")


def stray_trials(
    pages: Sequence[Captioned], hosts: Sequence[Captioned], known: Mapping[str, Frequencies], chance: random.Random
) -> Iterator[Trial]:
    """Every caption with foreign stories in its language.

    Args:
        pages: whose captions are taken.
        hosts: stories they are put into.
        known: weights of words by language, for the nearness of topics.
        chance: draws the random ones.
    """
    for language in sorted({page.language for page in pages if page.captions}):
        there = [host for host in hosts if host.language == language]
        topics = Topics(there, known[language])
        for page in pages:
            if page.language == language and page.captions:
                found = _foreign(page, there, topics)
                for caption in page.captions:
                    yield from _strays(caption, page, found, chance)


class _Foreign(NamedTuple):
    others: list[Captioned]
    """Stories of other sites, nearest first."""
    person: list[Captioned]
    site: list[Captioned]


def _foreign(page: Captioned, hosts: Sequence[Captioned], topics: Topics) -> _Foreign:
    near = topics.near(page)
    ranked = [hosts[i] for i in np.argsort(-near, kind="stable") if near[i] < SAME_STORY]
    others = [host for host in ranked if host.site != page.site]
    names = topics.names(page)
    return _Foreign(
        others=others,
        person=[host for host in others[1:] if not names.isdisjoint(topics.names(host))],
        site=[host for host in ranked if host.site == page.site and host.id != page.id],
    )


def _strays(caption: str, page: Captioned, found: _Foreign, chance: random.Random) -> Iterator[Trial]:
    def trial(host: Captioned, kind: str, company: str) -> Trial:
        return Trial(caption, page, host, host.captions[:MOST_SIBLINGS] if company == "with" else (), kind, company)

    suits: dict[str, Callable[[Captioned], bool]] = {
        "without": lambda _: True,
        "with": lambda host: bool(host.captions),
    }
    for company, fits in suits.items():
        some = [host for host in found.others if fits(host)]
        for host in chance.sample(some, min(RANDOM, len(some))):
            yield trial(host, "random", company)
        for kind, ranked in (("hard", some), ("person", found.person), ("site", found.site)):
            nearest = next((host for host in ranked if fits(host)), None)
            if nearest is not None:
                yield trial(nearest, kind, company)


class Topics:
    """How near stories are to one another, by the cosine of their words' squared weights."""

    def __init__(self, hosts: Sequence[Captioned], known: Frequencies) -> None:
        self._known = known
        self._count = len(hosts)
        self._where: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        self._names: dict[tuple[str, str], frozenset[str]] = {}
        for i, host in enumerate(hosts):
            for key, value in self._topic(host).items():
                self._where[key].append((i, value))

    def near(self, page: Captioned) -> np.ndarray:
        """The nearness of each host, 0 to 1."""
        out = np.zeros(self._count)
        for key, value in self._topic(page).items():
            for i, other in self._where.get(key, ()):
                out[i] += value * other
        return out

    def names(self, page: Captioned) -> frozenset[str]:
        """Rare words that a story writes like names, more than once."""
        name = (page.dataset, page.id)
        if name not in self._names:
            written = [term.key for line in page.body.split("\n") for term in terms(line) if term.name]
            twice = (key for key, times in Counter(written).items() if times > 1)
            self._names[name] = frozenset(key for key in twice if self._known.weight(key) > 2 * LEAST_WEIGHT)
        return self._names[name]

    def _topic(self, page: Captioned) -> dict[str, float]:
        weights = {key: self._known.weight(key) for key in sorted(text_keys(f"{page.head}\n{page.body}"))}
        topic = {key: weight * weight for key, weight in weights.items() if weight > LEAST_WEIGHT}
        norm = math.sqrt(sum(value * value for value in topic.values())) or 1.0
        return {key: value / norm for key, value in topic.items()}
