"""The story is what is likelier than not, and the F1 that the chances promise tells how good that is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.engine.choice import LIKELY, choose

BLOCKS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 500)), min_size=1, max_size=30)


def test_what_is_likelier_than_not_is_taken() -> None:
    choice = choose(np.array([0.9, 0.1, LIKELY, 0.49]), np.array([50.0, 50.0, 3.0, 3.0]))
    assert choice.chosen.tolist() == [True, False, True, False]


def test_where_nothing_is_the_likeliest_is_taken() -> None:
    choice = choose(np.array([0.1, 0.3, 0.2]), np.array([50.0, 5.0, 50.0]))
    assert choice.chosen.tolist() == [False, True, False]
    assert choice.expected < 0.3


def test_sure_chances_promise_everything() -> None:
    assert choose(np.array([1.0, 0.0]), np.array([80.0, 40.0])).expected == pytest.approx(1.0)


def test_what_is_left_out_costs_as_much_as_it_is_likely() -> None:
    words = np.array([80.0, 80.0])
    sure = choose(np.array([1.0, 0.1]), words).expected
    doubtful = choose(np.array([1.0, 0.4]), words).expected
    assert doubtful < sure < 1.0


def test_long_blocks_weigh_more() -> None:
    chances = np.array([1.0, 0.6])
    assert choose(chances, np.array([10.0, 100.0])).expected < choose(chances, np.array([100.0, 10.0])).expected


@given(BLOCKS)
def test_something_is_taken_and_the_promise_is_a_share(blocks: list[tuple[float, int]]) -> None:
    chances, words = np.array(blocks, float).T
    choice = choose(chances, words)
    assert choice.chosen.any()
    assert 0.0 <= choice.expected <= 1.0 + 1e-9
    if (chances >= LIKELY).any():
        assert (choice.chosen == (chances >= LIKELY)).all()
