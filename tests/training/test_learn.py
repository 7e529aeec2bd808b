"""From labelled pages to trees; what needs CatBoost is tried where it is installed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import learn
import numpy as np
import pytest
from characters import build_table
from corpus import Sample
from labels import Labels, label
from learn import FOLDS, HALF, MANY, Lesson, arrays, cross_validate, fit, fold_of, lessons

from newsclean.blocks import read_html
from newsclean.engine.context import CONTEXT
from newsclean.engine.features import FEATURES
from newsclean.engine.trees import Trees, chance
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    Row = Callable[..., dict[str, Any]]

STORY = "The harbour board of {} opened the old quay again on Monday after three long winters."
SITES = [f"site{n}.example" for n in range(12)]


@pytest.fixture(scope="module")
def table() -> npt.NDArray[np.uint8]:
    return build_table()


@pytest.fixture
def read(row: Row) -> list[Sample]:
    """A page each of some sites; all share their names and words, and one word is of the first three alone."""
    out = []
    for n, site in enumerate(SITES):
        story = [STORY.format(f"Place{n}x{i}") for i in range(3)]
        rare = "quayside" if n < 3 else "seaside"
        markup = (
            f"<div class=menu><p>Home</p><p>{rare}</p></div><div class=text>{''.join(f'<p>{x}</p>' for x in story)}"
            "</div><div class=rail><p>Read more</p></div>"
        )
        fields = row(id=str(n), site=site, body="\n".join(story))
        out.append(Sample(fields, read_html(Document(markup)), 1.0))
    return out


def test_folds_are_the_same_for_ever() -> None:
    assert [fold_of(site) for site in ("herald.example", "a.example", "b.example", "", "zyte/1")] == [4, 0, 0, 0, 3]


def test_sites_are_spread_over_the_folds() -> None:
    counts = np.bincount([fold_of(f"site{n}.example") for n in range(1000)], minlength=FOLDS)
    assert counts.size == FOLDS
    assert counts.min() > 150


def test_lessons_have_labels_and_features(read: list[Sample], table: npt.NDArray[np.uint8]) -> None:
    found, _ = lessons(read, table)
    assert [lesson.sample for lesson in found] == read
    for lesson in found:
        assert lesson.labels.story.tolist() == label(lesson.sample.page, lesson.sample.row).story.tolist()
        assert lesson.columns.values.shape == (len(FEATURES), len(lesson.sample.page.blocks))


def test_a_page_is_not_seen_by_its_own_vocabulary(read: list[Sample], table: npt.NDArray[np.uint8]) -> None:
    found, votes = lessons(read, table)
    assert set(votes.line["quayside"]) == set(SITES[:3])
    low = FEATURES.index("word_low")
    assert [lesson.columns.values[low, 1] for lesson in found[:3]] == [0.0] * 3  # two other sites are too few
    assert all(lesson.columns.values[low, 1] < 0 for lesson in found[3:])


def test_pages_that_are_no_running_text_do_not_vote(row: Row, table: npt.NDArray[np.uint8]) -> None:
    page = read_html(Document("<p>quayside</p>"))
    found, votes = lessons([Sample(row(page_type="forum", body="quayside"), page, 0.1)], table)
    assert len(found) == 1
    assert not any(votes)


def lesson(story: list[float], weight: list[float], sample_weight: float = 1.0) -> Lesson:
    sample = Sample({}, None, sample_weight)  # type: ignore[arg-type]
    return Lesson(sample, Labels(np.array(story), np.array(weight)), None)  # type: ignore[arg-type]


def test_of_much_furniture_a_part_stands_for_all() -> None:
    many = 10 * MANY
    given = lesson([1.0] * 5 + [0.0] * many, [1.0] * 5 + [0.5] * many, 2.0)
    weight = learn._thinned(given, np.random.default_rng(1))
    assert weight[:5].tolist() == [2.0] * 5
    kept = weight[5:] > 0
    assert 0.7 * MANY < kept.sum() < 1.3 * MANY
    assert weight[5:].sum() == pytest.approx(many, rel=0.3)
    assert set(weight[5:][kept].round(6)) == {10.0}


def test_of_little_furniture_all_is_learned_from() -> None:
    given = lesson([1.0, 0.0, 0.0], [1.0, 0.5, 0.0], 1.5)
    assert learn._thinned(given, np.random.default_rng(1)).tolist() == [1.5, 0.75, 0.0]


class Saved:
    """A model that saves these trees as CatBoost does."""

    def __init__(self, trees: list[dict[str, Any]], scale: list[Any]) -> None:
        self.found = {"oblivious_trees": trees, "scale_and_bias": scale}

    def save_model(self, path: str, *, format: str) -> None:  # noqa: A002 - CatBoost's name
        assert format == "json"
        Path(path).write_text(json.dumps(self.found), "utf-8")


def split(feature: int, border: float) -> dict[str, Any]:
    return {"float_feature_index": feature, "border": border}


@pytest.mark.parametrize("bias", [0.25, [0.25]])
def test_trees_of_any_depth_become_arrays(bias: object) -> None:
    model = Saved(
        [
            {"splits": [split(1, 0.5), split(0, -1.0)], "leaf_values": [1.0, 2.0, 3.0, 4.0]},
            {"splits": [split(0, 2.0)], "leaf_values": [10.0, 20.0]},
            {"splits": None, "leaf_values": [100.0]},
        ],
        [2.0, bias],
    )
    found = arrays(model, "x")
    assert found["x.features"].shape == found["x.borders"].shape == (2, 3)
    scores = Trees.from_arrays(found, "x").scores(np.array([[-2, -2, 0, 3], [0, 1, 1, 1]], np.float32))
    assert scores.tolist() == [0.25 + 2 * leaf for leaf in (1 + 10 + 100, 2 + 10 + 100, 4 + 10 + 100, 4 + 20 + 100)]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few trees instead of hundreds."""
    pytest.importorskip("catboost")
    for settings in (learn.FIRST, learn.SECOND):
        monkeypatch.setitem(settings, "iterations", 4)


