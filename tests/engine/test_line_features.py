"""What the model of lines sees of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.line_features import NAMES, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.vocabulary import Vocabulary
    from newsclean.page import Page

    Known = Callable[..., dict[str, list[float]]]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def of(text: Callable[..., Page], vocabulary: Vocabulary, table: np.ndarray) -> Known:
    """Lines to their features by name."""

    def read(*lines: str) -> dict[str, list[float]]:
        values = read_lines(text(*lines), vocabulary, table).values
        return dict(zip(NAMES, values.astype(float).round(3).tolist(), strict=True))

    return read


def test_names_are_told_apart() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_copies_and_capitals(of: Known) -> None:
    found = of("Read More", "old quay", "Read More")
    assert found["first_copy"] == [1, 1, 0]
    assert found["repeated"] == [2, 1, 2]
    assert found["titled"] == [1, 0, 1]
    assert found["alike"] == pytest.approx([0.667, 0.333, 0.667])


def test_blank_lines(of: Known) -> None:
    found = of("One", "Two", "", "Three")
    assert found["gap"] == [1, 0, 1]
    assert found["gap_after"] == [0, 1, -1]


def test_places_count_lines_and_words(of: Known) -> None:
    found = of("one two", "three", "four")
    assert found["place"] == pytest.approx([0.167, 0.5, 0.833], abs=1e-3)
    assert found["words_before"] == [0, 0.5, 0.75]
    assert found["words_after"] == [0.5, 0.25, 0]


def test_runs_of_prose_and_how_far_off_the_longest_is(of: Known, prose: tuple[str, ...]) -> None:
    found = of("Home", prose[0], "What changes", prose[1], prose[2], *("tea",) * 5, prose[3])
    assert found["run_lines_0"] == [0, 1, 0, 2, 2, 0, 0, 0, 0, 0, 1]
    assert found["run_lines_3"] == [0, 4, 4, 4, 4, 0, 0, 0, 0, 0, 1]
    assert found["off_3"] == [-1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]
    assert found["since_prose"] == [-1, -1, 1, 2, 1, 1, 2, 3, 4, 5, 6]
    assert found["until_prose"] == [1, 2, 1, 1, 6, 5, 4, 3, 2, 1, -1]
    assert found["run_place_3"][0] == -1


def test_a_text_without_prose_has_no_run(of: Known) -> None:
    found = of("Home", "News")
    assert found["run_lines_0"] == found["run_words_3"] == [0, 0]
    assert found["prose_before"] == found["prose_after"] == [-1, -1]


def test_what_a_line_shares_with_the_prose(of: Known, prose: tuple[str, ...]) -> None:
    found = of("Harbour wall", prose[0], prose[1], "tea", "tea", "tea", "tea", "Granite crossing", "Harbour board")
    assert found["told"][0] == 1
    assert found["told"][-2] == 0.5
    assert found["told_story"][0] == 1
    assert found["told_story"][1] == -1


def test_what_stands_around(of: Known, prose: tuple[str, ...]) -> None:
    found = of("tea", "tea", "tea", prose[0])
    assert found["prose_around_2"][0] == 0
    assert found["prose_around_5"][0] > 0.8
    assert found["words+1"][2] == found["words"][3]
    assert found["words-1"][0] == -1


@ANY
@given(st.lists(st.text(max_size=80), min_size=1, max_size=20))
def test_any_text_has_finite_features(
    text: Callable[..., Page], vocabulary: Vocabulary, table: np.ndarray, lines: list[str]
) -> None:
    page = text(*lines)
    if page.blocks:
        columns = read_lines(page, vocabulary, table)
        assert columns.values.shape == (len(NAMES), len(page.blocks))
        assert np.isfinite(columns.values).all()
