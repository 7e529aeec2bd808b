"""A page as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.engine.features.facts import running, shifted, signed_log

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.features import Facts

    Read = Callable[[str], Facts]

ROW = st.lists(st.integers(-1000, 1000), min_size=1, max_size=20)
PROSE = "The harbour board opened the old quay in Ankerholm again on Monday after repairs."


def test_columns_have_an_entry_a_block(facts: Read) -> None:
    found = facts(f"<h2>Old quay</h2><p>{PROSE}</p><ul><li><a href=/x>Read</a> on</ul>")
    assert found.texts == ("Old quay", PROSE, "Read on")
    assert found.words.tolist() == [2, 14, 2]
    assert found.chars.tolist() == [8, len(PROSE), 7]
    assert found.links.tolist() == [0, 0, 4]
    assert found.link_share.tolist() == pytest.approx([0, 0, 4 / 7])
    assert found.kinds.tolist() == [0, 1, 2]
    assert found.heading.tolist() == [True, False, False]
    assert found.levels.tolist() == [2, 0, 1]
    assert found.numbers.tolist() == [0, 1, 2]
    assert found.total == 18


@pytest.mark.parametrize(
    ("markup", "prose"),
    [
        (f"<p>{PROSE}</p>", 1),
        ("<p>One two three four five six seven eight nine ten eleven.</p>", 0),
        ("<p>One two three four five six seven eight nine ten eleven twelve.</p>", 1),
        (f"<p><a href=/x>{PROSE}</a></p>", 0),
        (f"<p>{PROSE} <a href=/x>Read on here</a></p>", 1),
    ],
)
def test_prose_is_long_and_mostly_no_link(facts: Read, markup: str, prose: int) -> None:
    assert facts(markup).prose.tolist() == [prose]


def test_a_page_without_words_has_a_total_to_divide_by(facts: Read) -> None:
    assert facts("<p>—</p>").total == 1.0


def test_blocks_in_like_elements_in_like_elements_are_a_group(facts: Read) -> None:
    group = facts(
        "<div class=card><p>one</p></div><div class=card><p>two</p></div><div><p>three</p></div>"
        "<div class=card><p class=x>four</p></div><div class=card><p>five</p></div>"
    ).group.tolist()
    assert group[0] == group[1] == group[4]
    assert len({group[0], group[2], group[3]}) == 3


@given(st.lists(ROW, min_size=1, max_size=3).map(lambda rows: [row[: min(map(len, rows))] for row in rows]))
def test_running_sums_are_those_of_a_loop(rows: list[list[int]]) -> None:
    found = running(np.array(rows, float))
    for row, sums in zip(rows, found.tolist(), strict=True):
        assert sums == [sum(row[:n]) for n in range(len(row) + 1)]


@given(ROW, st.integers(-25, 25).filter(bool))
def test_shifted_is_what_stands_so_many_places_on(row: list[int], by: int) -> None:
    expected = [row[i + by] if 0 <= i + by < len(row) else -1 for i in range(len(row))]
    assert shifted(np.array(row, float), by).tolist() == expected
    assert shifted(np.array([row, row], float), by).tolist() == [expected, expected]


@given(st.floats(-1e6, 1e6))
def test_a_signed_logarithm_keeps_the_sign_and_the_order(value: float) -> None:
    found, more = signed_log(np.array([value, value + 1.0]))
    assert np.sign(found) == np.sign(value)
    assert found < more
    assert signed_log(np.array([-value]))[0] == -found
