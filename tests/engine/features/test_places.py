"""Where a block stands on the page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from newsclean.engine.features.places import FAR

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]

TITLE = "Old quay of Ankerholm opens again"
PROSE = "The harbour board opened the old quay in Ankerholm again on Monday after repairs."
HEAD = f"<title>{TITLE}</title>"


def log(*values: float) -> list[float]:
    return pytest.approx([math.log1p(value) for value in values], abs=1e-3)


def test_places_among_blocks_and_words(known: Known) -> None:
    found = known("<p>one</p><p>two three</p><p>four</p>")
    assert found["after"] == log(2, 1, 0)
    assert found["before_share"] == pytest.approx([0, 0.25, 0.75])


def test_distance_from_the_headline(known: Known) -> None:
    found = known(f"{HEAD}<p>Home</p><h1>{TITLE}</h1><p>one two</p><p>three</p>")
    assert found["from_title"] == [-1, 0, 1, 2]
    assert found["words_from_title"] == pytest.approx([-math.log1p(1), 0.0, math.log1p(6), math.log1p(8)], abs=1e-3)


def test_a_page_that_shows_no_headline(known: Known) -> None:
    found = known("<p>one</p><p>two</p>")
    assert found["from_title"] == [FAR, FAR]
    assert found["words_from_title"] == [0, 0]
    for name in "title_depth title_words title_blocks heads_since".split():
        assert found[name] == [-1, -1]


def test_distance_from_the_first_and_last_prose(known: Known) -> None:
    found = known(f"<p>one</p><p>{PROSE}</p><p>two</p><p>{PROSE}</p><p>three</p>")
    assert found["from_first_prose"] == [-1, 0, 1, 2, 3]
    assert found["to_last_prose"] == [3, 2, 1, 0, -1]


def test_a_page_without_prose(known: Known) -> None:
    found = known("<p>one</p><p>two</p>")
    assert found["from_first_prose"] == [0, 1]
    assert found["to_last_prose"] == [2, 1]


def test_where_block_and_headline_meet(known: Known) -> None:
    found = known(
        f"{HEAD}<article><div><h1>{TITLE}</h1></div><p>one two</p></article><article><p>three</p></article><p>x</p>"
    )
    assert found["title_depth"] == [3, 1, 0, 0]
    assert found["title_words"] == log(6, 8, 10, 10)
    assert found["title_blocks"] == log(1, 2, 4, 4)


def test_headings_of_its_level_since_the_headline(known: Known) -> None:
    found = known(f"{HEAD}<h1>Herald</h1><h1>{TITLE}</h1><p>one</p><h2>two</h2><p>three</p><h1>Another</h1><p>four</p>")
    assert found["heads_since"] == [0, 0, 0, 0, 0, 1, 1]
