"""What every block sees of the page as a whole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from newsclean.engine.features.whole import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]

PROSE = "The harbour board opened the old quay in Ankerholm again on Monday after repairs."


def test_all_blocks_see_the_same(known: Known) -> None:
    found = known(f"<main><p>{PROSE}</p></main><article><p><a href=/x>Read more</a></p></article>")
    for name in NAMES:
        assert len(set(found[name])) == 1
    first = {name: found[name][0] for name in NAMES}
    assert first["page_blocks"] == pytest.approx(math.log1p(2), abs=1e-3)
    assert first["page_words"] == pytest.approx(math.log1p(16), abs=1e-3)
    assert first["page_longest"] == pytest.approx(math.log1p(14), abs=1e-3)
    assert first["page_prose"] == pytest.approx(14 / 16, abs=1e-3)
    assert first["page_links"] == pytest.approx(2 / 16, abs=1e-3)
