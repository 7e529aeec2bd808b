"""The neighbours of a block, and the heading above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.engine.features.around import OF_HEADING, SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]

PAGE = (
    "<p>one</p><div class=comments><h2>Share <a href=/x>this</a></h2><p>two three</p></div><p>four</p>"
    "<h2>Quay</h2><p>five</p>"
)


def test_neighbours(known: Known) -> None:
    found = known(PAGE)
    for name, shifts in SHOWN.items():
        for shift in shifts:
            own, seen = found[name], found[f"{name}{shift:+d}"]
            assert seen == [own[i + shift] if 0 <= i + shift < 6 else -1.0 for i in range(6)]


def test_the_heading_above(known: Known) -> None:
    found = known(PAGE)
    for name in OF_HEADING:
        first, second = found[name][1], found[name][4]
        assert found[f"over_{name}"] == [-1, -1, first, first, first, second]


def test_a_page_without_headings(known: Known) -> None:
    found = known("<p>one</p><p>two</p>")
    assert found["over_word_mean"] == found["over_name_near"] == [-1, -1]
