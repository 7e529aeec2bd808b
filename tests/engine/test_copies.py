"""What holds what others hold."""

from __future__ import annotations

from newsclean.engine.copies import held_by, probes_of


def test_only_texts_that_can_be_told_apart_are_looked_for() -> None:
    texts = ["x" * 39, "Y" * 40, "z z" * 20]
    assert probes_of(texts) == [(1, "y" * 40), (2, "z" * 27)]


def test_a_text_does_not_hold_itself() -> None:
    probes = [(0, "oldquay"), (1, "quay"), (2, "wall")]
    assert held_by("The OLD quay", probes, apart_from=0) == [1]
    assert held_by("The OLD quay", probes, apart_from=1) == [0]
