"""Trees give what walking down each of them would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.engine.trees import Trees, chance, log_odds

if TYPE_CHECKING:
    import numpy.typing as npt


def arrays(depth: int, trees: int, columns: int, seed: int) -> dict[str, npt.NDArray[np.generic]]:
    random = np.random.default_rng(seed)
    return {
        "x.features": random.integers(0, columns, (depth, trees)).astype(np.uint16),
        "x.borders": random.normal(size=(depth, trees)).astype(np.float32),
        "x.leaves": random.normal(size=(trees, 1 << depth)).astype(np.float32),
        "x.bias": np.float64(random.normal()),
    }


def walked(model: dict[str, npt.NDArray[np.generic]], row: npt.NDArray[np.float32]) -> float:
    features, borders, leaves = (model[f"x.{part}"] for part in ("features", "borders", "leaves"))
    total = float(model["x.bias"])
    for tree in range(features.shape[1]):
        answer = 0
        for depth in range(features.shape[0]):
            answer += int(row[features[depth, tree]] > borders[depth, tree]) << depth
        total += float(leaves[tree, answer])
    return total


@given(st.integers(1, 7), st.integers(1, 12), st.integers(1, 6), st.integers(1, 9), st.integers(0, 2**32))
def test_scores_are_those_of_a_walk_down_each_tree(depth: int, trees: int, columns: int, rows: int, seed: int) -> None:
    model = arrays(depth, trees, columns, seed)
    values = np.random.default_rng(seed + 1).normal(size=(columns, rows)).astype(np.float32)
    scores = Trees.from_arrays(model, "x").scores(values)
    assert scores == pytest.approx([walked(model, row) for row in values.T], abs=1e-9)


def test_a_value_on_the_border_is_not_above_it() -> None:
    model = {
        "x.features": np.zeros((1, 1), np.uint16),
        "x.borders": np.full((1, 1), 0.5, np.float32),
        "x.leaves": np.array([[-1.0, 1.0]], np.float32),
        "x.bias": np.float64(0.25),
    }
    values = np.array([[0.4, 0.5, 0.6]], np.float32)
    assert Trees.from_arrays(model, "x").scores(values).tolist() == [-0.75, -0.75, 1.25]


def test_an_infinite_border_is_never_passed() -> None:
    model = arrays(2, 1, 1, 7)
    model["x.borders"][1] = np.inf
    values = np.array([[-1e30, 1e30]], np.float32)
    low, high = model["x.leaves"][0, :2] + float(model["x.bias"])
    assert Trees.from_arrays(model, "x").scores(values) == pytest.approx([low, high])


def test_several_ensembles_share_a_file() -> None:
    model = arrays(3, 2, 2, 1) | {key.replace("x", "y"): value for key, value in arrays(3, 2, 2, 2).items()}
    values = np.ones((2, 1), np.float32)
    first, second = (Trees.from_arrays(model, name).scores(values)[0] for name in "xy")
    assert first != second


@given(st.lists(st.floats(-19, 19), min_size=1))
def test_chance_and_log_odds_undo_each_other(scores: list[float]) -> None:
    assert log_odds(chance(np.array(scores))) == pytest.approx(scores, abs=1e-4)


@given(st.lists(st.floats(0.001, 0.999), min_size=1))
def test_log_odds_and_chance_undo_each_other(chances: list[float]) -> None:
    assert chance(log_odds(np.array(chances))) == pytest.approx(chances)


@given(st.lists(st.floats(allow_nan=False), min_size=1))
def test_chances_are_chances_and_rise_with_the_scores(scores: list[float]) -> None:
    found = chance(np.sort(np.array(scores)))
    assert ((found >= 0) & (found <= 1)).all()
    assert (np.diff(found) >= 0).all()


def test_certainty_has_finite_log_odds() -> None:
    low, even, high = log_odds(np.array([0.0, 0.5, 1.0]))
    assert (even, low) == (0.0, pytest.approx(-high))
    assert 15 < high < 30
