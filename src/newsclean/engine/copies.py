"""What holds what others hold: whole texts that pages carry a second time unseen, in one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.engine.witnesses import PROBE, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG: Final = 150
"""Blocks with so many words may hold what other blocks hold too: a whole text in one piece."""


def probes_of(texts: Sequence[str]) -> list[tuple[int, str]]:
    """The places of the texts that are long enough to be told apart, with how each begins, squeezed."""
    return [(i, squeeze(text[:PROBE])) for i, text in enumerate(texts) if len(text) >= PROBE]


def held_by(text: str, probes: Sequence[tuple[int, str]], *, apart_from: int) -> list[int]:
    """The places of the texts whose beginning stands in a text too."""
    own = squeeze(text)
    return [j for j, probe in probes if j != apart_from and probe in own]
