"""The fitted judge of captions: log-odds that a caption is another story's, from the evidence of `ownership`.

A logistic regression, so that a reader of `ownership.json` sees what counts for how much. training/fit_ownership.py
fits it; trees were no better (docs/experiments.md).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.cues.ownership import Evidence

NAME: Final = "ownership.json"
SCARCE: Final = 0.15
LITTLE: Final = 0.30
"""Shares found below which a caption shares next to nothing, and little: the odds bend there."""
INPUTS: Final = (
    "found", "headed", "names", "best", "weight", "missing", "siblings", "low", "rival", "scarce", "little",
    "little_said",
)  # fmt: skip
"""The fields of the evidence, and three more made of them."""


def inputs(evidence: Evidence) -> tuple[float, ...]:
    """What the model sees, one number for each of `INPUTS`."""
    found = evidence.found
    return (*evidence, min(found, SCARCE), min(found, LITTLE), min(found, LITTLE) * evidence.weight)


class OwnershipModel(NamedTuple):
    """A weight for each of `INPUTS`, and the bias."""

    weights: tuple[float, ...]
    bias: float

    @classmethod
    def from_table(cls, table: Mapping[str, float]) -> OwnershipModel:
        """The model in a table of weights by name, the bias under `bias`."""
        return cls(tuple(table[name] for name in INPUTS), table["bias"])

    def odds(self, evidence: Evidence) -> float:
        """Log-odds that the caption belongs to another story."""
        return self.bias + sum(w * x for w, x in zip(self.weights, inputs(evidence), strict=True))


@cache
def shipped_ownership() -> OwnershipModel:
    """The model that comes with the library, read once."""
    return OwnershipModel.from_table(json.loads((files("newsclean.cues") / NAME).read_text("utf-8")))
