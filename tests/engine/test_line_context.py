"""The second stage sees what the first one said around a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from newsclean.engine.line_context import CONTEXT, second_lines
from newsclean.engine.line_features import NAMES, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.vocabulary import Vocabulary
    from newsclean.page import Page


def test_the_context_follows_the_features(text: Callable[..., Page], vocabulary: Vocabulary, table: np.ndarray) -> None:
    columns = read_lines(text("one", "two three", "four"), vocabulary, table)
    values = second_lines(columns, np.array([0.1, 0.9, 0.2]))
    assert values.shape == (len(NAMES) + len(CONTEXT), 3)
    assert (values[: len(NAMES)] == columns.values).all()
    known = dict(zip(CONTEXT, values[len(NAMES) :].tolist(), strict=True))
    assert known["p"] == pytest.approx([0.1, 0.9, 0.2])
    assert known["p-1"] == pytest.approx([-1, 0.1, 0.9])
    assert known["after_2"] == pytest.approx([(0.9 * 2.5 + 0.2 * 1.5) / 4, 0.2, -1])
    assert known["lines_since"] == [-1, -1, 1]
    assert known["all_best"] == pytest.approx([0.9] * 3)
