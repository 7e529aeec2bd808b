"""Blocks in like elements, such as a list of teasers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.features.groups import NAMES, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.features import Facts

    Read = Callable[[str], Facts]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
PROSE = "The harbour board opened the old quay in Ankerholm again on Monday after repairs."


def named(facts: Facts) -> dict[str, list[float]]:
    return dict(zip(NAMES, (row.tolist() for row in rows(facts)), strict=True))


def test_a_list_of_teasers_is_one_group(facts: Read) -> None:
    card = "<div class=card><p><a href=/x>Quay</a></p></div>"
    found = named(facts(f"<p>{PROSE}</p>{card * 3}"))
    assert found["group_size"] == pytest.approx([math.log1p(1)] + [math.log1p(3)] * 3)
    assert found["group_words"] == pytest.approx([math.log1p(14)] + [math.log1p(3)] * 3)
    assert found["group_links"] == [0, 1, 1, 1]
    assert found["group_prose"] == [1, 0, 0, 0]
    assert found["group_parents"] == [1, 1, 1, 1]
    assert found["group_span"] == [1, 1, 1, 1]


def test_items_of_one_list_share_a_parent(facts: Read) -> None:
    found = named(facts("<ul><li>one<li>two<li>three<li>four</ul>"))
    assert found["group_parents"] == [0.25] * 4


def test_a_group_may_be_spread_over_the_page(facts: Read) -> None:
    found = named(facts("<div><p>one</p><h2>x</h2><p>two</p></div>"))
    assert found["group_span"] == pytest.approx([2 / 3, 1, 2 / 3])


@ANY
@given(st.data())
def test_groups_agree_with_a_loop(facts: Read, markup: st.SearchStrategy[str], data: st.DataObject) -> None:
    read = facts(data.draw(markup))
    found = named(read)
    group = read.group.tolist()
    for i, own in enumerate(group):
        mine = [j for j, other in enumerate(group) if other == own]
        held = sum(read.words[j] for j in mine)
        above = {int(read.layout.levels[1, j]) for j in mine}
        assert found["group_size"][i] == pytest.approx(math.log1p(len(mine)))
        assert found["group_mean"][i] == pytest.approx(held / len(mine))
        assert found["group_share"][i] == pytest.approx(held / read.total)
        assert found["group_parents"][i] == pytest.approx(len(above) / len(mine))
        assert found["group_span"][i] == pytest.approx(len(mine) / (mine[-1] - mine[0] + 1))