def test_arrays_give_the_scores_of_catboost(quick: None, read: list[Sample], table: npt.NDArray[np.uint8]) -> None:
    found, _ = lessons(read, table)
    values = [lesson.columns.values for lesson in found]
    model = fit(values, found, learn.FIRST)
    trees = Trees.from_arrays(arrays(model, "x"), "x")
    for each in values:
        assert trees.scores(each) == pytest.approx(model.predict(each.T, prediction_type="RawFormulaVal"), abs=1e-5)


def test_the_same_pages_give_the_same_trees(quick: None, read: list[Sample], table: npt.NDArray[np.uint8]) -> None:
    found, _ = lessons(read, table)
    values = [lesson.columns.values for lesson in found]
    one, other = (arrays(fit(values, found, learn.FIRST), "x") for _ in range(2))
    assert all((one[name] == other[name]).all() for name in one)


def test_every_page_is_judged_by_models_that_have_not_seen_its_site(
    quick: None, read: list[Sample], table: npt.NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch
) -> None:
    taught: list[set[str]] = []
    real = learn.fit

    def watched(values: Any, lessons: Any, *rest: Any) -> Any:
        taught.append({lesson.sample.site for lesson in lessons})
        return real(values, lessons, *rest)

    monkeypatch.setattr(learn, "fit", watched)
    found, _ = lessons(read, table)
    said = cross_validate(found)
    assert len(taught) == 2 * FOLDS
    assert len(said.folds) == FOLDS
    for k, sites in enumerate(taught):
        assert sites == {site for site in SITES if fold_of(site) != k % FOLDS}
    for i, each in enumerate(found):
        count = len(each.sample.page.blocks)
        own = said.folds[fold_of(each.sample.site)]
        assert said.values[i].shape == (len(FEATURES) + len(CONTEXT), count)
        assert said.first[i] == pytest.approx(Trees.from_arrays(own.first, "x").scores(each.columns.values))
        second = chance(said.first[i] + Trees.from_arrays(own.second, "x").scores(said.values[i]))
        assert said.second[i] == pytest.approx(second)
        assert ((said.second[i] >= HALF) == (each.labels.story >= HALF)).all()
