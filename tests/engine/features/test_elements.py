"""The elements around a block and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]


def test_elements_around_a_block(known: Known) -> None:
    found = known("<main><aside><p>One</p></aside><p>Two</p></main><p>Three</p>")
    assert found["in_main"] == [1, 1, 0]
    assert found["in_aside"] == [1, 0, 0]


def test_what_elements_around_a_block_are_called(known: Known) -> None:
    found = known("<div class=page-foot><div id=next-story><p>One</p></div></div><div class=footage><p>Two</p></div>")
    assert found["as_footer"] == found["as_second"] == found["as_story"] == [1, 0]


def test_what_the_page_is_called_is_no_name_of_a_block(known: Known) -> None:
    found = known("<body class='single comments'><p>One</p></body>")
    assert found["as_story"] == [0]
    assert found["name_low"] == [-3.0]


def test_a_blocks_own_element(known: Known) -> None:
    found = known(
        "<h3>One</h3><p>Two</p><div>Three</div><p hidden>Four</p><p>Five</p>"
        "<figure><img src=a.jpg><figcaption>Six</figcaption></figure><p class=caption>Seven</p>"
    )
    assert found["kind"] == [0, 1, 1, 1, 1, 1, 1]
    assert found["level"] == [3, 0, 0, 0, 0, 0, 0]
    assert found["own_p"] == [0, 1, 0, 1, 1, 0, 1]
    assert found["own_div"] == [0, 0, 1, 0, 0, 0, 0]
    assert found["caption"] == [0, 0, 0, 0, 0, 1, 1]


def test_odds_of_names_from_the_block_up(known: Known) -> None:
    found = known("<div class=comments><div class='story sidebar'><p>One</p></div></div><p>Two</p>")
    assert [found[f"name_low_{n}"][0] for n in range(4)] == [0, -2, -3, 0]
    assert [found[f"name_high_{n}"][0] for n in range(4)] == [0, 2, -3, 0]
    assert (found["name_low"], found["name_high"]) == ([-3, 0], [2, 0])
    total = 2 - 2 - 1.5 - 3
    assert (found["name_total"][0], found["name_near"][0]) == (total, total)
    assert found["name_mean"] == pytest.approx([total / 4, 0.0], abs=1e-3)


def test_the_page_counts_once_however_flat_the_block(known: Known) -> None:
    found = known("<body class=story><p>One</p><div><div><div><p>Two</p></div></div></div></body>")
    assert found["name_total"] == [2, 2]


def test_hints_are_names_too(known: Known) -> None:
    assert known("<div role=main><p>One</p></div>")["name_high"] == [1.0]
