"""Kinds of characters are counted per text, all texts in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.characters import BMP, KINDS, MAX_CHARS, Char, count_kinds

if TYPE_CHECKING:
    import numpy as np

ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def kind(char: str, table: np.ndarray) -> int:
    return int(table[min(ord(char), BMP - 1)])


@ANY
@given(st.lists(st.text(st.characters() | st.sampled_from("aA1 .,|“渡\ud800🚢"), min_size=1), min_size=1))
def test_counts_are_those_of_a_plain_loop(table: np.ndarray, texts: list[str]) -> None:
    counts, first, last = count_kinds(texts, table)
    assert counts.shape == (KINDS, len(texts))
    assert first.tolist() == [kind(text[0], table) for text in texts]
    assert last.tolist() == [kind(text[-1], table) for text in texts]
    for n, text in enumerate(texts):
        found = [kind(char, table) for char in text]
        assert counts[:, n].tolist() == [found.count(k) for k in range(KINDS)]


def test_every_character_counts_once(table: np.ndarray) -> None:
    counts, *_ = count_kinds(["Quay 12, “old”.", "渡船 | x"], table)
    assert counts.sum(axis=0).tolist() == [15, 6]
    assert counts[Char.DIGIT].tolist() == [2, 0]
    assert counts[Char.IDEOGRAPH].tolist() == [0, 2]
    assert counts[Char.BAR].tolist() == [0, 1]


@pytest.mark.parametrize("kinds", [(Char.STOP,), (Char.BAR, Char.COMMA), (*Char,)[::-1]])
def test_only_what_is_asked_for_is_counted(table: np.ndarray, kinds: tuple[Char, ...]) -> None:
    texts = ["Quay 12, “old”.", "渡船 | x", "…"]
    assert count_kinds(texts, table, kinds).counts.tolist() == count_kinds(texts, table).counts[[*kinds]].tolist()


@pytest.mark.parametrize("more", [0, 1, 5_000])
def test_of_long_texts_the_first_screens_count(table: np.ndarray, more: int) -> None:
    counts, first, last = count_kinds(["1", "A" + "b" * (MAX_CHARS - 2) + "." + "c" * more, "|"], table)
    assert counts[:, 1].sum() == MAX_CHARS
    assert counts[[Char.UPPER, Char.LOWER, Char.STOP], 1].tolist() == [1, MAX_CHARS - 2, 1]
    assert (first[1], last[1]) == (Char.UPPER, Char.STOP)
    assert (counts[Char.DIGIT, 0], counts[Char.BAR, 2]) == (1, 1)


def test_characters_beyond_the_table_count_as_its_last(table: np.ndarray) -> None:
    counts, *_ = count_kinds(["🚢🚢", "\uffff"], table)
    assert counts[Char.OTHER].tolist() == [2, 1]
