"""What the words of a block say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Known = Callable[[str], dict[str, list[float]]]

LONG = "subscribe to the letters of the harbour board and read them every single morning"
STORY = "The harbour board opened the old quay in Ankerholm again on Monday, after three winters of repairs. " * 3
OTHER = "Sign up for the letters of our newsroom and read them every morning before the first ferry leaves."


def of(known: Known, markup: str, *names: str) -> list[float]:
    return [known(markup)[name][0] for name in names]


def test_odds_of_the_words_of_a_line(known: Known) -> None:
    markup = "<p>Monday: share quay</p>"
    assert of(known, markup, "word_mean", "word_low", "word_high") == [-0.75, -2.0, 0.5]


def test_unknown_words_say_nothing(known: Known) -> None:
    assert of(known, "<p>granite wall</p>", "word_mean", "word_low", "word_high") == [0] * 3


def test_longer_blocks_have_their_own_odds(known: Known) -> None:
    assert of(known, f"<p>{LONG}</p>", "word_low", "word_high") == [-2.0, 0.5]
    assert of(known, "<p>subscribe</p>", "word_low") == [0.0]


def test_blocks_do_not_see_the_words_of_others(known: Known) -> None:
    found = known("<p>share</p><p>granite</p><p>monday</p>")
    assert found["word_low"] == [-2.0, 0.0, 0.5]
    assert found["word_high"] == [-2.0, 0.0, 0.5]


def test_how_often_a_text_stands_on_the_page(known: Known) -> None:
    assert known("<p>Share</p><p>Quay</p><p>Share</p>")["repeated"] == [2, 1, 2]


def test_blocks_that_the_page_declares(known: Known) -> None:
    node = json.dumps({"@type": "NewsArticle", "articleBody": STORY})
    head = f'<meta name=description content="{STORY}"><script type="application/ld+json">{node}</script>'
    found = known(f"{head}<p>{STORY}</p><p>{OTHER}</p><p>{STORY[:99]} {OTHER}</p><p>Share</p>")
    assert found["body_hit"] == [1.0, 0.0, 0.5, -1.0]
    assert found["description_hit"] == [1.0, 0.0, 1.0, -1.0]


def test_a_page_that_declares_nothing(known: Known) -> None:
    found = known(f"<p>{STORY}</p>")
    assert found["body_hit"] == found["description_hit"] == [-1.0]
