"""Gradient-boosted oblivious trees, evaluated with a few operations on whole arrays.

All nodes of one depth of an oblivious tree ask the same question, so a tree is a row of questions and a table of
answers (Prokhorenkova et al., CatBoost, 2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt


class Trees(NamedTuple):
    """An ensemble of trees of one depth."""

    features: npt.NDArray[np.intp]
    """Depth and tree to the column asked about, depth by depth in one row."""
    borders: npt.NDArray[np.float32]
    """The same to the border: is the value above it?"""
    leaves: npt.NDArray[np.float32]
    """Tree and answer to its value, tree by tree in one row; the answer of depth d is bit d."""
    offsets: npt.NDArray[np.intp]
    """Tree to where its leaves begin."""
    bias: float

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[np.generic]], name: str) -> Trees:
        """The ensemble of that name in a model file."""
        features, borders, leaves = (arrays[f"{name}.{part}"] for part in ("features", "borders", "leaves"))
        return cls(
            features=features.astype(np.intp).ravel(),
            borders=borders.astype(np.float32).ravel()[:, None],
            leaves=leaves.astype(np.float32).ravel(),
            offsets=np.arange(leaves.shape[0])[:, None] * leaves.shape[1],
            bias=float(arrays[f"{name}.bias"]),
        )

    def scores(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """The score of each column of values (feature by row), as log-odds."""
        trees, rows = len(self.offsets), values.shape[1]
        above = (values[self.features] > self.borders).view(np.uint8).reshape(-1, trees, rows)
        answers = above[0]
        for depth in range(1, len(above)):
            answers |= above[depth] << depth
        found = self.leaves[answers + self.offsets]
        out: npt.NDArray[np.float64] = np.add.reduce(found, axis=0, dtype=np.float64) + self.bias
        return out


def chance(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Log-odds to probabilities."""
    out: npt.NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0)))
    return out


def log_odds(chances: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Probabilities to log-odds, those of 0 and 1 to large ones."""
    inner = np.clip(chances, 1e-9, 1.0 - 1e-9)
    out: npt.NDArray[np.float64] = np.log(inner / (1.0 - inner))
    return out
