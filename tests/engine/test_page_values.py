"""Numbers about a page as a whole."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.choice import choose
from newsclean.engine.page_values import TEXT_VALUES, page_value_names, page_values, text_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine.features import Columns
    from newsclean.page import Page

    Html = Callable[..., Page]
    Values = Callable[..., dict[str, float]]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
PROSE = "The harbour board opened the old quay in Ankerholm again on Monday after repairs."


@pytest.fixture
def values(html: Html, columns: Callable[..., Columns]) -> Values:
    """The numbers by name, where blocks of prose are likely and all others not."""

    def read(markup: str, *, url: str | None = None, chances: tuple[float, ...] = ()) -> dict[str, float]:
        page = html(markup, url)
        found = columns(page)
        p = np.array(chances or np.where(found.facts.prose > 0, 0.9, 0.1))
        args = page, found, p, choose(p, found.facts.words)
        return dict(zip(page_value_names(*args), page_values(*args)[:, 0].tolist(), strict=True))

    return read


@ANY
@given(st.data())
def test_any_page_has_the_same_finite_numbers(
    html: Html, columns: Callable[..., Columns], markup: st.SearchStrategy[str], data: st.DataObject
) -> None:
    page = html(data.draw(markup), data.draw(st.none() | st.sampled_from(["https://[", "", "https://a.example/b?c"])))
    found = columns(page)
    count = len(page.blocks)
    chances = np.array(data.draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)))
    args = page, found, chances, choose(chances, found.facts.words)
    names, values = page_value_names(*args), page_values(*args)
    other = html("<p>quay</p>")
    assert values.shape == (len(names), 1)
    assert values.dtype == np.float32
    assert np.isfinite(values).all(), [name for name, ok in zip(names, np.isfinite(values), strict=True) if not ok]
    assert len(set(names)) == len(names)
    assert tuple(names[: len(TEXT_VALUES)]) == TEXT_VALUES
    assert (text_values(found.facts, chances, args[-1]) == values[: len(TEXT_VALUES)]).all()
    assert names == page_value_names(other, columns(other), np.ones(1), choose(np.ones(1), np.ones(1)))


def test_the_chosen_text(values: Values) -> None:
    found = values(f"<p>Home</p><p>{PROSE}</p><p>{PROSE}</p><p>Share</p><p>{PROSE}</p>")
    assert found["words"] == pytest.approx(math.log1p(42))
    assert found["share"] == pytest.approx(42 / 44)
    assert found["mean"] == found["median"] == found["longest"] == 14
    assert (found["runs"], found["run_words"]) == (2, 21)
    assert found["dense"] == pytest.approx(3 / 4)
    assert (found["start"], found["end"]) == pytest.approx((0.2, 0.8))
    assert found["mean_chance"] == pytest.approx(0.9)
    assert found["likely"] == pytest.approx(3 / 5)
    assert found["unsure"] == 0


def test_doubtful_chances(values: Values) -> None:
    found = values(f"<p>{PROSE}</p><p>{PROSE}</p>", chances=(0.9, 0.4))
    assert found["unsure"] == pytest.approx(1.0)
    assert found["expected"] < 0.9


def test_lists_of_teasers(values: Values) -> None:
    card = "<div class=card><h2><a href=/x>Old quay opens again today</a></h2></div>"
    found = values(f"{card * 8}<p>{PROSE}</p>")
    assert found["linked_headings"] == pytest.approx(math.log1p(8))
    assert found["heading_links"] == 1
    assert found["cards"] == found["biggest_group"] == pytest.approx(math.log1p(8))
    assert found["card_words"] == found["listed"] == pytest.approx(40 / 54)
    assert found["chosen_listed"] == found["chosen_links"] == 0


def test_a_story_is_no_list(values: Values) -> None:
    found = values(f"<h1>Old quay</h1>{f'<p>{PROSE}</p>' * 3}")
    assert found["linked_headings"] == found["cards"] == found["listed"] == 0
    assert found["short_prose"] == pytest.approx(math.log1p(3))


def test_words_of_shops_forums_and_lists(values: Values) -> None:
    found = values("<p>€ 12, was $15</p><p>Add to cart</p><p>3 replies</p><p>Read more</p><p>Older</p>")
    assert found["prices"] == pytest.approx(math.log1p(2))
    assert found["sales"] == pytest.approx(math.log1p(2))
    assert found["forum_count"] == found["more"] == found["sorted"] == pytest.approx(math.log1p(1))


def test_prose_that_speaks_of_prices_is_none_of_their_lines(values: Values) -> None:
    found = values(f"<p>{PROSE} It cost $ 12 and the fishermen may add nothing to the cart.</p>")
    assert found["prices"] == found["sales"] == 0


@pytest.mark.parametrize(
    ("body", "flag"),
    [
        ("class='single post-template'", "body_story"),
        ("class='archive category-12'", "body_list"),
        ("id=product", "body_shop"),
        ("class=forum", "body_forum"),
        ("class=wide", None),
    ],
)
def test_what_the_body_element_calls_the_page(values: Values, body: str, flag: str | None) -> None:
    found = values(f"<body {body}><p>{PROSE}</p></body>")
    flags = {name for name in ("body_story", "body_list", "body_shop", "body_forum") if found[name]}
    assert flags == ({flag} if flag else set())


@pytest.mark.parametrize(
    ("kind", "flag"),
    [
        ("NewsArticle", "ld_article"),
        ("ItemList", "ld_list"),
        ("Product", "ld_product"),
        ("DiscussionForumPosting", "ld_forum"),
        ("Organization", None),
    ],
)
def test_declared_types(values: Values, kind: str, flag: str | None) -> None:
    node = json.dumps({"@type": kind})
    found = values(f'<script type="application/ld+json">{node}</script><p>{PROSE}</p>')
    flags = {name for name in ("ld_article", "ld_list", "ld_product", "ld_forum") if found[name]}
    assert flags == ({flag} if flag else set())
    assert found["ld"] == 1


@pytest.mark.parametrize(
    ("kind", "article", "product"), [("article", 1, 0), ("website", -1, 0), ("og:product", 0, 1), ("video", 0, 0)]
)
def test_the_declared_kind(values: Values, kind: str, article: int, product: int) -> None:
    found = values(f"<meta property=og:type content={kind}><p>{PROSE}</p>")
    assert (found["og_article"], found["og_product"]) == (article, product)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://herald.example/", {"known": 1, "steps": 0, "root": 1, "list_last": 0}),
        ("https://herald.example/news", {"steps": 1, "root": 0, "list_last": 1, "list_above": 0}),
        ("https://herald.example/news/old-quay-opens-12", {"steps": 2, "slug": 3, "digits": 2, "list_above": 1}),
        ("https://herald.example/story?id=7", {"query": 1, "list_last": 0, "list_above": 0}),
        (None, {"known": 0, "steps": -1, "slug": -1, "root": 0, "query": 0}),
        ("https://[", {"known": 1, "steps": 0, "root": 1}),
    ],
)
def test_addresses(values: Values, url: str | None, expected: dict[str, float]) -> None:
    found = values(f"<p>{PROSE}</p>", url=url)
    assert {name: found[name] for name in expected} == expected


def test_text_has_none(text: Callable[..., Page], html: Html, columns: Callable[..., Columns]) -> None:
    found = columns("<p>quay</p>")
    with pytest.raises(ValueError, match="text has no page values"):
        page_values(text("quay"), found, np.ones(1), choose(np.ones(1), np.ones(1)))
