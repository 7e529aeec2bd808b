"""All groups of features together: one finite number a name and block, for any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.features import (
    FEATURES,
    around,
    containers,
    elements,
    groups,
    places,
    read_features,
    text,
    whole,
    wording,
)
from newsclean.engine.features.facts import read_facts
from newsclean.engine.witnesses import read_witnesses

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.features import Columns
    from newsclean.engine.vocabulary import Vocabulary
    from newsclean.page import Page

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
GROUPS = (text, wording, elements, places, groups, containers, around, whole)


def test_no_name_comes_twice() -> None:
    assert len(set(FEATURES)) == len(FEATURES)


def test_the_names_are_those_of_the_groups() -> None:
    assert tuple(name for group in GROUPS for name in group.NAMES) == FEATURES


@ANY
@given(st.data())
def test_every_group_gives_one_finite_number_a_name_and_block(
    html: Callable[[str], Page],
    markup: st.SearchStrategy[str],
    vocabulary: Vocabulary,
    table: np.ndarray,
    data: st.DataObject,
) -> None:
    page = html(data.draw(markup))
    witnesses = read_witnesses(page)
    facts = read_facts(page, witnesses)
    known = dict(zip(FEATURES, read_features(page, vocabulary, table, witnesses).values.astype(float), strict=True))
    found = {
        text: text.rows(facts, table),
        wording: wording.rows(facts, vocabulary),
        elements: elements.rows(facts, vocabulary),
        places: places.rows(facts),
        groups: groups.rows(facts),
        containers: containers.rows(facts),
        around: around.rows(facts, known),
        whole: whole.rows(facts),
    }
    for group, rows in found.items():
        assert len(rows) == len(group.NAMES)
        for name, row in zip(group.NAMES, rows, strict=True):
            assert row.shape == (len(page.blocks),), name
            assert np.isfinite(row).all(), name
            assert known[name] == pytest.approx(row.astype(float), rel=1e-5, abs=1e-5), name


@ANY
@given(st.data())
def test_the_same_page_gives_the_same_numbers(
    columns: Callable[..., Columns], markup: st.SearchStrategy[str], data: st.DataObject
) -> None:
    source = data.draw(markup)
    one, other = columns(source).values, columns(source).values
    assert one.dtype == np.float32
    assert one.shape[0] == len(FEATURES)
    assert (one == other).all()


def test_a_page_of_one_block(columns: Callable[..., Columns]) -> None:
    assert columns("quay").values.shape == (len(FEATURES), 1)
