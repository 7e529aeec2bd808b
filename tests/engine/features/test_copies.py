"""What stands on the page twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.engine.features.copies import LONG, held_by, probes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]

PARTS = [f"Paragraph {n} of the story of the old quay says that the wall has held. " + f"word{n} " * 50 for n in "abcd"]


def page(*texts: str) -> str:
    return "".join(f"<p>{text.strip()}</p>" for text in texts)


def test_a_teaser_is_cut_short(known: Known) -> None:
    text = "The harbour board opened the old quay in Ankerholm again on Monday."
    assert known(page(text[:40], text, "Something else entirely"))["cut_short"] == [1, 0, 0]
    assert known(page(text, text))["cut_short"] == [0, 0]


def test_a_whole_text_in_one_piece_holds_the_others(known: Known) -> None:
    found = known(page(*PARTS, " ".join(PARTS)))
    assert found["covered"][:4] == [0, 0, 0, 0]
    assert found["covered"][4] == pytest.approx(1.0, abs=0.02)
    assert found["inside"] == [1, 1, 1, 1, 0]


def test_a_short_block_holds_nothing(known: Known) -> None:
    found = known(
        page("The old quay of Ankerholm opens again in May", "The old quay of Ankerholm opens again in May. Ha")
    )
    assert found["covered"] == found["inside"] == [0, 0]


def test_a_long_block_of_its_own_holds_nothing(known: Known) -> None:
    found = known(page(*PARTS[:3], f"other{LONG} " * LONG))
    assert found["covered"] == found["inside"] == [0] * 4


def test_only_texts_that_can_be_told_apart_are_looked_for() -> None:
    texts = ["x" * 39, "Y" * 40, "z z" * 20]
    assert probes_of(texts) == [(1, "y" * 40), (2, "z" * 27)]


def test_a_text_does_not_hold_itself() -> None:
    probes = [(0, "oldquay"), (1, "quay"), (2, "wall")]
    assert held_by("The OLD quay", probes, apart_from=0) == [1]
    assert held_by("The OLD quay", probes, apart_from=1) == [0]
