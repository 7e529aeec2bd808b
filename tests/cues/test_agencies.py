"""Names of agencies in running text."""

from __future__ import annotations

import pytest

from newsclean.cues.agencies import mentions_agency


@pytest.mark.parametrize("text", ["With material from Reuters.", "AP contributed", "(AFP)", "By the Associated Press"])
def test_a_name_is_found(text: str) -> None:
    assert mentions_agency(text, "en")


@pytest.mark.parametrize("text", ["A day in the spa", "Ap contributed", "An april day", "", "Reutersson said"])
def test_words_that_look_like_one_are_none(text: str) -> None:
    assert not mentions_agency(text, "en")
