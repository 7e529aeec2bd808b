"""The identity of a text."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from newsclean.digest import digest, fold


def test_it_is_the_sha_256_of_the_folded_text() -> None:
    assert digest("  The  boat\n left ") == sha256(b"The boat left").hexdigest()


def test_another_word_is_another_text() -> None:
    assert digest("The boat left") != digest("The boats left")


@given(words=st.lists(st.text("ab é港", min_size=1).filter(str.strip)), gaps=st.sampled_from([" ", "\n\n", "\t\u00a0"]))
def test_white_space_does_not_count(words: list[str], gaps: str) -> None:
    assert digest(gaps.join(words)) == digest(" ".join(words))
    assert fold(fold(gaps.join(words))) == fold(gaps.join(words))


def test_half_of_a_surrogate_pair_has_one_too() -> None:
    assert len(digest("broken \ud83d")) == 64
