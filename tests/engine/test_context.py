"""The second stage sees what the first one said around a block."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.context import CONTEXT, second_values
from newsclean.engine.features import FEATURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.features import Columns

    Read = Callable[[str], Columns]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
PAGE = (
    "<body><nav><p>Home</p></nav><main><h1>Old quay</h1><p>one two three</p><p>four five six</p></main>"
    "<div><h2>More</h2><p>seven eight</p></div></body>"
)
CHANCES = np.array([0.0, 0.5, 0.9, 0.8, 0.1, 0.2])
SIZES = np.array([1, 2, 3, 3, 1, 2]) + 0.5


def named(columns: Columns, chances: np.ndarray) -> dict[str, list[float]]:
    rows = second_values(columns, chances)[len(FEATURES) :]
    return dict(zip(CONTEXT, rows.astype(float).tolist(), strict=True))


@pytest.fixture
def rows(columns: Read) -> dict[str, list[float]]:
    return named(columns(PAGE), CHANCES)


def test_no_name_comes_twice() -> None:
    assert len(set(CONTEXT)) == len(CONTEXT)


@ANY
@given(st.data())
def test_one_finite_number_a_name_and_block(columns: Read, markup: st.SearchStrategy[str], data: st.DataObject) -> None:
    read = columns(data.draw(markup))
    count = len(read.facts.texts)
    chances = np.array(data.draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)))
    values = second_values(read, chances)
    assert values.shape == (len(FEATURES) + len(CONTEXT), count)
    assert values.dtype == np.float32
    assert np.isfinite(values).all()
    assert (values[: len(FEATURES)] == read.values).all()
    _agrees_with_loops(named(read, chances), chances, read.facts.words + 0.5)


def _agrees_with_loops(rows: dict[str, list[float]], chances: np.ndarray, sizes: np.ndarray) -> None:
    count = len(chances)
    for i in range(count):
        likely = [j for j in range(count) if chances[j] > 0.5]
        back, ahead = [j for j in likely if j < i], [j for j in likely if j > i]
        assert rows["blocks_since"][i] == (i - back[-1] if back else -1)
        assert rows["blocks_until"][i] == (ahead[0] - i if ahead else -1)
        since = math.log1p(sum(sizes[back[-1] + 1 : i])) if back else -1.0
        assert rows["words_since"][i] == pytest.approx(since, abs=1e-4)
        until = math.log1p(sum(sizes[i + 1 : ahead[0]])) if ahead else -1.0
        assert rows["words_until"][i] == pytest.approx(until, abs=1e-4)
        assert rows["best_before"][i] == pytest.approx(max(chances[:i], default=-1.0), abs=1e-6)
        assert rows["best_after"][i] == pytest.approx(max(chances[i + 1 :], default=-1.0), abs=1e-6)


def test_a_block_sees_its_neighbours(rows: dict[str, list[float]]) -> None:
    assert rows["p"] == pytest.approx(CHANCES)
    assert rows["p-1"] == pytest.approx([-1.0, *CHANCES[:-1]])
    assert rows["p+1"] == pytest.approx([*CHANCES[1:], -1.0])


def test_a_block_sees_its_containers(rows: dict[str, list[float]]) -> None:
    main = slice(1, 4)
    rate = (SIZES * CHANCES)[main].sum() / SIZES[main].sum()
    assert rows["rate_0"] == pytest.approx(CHANCES)
    assert rows["rate_1"][main] == pytest.approx([rate] * 3)
    assert rows["mass_1"][main] == pytest.approx([(SIZES * CHANCES)[main].sum() / (SIZES * CHANCES).sum()] * 3)
    assert rows["mass_2"] == pytest.approx([1.0] * 6)


def test_a_block_sees_how_far_up_most_of_the_story_stands(rows: dict[str, list[float]]) -> None:
    assert rows["p_up_80"] == [2, 1, 1, 1, 2, 2]
    assert rows["p_up_50"] == rows["p_up_80"]


def test_a_block_sees_the_heading_above_it(rows: dict[str, list[float]]) -> None:
    assert rows["over_p"] == pytest.approx([-1.0, -1.0, 0.5, 0.5, 0.5, 0.1])
    between = (SIZES * CHANCES)[2:4].sum() / SIZES[2:4].sum()
    assert rows["over_rate"] == pytest.approx([-1.0, -1.0, -1.0, 0.9, between, -1.0])


def test_a_block_sees_how_much_of_the_story_is_behind_it(rows: dict[str, list[float]]) -> None:
    mass = SIZES * CHANCES
    assert rows["mass_before"] == pytest.approx([mass[:i].sum() / mass.sum() for i in range(6)])
    assert rows["mass_after"] == pytest.approx([mass[i + 1 :].sum() / mass.sum() for i in range(6)], abs=1e-6)


def test_every_block_sees_the_page(rows: dict[str, list[float]]) -> None:
    mass = SIZES * CHANCES
    assert rows["all_best"] == pytest.approx([0.9] * 6)
    assert rows["all_share"] == pytest.approx([mass.sum() / SIZES.sum()] * 6)
    assert rows["all_likely"] == pytest.approx([math.log1p(2)] * 6)
    assert rows["all_sure"] == pytest.approx([mass[2:4].sum() / mass.sum()] * 6)


def test_no_story_at_all(columns: Read) -> None:
    rows = named(columns(PAGE), np.zeros(6))
    assert rows["all_mass"] == pytest.approx([0.0] * 6, abs=1e-6)
    assert rows["blocks_since"] == rows["blocks_until"] == [-1.0] * 6
    assert rows["rate_0"] == rows["all_best"] == rows["p"] == [0.0] * 6
