"""Whose caption is this? What a caption and a story have in common, as evidence for a small fitted model.

The first question is the share of the caption's meaning that the story repeats: the weight of its words that stand in
the story over the weight of all its words (`frequencies`). Most captions are settled by it. For the others there is
more to see: how much is missing, whether the headline has what is there, whether names are known, and what the other
captions of the page say. docs/residue.md has the trial.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.credits import split_credit
from newsclean.cues.frequencies import RARE, frequencies
from newsclean.cues.terms import fold_accents, holds, key_of, terms
from newsclean.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.cues.frequencies import Frequencies

TELLING: Final = 3
"""Rare words that another caption must have before what the story has of it tells anything."""
LOW: Final = 0.3
"""Share below which another caption of the page is hardly owned."""
MOST_LOW: Final = 3
"""So many such captions make a gallery; more tell no more."""


class Caption(NamedTuple):
    """A caption, its credit left out, as it is held against stories of one language."""

    text: str
    weights: Mapping[str, float]
    """Key to weight, of the words that tell anything, in order."""
    names: frozenset[str]
    """Keys that are written like names."""
    total: float
    """Sum of the weights."""


class Ownership(NamedTuple):
    """How far a caption belongs to a story, at first sight."""

    score: float
    """0 (shares nothing) to 1 (says nothing that the story does not)."""
    rare: int
    """Rare words of the caption."""
    present: int
    """Those of them that stand in the story."""


class Evidence(NamedTuple):
    """What the model judges by; shares are of the weight of the caption's words."""

    found: float
    """Share that stands in the story."""
    headed: float
    """Share that stands in headline or standfirst."""
    names: float
    """Share of the weight of names that is found; as `found` where there is none."""
    best: float
    """Weight of the rarest word that is found."""
    weight: float
    """Logarithm of one and the weight of all words."""
    missing: float
    """Logarithm of one and the weight of the words that are not found."""
    siblings: float
    """Share that is not found, but stands in other captions of the page."""
    low: float
    """Other captions of the page that are hardly owned, at most three."""
    rival: float
    """The share of the best of the other captions that the story has, 0 without any."""


_NOTHING_SAID: Final = Evidence(1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""Of a caption without words that tell anything."""


@dataclass(frozen=True)
class Story:
    """What captions are held against: texts without case and accents."""

    head: str
    body: str
    about: str
    language: str | None
    known: Frequencies = field(repr=False)
    _here: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was looked for: captions of one page share words, and each is asked about several times."""

    @classmethod
    def of(
        cls,
        body: str,
        language: str | None,
        *,
        head: str = "",
        about: str = "",
        known: Frequencies | None = None,
    ) -> Story:
        """The story that a text tells.

        Args:
            body: the text, captions left out.
            language: primary subtag.
            head: headline and standfirst.
            about: what else the page says of its story: description, keywords, the words of its address.
            known: other weights than the shipped ones.
        """
        return cls(
            head=fold_accents(head),
            body=fold_accents(body),
            about=fold_accents(about),
            language=language,
            known=known or frequencies(language),
        )

    @cached_property
    def text(self) -> str:
        """All of it."""
        return f"{self.head}\n{self.body}\n{self.about}"

    def has(self, key: str) -> bool:
        """Whether a word of the story has a key, or a longer word holds it, as compounds do."""
        found = self._here.get(key)
        if found is None:
            found = self._here[key] = holds(self.text, key)
        return found

    def read(self, caption: str) -> Caption:
        """A caption in the language of the story, its credit left out."""
        text, _ = split_credit(caption, self.language)
        weights: dict[str, float] = {}
        names: set[str] = set()
        for term in terms(text):
            weight = weights.get(term.key) or self.known.weight(term.key)
            if weight:
                weights[term.key] = weight
                if term.name:
                    names.add(term.key)
        return Caption(text, weights, frozenset(names), sum(weights.values()))

    def owns(self, caption: Caption) -> Ownership:
        """How far a caption belongs here, at first sight."""
        shared, rare, present = 0.0, 0, 0
        known = self._here.get
        for key, weight in caption.weights.items():
            here = known(key)
            if here is None:
                here = self.has(key)
            shared += weight * here
            if weight >= RARE:
                rare += 1
                present += here
        return Ownership(shared / caption.total if caption.total else 1.0, rare, present)

    def evidence(self, caption: Caption, others: Sequence[Caption] = ()) -> Evidence:
        """All that tells whose a caption is.

        Args:
            caption: read with `read`.
            others: the other captions of the page.
        """
        total = caption.total
        if not total:
            return _NOTHING_SAID
        found = {key: weight for key, weight in caption.weights.items() if self.has(key)}
        missing = {key: weight for key, weight in caption.weights.items() if key not in found}
        named = sum(caption.weights[key] for key in caption.names)
        share = sum(found.values()) / total
        owned = [own for own in map(self.owns, others) if own.rare >= TELLING]
        return Evidence(
            found=share,
            headed=sum(weight for key, weight in found.items() if key in self.head) / total,
            names=sum(found.get(key, 0.0) for key in caption.names) / named if named else share,
            best=max(found.values(), default=0.0),
            weight=math.log1p(total),
            missing=math.log1p(sum(missing.values())),
            siblings=sum(w for key, w in missing.items() if any(key in other.weights for other in others)) / total,
            low=float(min(sum(own.score < LOW for own in owned), MOST_LOW)),
            rival=max((own.score for own in owned), default=0.0),
        )

    def foreign_runs(self, caption: Caption) -> int:
        """Runs of two or more capitalised words none of which stands in the story: names of other people."""
        runs = 0
        for run in _RUN.findall(caption.text):
            folded = (fold_accents(word).strip(".") for word in words(run))
            names = [key_of(word) for word in folded if word not in self.known.titles]
            telling = [key for key in names if key in caption.weights]
            runs += len(telling) > 1 and not any(map(self.has, telling))
        return runs


_RUN = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*)+")
