"""Which blocks of a page are the story: its gold text laid against the blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labels import align, label

from newsclean.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

    Html = Callable[[str], Page]
    Row = Callable[..., dict[str, Any]]

STORY = [
    "The harbour board opened the old quay in Ankerholm again on Monday after three winters.",
    "Nobody had thought that the granite wall would hold, the harbour master said to reporters.",
    "Fishermen may land their herring there again from April, and ferries will leave every hour.",
    "The repairs cost twice what the town had set aside, and the council will meet next week.",
]
OTHER = "Sign up for our letters and read them every single morning before the first boat."
GOLD = "\n".join(STORY)


def shares(blocks: list[str], gold: str, lines: list[str] | None = None) -> list[float]:
    tokens = [words(block.lower()) for block in blocks]
    return align(tokens, gold, gold.split("\n") if lines is None else lines).round(2).tolist()


def test_paragraphs_of_the_gold_are_the_story_and_others_are_not() -> None:
    assert shares(["Home", *STORY, OTHER], GOLD) == [0, 1, 1, 1, 1, 0]


def test_a_block_may_be_the_story_in_part() -> None:
    share = shares([STORY[0] + " " + OTHER, *STORY[1:]], GOLD)[0]
    assert 0.4 < share < 0.6


def test_a_text_in_one_block_and_in_many() -> None:
    assert shares([" ".join(STORY)], GOLD) == [1]
    assert shares(STORY, " ".join(STORY)) == [1] * 4


def test_nothing_is_the_story_where_there_is_no_gold() -> None:
    assert shares(STORY, "") == [0] * 4
    assert shares(["Home", "—", ""], GOLD) == [0] * 3


@pytest.mark.parametrize(
    ("line", "share"), [("Wall held", 1), ("Wall fell", 0), ("Held", 0), ("The wall held well today", 1)]
)
def test_a_short_block_must_be_a_line_of_the_gold(line: str, share: int) -> None:
    gold = "\n".join([*STORY[:2], "Wall held", "The wall held well today", *STORY[2:]])
    assert shares([*STORY[:2], line, *STORY[2:]], gold) == [1, 1, share, 1, 1]


def test_a_short_line_far_from_its_place_is_furniture() -> None:
    long = [f"{text} {' '.join(f'w{n}x{i}' for i in range(60))}" for n, text in enumerate(STORY)]
    gold = "\n".join([long[0], "Wall held", *long[1:]])
    blocks = [long[0], "Wall held", *long[1:], *["Home"] * 12, "Wall held"]
    assert shares(blocks, gold) == [1, 1, 1, 1, 1, *[0] * 13]


def test_a_line_is_taken_as_often_as_the_gold_has_it() -> None:
    once = "\n".join([STORY[0], "Wall held", *STORY[1:]])
    twice = "\n".join([STORY[0], "Wall held", STORY[1], "Wall held", *STORY[2:]])
    blocks = [STORY[0], "Wall held", STORY[1], "Wall held", *STORY[2:]]
    assert sum(shares(blocks, once)) == 5
    assert sum(shares(blocks, twice)) == 6


def test_a_short_piece_may_go_on_behind_a_block_of_the_story() -> None:
    gold = " ".join(STORY) + " Ha, he said."
    assert shares([*STORY, "Ha, he said."], gold, []) == [1] * 5
    assert shares([OTHER, "Ha, he said.", *STORY], gold, []) == [0, 0, 1, 1, 1, 1]


def test_of_two_copies_the_one_in_order_is_the_story() -> None:
    assert shares([STORY[2], "Home", *STORY, OTHER], GOLD) == [0, 0, 1, 1, 1, 1, 0]
    assert shares([*STORY, OTHER, STORY[1]], GOLD) == [1, 1, 1, 1, 0, 0]


def test_a_teaser_that_is_cut_short_is_not_the_story() -> None:
    teaser = " ".join(STORY[1].split()[:8])
    assert shares([teaser, "Home", *STORY], GOLD) == [0, 0, 1, 1, 1, 1]


def test_what_the_gold_has_twice_may_be_twice() -> None:
    gold = "\n".join([*STORY, STORY[0]])
    assert shares([*STORY, STORY[0]], gold) == [1] * 5


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.sampled_from([*STORY, OTHER, "Home", "Wall held", "", STORY[1][:40]]), max_size=14),
    st.lists(st.sampled_from([*STORY, "Wall held"]), max_size=8),
)
def test_shares_are_shares_and_no_gold_is_given_away_twice(blocks: list[str], lines: list[str]) -> None:
    share = shares(blocks, "\n".join(lines))
    assert len(share) == len(blocks)
    assert all(0 <= each <= 1 for each in share)
    for text in STORY:
        whole = sum(each == 1 for block, each in zip(blocks, share, strict=True) if block == text)
        assert whole <= lines.count(text)


def test_labels_from_a_whole_text(html: Html, row: Row) -> None:
    page = html("<p>Home</p>" + "".join(f"<p>{text}</p>" for text in STORY))
    found = label(page, row(body=GOLD))
    assert found.story.tolist() == [0, 1, 1, 1, 1]
    assert (found.weight > 0).all()
    assert found.weight[1] > found.weight[0]
    assert 0.5 < found.weight.sum() <= 1.5


def test_furniture_of_a_page_weighs_twice_its_story_at_most(html: Html, row: Row) -> None:
    page = html("".join(f"<p>{text}</p>" for text in STORY) + f"<p>{OTHER}</p>" * 200)
    found = label(page, row(body=GOLD))
    assert found.weight[found.story < 0.5].sum() == pytest.approx(2.0)


def test_a_block_that_is_half_the_story_counts_little(html: Html, row: Row) -> None:
    page = html(f"<p>{STORY[0]} {OTHER}</p>" + "".join(f"<p>{text}</p>" for text in STORY[1:]))
    found = label(page, row(body=GOLD))
    assert found.weight[0] < found.weight[1] / 2


def test_labels_from_snippets(html: Html, row: Row) -> None:
    page = html(f"<p>Home</p><p>{STORY[0]}</p><p>{STORY[1]}</p><p>{OTHER}</p><p>{OTHER}</p><p>First!</p>")
    found = label(
        page,
        row(
            annotated=["with"],
            **{"with": [STORY[0][:50]]},
            without=["Sign up  for our"],
            extra={"comments": ["First!"]},
        ),
    )
    assert found.weight.tolist() == pytest.approx([0, 1 / 3, 0, 1 / 6, 1 / 6, 1 / 3])
    assert found.story[found.weight > 0].tolist() == [1, 0, 0, 0]


def test_snippets_that_stand_nowhere_say_nothing(html: Html, row: Row) -> None:
    found = label(html("<p>Home</p>"), row(annotated=[], **{"with": ["", "Quay"]}, without=None, extra={"comments": 3}))
    assert found.weight.tolist() == [0]


@pytest.mark.parametrize(("dataset", "known"), [("fundus_fixtures", False), ("zyte", True)])
def test_standfirsts_of_one_data_set_are_neither(html: Html, row: Row, dataset: str, known: bool) -> None:  # noqa: FBT001
    page = html(f"<p>{OTHER}</p>" + "".join(f"<p>{text}</p>" for text in STORY))
    found = label(page, row(dataset=dataset, body=GOLD, dek=OTHER))
    assert (found.weight[0] > 0) == known
    assert (found.weight[1:] > 0).all()
    assert np.isfinite(found.weight).all()
