"""Two questions about a page as a whole: is the text right, and is it an article at all?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import whole_pages
from characters import build_table
from corpus import Sample
from hypothesis import given, settings
from hypothesis import strategies as st
from learn import FOLDS, Lesson, fold_of, lessons
from whole_pages import ALLOWED, LEAST, PageFacts, learn_pages, page_facts

from newsclean.blocks import read_html
from newsclean.engine.model_file import KINDS
from newsclean.engine.trees import Trees, chance
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = Callable[..., dict[str, Any]]

STORY = "The harbour board of Ankerholm opened the old quay again on Monday after three long winters."


@pytest.fixture
def lesson(row: Row) -> Callable[..., Lesson]:
    def read(**fields: Any) -> Lesson:
        page = read_html(Document(f"<p>Home</p><p>{STORY}</p>", url="https://herald.example/x"))
        return lessons([Sample(row(**{"body": STORY} | fields), page, 1.0)], build_table())[0][0]

    return read


@pytest.mark.parametrize(
    ("gold", "text", "expected"),
    [
        ("one two", "one two", 1.0),
        ("One, two.", "two one", 1.0),
        ("one two", "one", 2 / 3),
        ("one one two", "one two two", 2 / 3),
        ("one", "two", 0.0),
        ("one", "", 0.0),
        ("", "one", 0.0),
        ("", "", 1.0),
    ],
)
def test_word_f1(gold: str, text: str, expected: float) -> None:
    assert whole_pages._f1(gold, text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("chances", "fields", "right"),
    [
        ((0.1, 0.9), {}, 1.0),
        ((0.9, 0.1), {}, 0.0),
        ((0.1, 0.9), {"body": "Something else altogether"}, 0.0),
        ((0.1, 0.9), {"annotated": ["with"], "with": [STORY]}, None),
        ((0.1, 0.9), {"page_type": "forum"}, None),
        ((0.1, 0.9), {"page_type": "service"}, 1.0),
    ],
)
def test_a_text_is_right_by_its_gold_or_nobody_knows(
    lesson: Callable[..., Lesson], chances: tuple[float, ...], fields: dict[str, Any], right: float | None
) -> None:
    found = page_facts([lesson(**fields)], [np.array(chances)])
    assert found.right.tolist() == pytest.approx([np.nan if right is None else right], nan_ok=True)


@pytest.mark.parametrize(
    ("page_type", "kind", "article"),
    [
        ("article", "article", True),
        (None, "article", False),
        ("service", "article", False),
        ("listing", "index", False),
        ("collection", "index", False),
        ("product", "product", False),
        ("forum", "forum", False),
    ],
)
def test_types_of_the_corpus_are_kinds_or_articles(
    lesson: Callable[..., Lesson],
    page_type: str | None,
    kind: str,
    article: bool,  # noqa: FBT001
) -> None:
    found = page_facts([lesson(page_type=page_type)], [np.array([0.1, 0.9])])
    assert (found.kind, found.article.tolist()) == ([kind], [article])
    assert found.fold.tolist() == [fold_of("herald.example")]
    assert found.weight[0] > 0


def test_a_page_that_declares_an_article_sets_no_limit(row: Row) -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay"}</script>'
    page = read_html(Document(f"{declared}<p>Home</p><p>{STORY}</p>", url="https://herald.example/x"))
    lesson = lessons([Sample(row(body=STORY), page, 1.0)], build_table())[0][0]
    found = page_facts([lesson], [np.array([0.1, 0.9])])
    assert (found.article.tolist(), found.articles) == ([False], 1)


def facts(kinds: list[str], values: np.ndarray | None = None) -> PageFacts:
    count = len(kinds)
    return PageFacts(
        np.zeros((count, 1), np.float32) if values is None else values,
        np.array([float(kind == "article") for kind in kinds]),
        kinds,
        np.array([kind == "article" for kind in kinds]),
        kinds.count("article"),
        np.ones(count),
        np.arange(count) % FOLDS,
    )


@settings(max_examples=60)
@given(st.integers(1, 2000), st.integers(0, 2**32), st.sampled_from(KINDS))
def test_no_more_articles_than_allowed_are_taken_for_a_kind(count: int, seed: int, kind: str) -> None:
    said = np.random.default_rng(seed).random(count)
    least = whole_pages._limit(facts(["article"] * count), said, kind)
    assert least >= LEAST
    assert (said >= least).sum() <= ALLOWED[kind] * count


def test_a_limit_is_as_low_as_articles_allow() -> None:
    said = np.array([0.9, 0.7, 0.1])
    assert whole_pages._limit(facts(["article", "index", "article"]), said, "index") == pytest.approx(0.9, abs=1e-5)
    assert whole_pages._limit(facts(["index", "index", "article"]), said, "index") == LEAST
    assert whole_pages._limit(facts(["index"]), said[:1], "index") == LEAST


def test_all_kinds_have_a_limit() -> None:
    assert set(ALLOWED) == set(KINDS) == set(whole_pages.KIND_OF_TYPE.values())


def test_the_page_models(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("catboost")
    monkeypatch.setitem(whole_pages.SETTINGS, "iterations", 30)
    kinds = ["article", "article", "index", "product", "forum"] * 3 * FOLDS
    kinds = sorted(kinds)
    order = np.random.default_rng(1).permutation(len(kinds))
    kinds = [kinds[i] for i in order]
    names = ["article", *KINDS]
    values = np.array([[float(kind == name) for name in names] for kind in kinds], np.float32)
    given_facts = facts(kinds, values)
    given_facts.right[0] = np.nan
    found = learn_pages(given_facts)
    assert set(found.kinds) == set(KINDS)
    assert len(found.folds) == FOLDS
    for kind in KINDS:
        of_kind = np.array([each == kind for each in kinds])
        assert found.kinds[kind][of_kind].min() > found.kinds[kind][~of_kind].max()
        assert found.arrays[f"kind_{kind}.least"] == found.folds[0][f"kind_{kind}.least"] >= LEAST
    for name in ("trust", *(f"kind_{kind}" for kind in KINDS)):
        trees = Trees.from_arrays(found.folds[0], name)
        said = found.trust if name == "trust" else found.kinds[name.removeprefix("kind_")]
        held = given_facts.fold == 0
        assert chance(trees.scores(values[held].T)) == pytest.approx(said[held])
