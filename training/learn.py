"""From labelled pages to trees: matrices, folds, and the two stages fitted with CatBoost."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from labels import Labels, label
from vocabulary import Learned, new_votes, vocabulary, vote

from newsclean.engine.context import second_values
from newsclean.engine.features import Columns, read_features
from newsclean.engine.trees import Trees, chance
from newsclean.engine.witnesses import read_witnesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    from corpus import Sample

    Floats = npt.NDArray[np.float64]

FOLDS: Final = 5
HALF: Final = 0.5
"""Share of a block from which it is the story."""
SEED: Final = 20261101
FIRST: Final = {"iterations": 300, "learning_rate": 0.09, "depth": 6, "rsm": 0.5}
SECOND: Final = {"iterations": 120, "learning_rate": 0.08, "depth": 5, "rsm": 0.5}
RSM: Final = 0.3
"""Share of the features that a split may choose from, where the settings do not tell."""
MANY: Final = 150
"""Blocks that are not the story, of one page, from which on only a part is learned from, at a higher weight."""
THREADS: Final = 2
"""Fixed: CatBoost's sums depend on it, and the same data must give the same file."""


class Lesson(NamedTuple):
    """A page, ready to learn from."""

    sample: Sample
    labels: Labels
    columns: Columns


def fold_of(site: str) -> int:
    """The fold of a site, the same for ever."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:4], "big") % FOLDS


def lessons(samples: Sequence[Sample], table: npt.NDArray[np.uint8]) -> tuple[list[Lesson], Any]:
    """The pages with labels and features, each with a vocabulary that has not seen its site; and the votes."""
    votes = new_votes()
    labelled = [(sample, label(sample.page, sample.row)) for sample in samples]
    for sample, labels in labelled:
        if sample.running_text:
            vote(votes, sample.page, labels, sample.site, whole="body" in sample.row["annotated"])
    learned = Learned(votes)
    out: list[Lesson] = []
    known: dict[str, Any] = {}
    for sample, labels in labelled:
        if sample.site not in known:
            known = {sample.site: vocabulary(learned.without(sample.site))}  # pages of a site mostly stand together
        columns = read_features(sample.page, known[sample.site], table, read_witnesses(sample.page))
        out.append(Lesson(sample, labels, columns))
    return out, votes


def fit(
    values: Sequence[npt.NDArray[np.float32]],
    lessons: Sequence[Lesson],
    settings: dict[str, float],
    before: Sequence[Floats] | None = None,
    *,
    many: int = MANY,
) -> Any:
    """A CatBoost model of the chance that a block is the story.

    Args:
        values: a matrix per page.
        lessons: the same pages.
        settings: of CatBoost.
        before: log-odds of an earlier stage, which this one corrects.
        many: blocks of one page that are not the story, from which on only a part is learned from.
    """
    from catboost import CatBoostClassifier, Pool

    chance = np.random.default_rng(SEED)
    story = [x.labels.story >= HALF for x in lessons]
    weight = [_thinned(x, chance, many) for x in lessons]
    known = [w > 0 for w in weight]
    pool = Pool(
        np.concatenate([v[:, k] for v, k in zip(values, known, strict=True)], axis=1).T,
        np.concatenate([s[k] for s, k in zip(story, known, strict=True)]).astype(int),
        weight=np.concatenate([w[k] for w, k in zip(weight, known, strict=True)]),
        baseline=None if before is None else np.concatenate([b[k] for b, k in zip(before, known, strict=True)]),
    )
    model = CatBoostClassifier(
        l2_leaf_reg=3.0,
        random_seed=SEED,
        thread_count=THREADS,
        border_count=64,
        bootstrap_type="Bernoulli",
        subsample=0.8,
        verbose=False,
        allow_writing_files=False,
        **({"rsm": RSM} | settings),
    )
    model.fit(pool)
    return model


def _thinned(lesson: Lesson, chance: np.random.Generator, many: int = MANY) -> Floats:
    """The weights of a page's blocks; where furniture is many times the story, a random part stands for all."""
    weight = lesson.labels.weight * lesson.sample.weight
    others = (lesson.labels.story < HALF) & (weight > 0)
    if others.sum() > many:
        share = many / others.sum()
        kept = chance.random(len(weight)) < share
        weight[others] = np.where(kept[others], weight[others] / share, 0.0)
    return weight


def arrays(model: Any, name: str) -> dict[str, npt.NDArray[Any]]:
    """The trees of a model as the engine reads them."""
    import json
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        found = json.loads(path.read_text())
    trees = found["oblivious_trees"]
    depth = max(len(tree["splits"] or ()) for tree in trees)
    features = np.zeros((depth, len(trees)), np.uint16)
    borders = np.full((depth, len(trees)), np.inf, np.float32)
    leaves = np.zeros((len(trees), 1 << depth), np.float32)
    for i, tree in enumerate(trees):
        for d, split in enumerate(tree["splits"] or ()):
            features[d, i], borders[d, i] = split["float_feature_index"], split["border"]
        leaves[i, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = found["scale_and_bias"]
    bias = bias[0] if isinstance(bias, list) else bias
    return {
        f"{name}.features": features,
        f"{name}.borders": borders,
        f"{name}.leaves": leaves * np.float32(scale),
        f"{name}.bias": np.float64(bias),
    }


class Fold(NamedTuple):
    """The two stages, fitted without the sites of one fold (or with all)."""

    first: dict[str, npt.NDArray[Any]]
    second: dict[str, npt.NDArray[Any]]


class Validated(NamedTuple):
    """What the models said of every page whose site they had not seen, and these models."""

    first: list[Floats]
    """Log-odds of the first stage."""
    second: list[Floats]
    """Chances of the second."""
    values: list[npt.NDArray[np.float32]]
    """What the second stage saw."""
    folds: list[Fold]


def cross_validate(lessons: Sequence[Lesson]) -> Validated:
    """Both stages, fold by fold.

    The second stage learns from the first one's out-of-fold scores, as it will meet them on unseen sites.
    """
    fold = np.array([fold_of(x.sample.site) for x in lessons])
    first: list[Floats] = [np.empty(0)] * len(lessons)
    second: list[Floats] = [np.empty(0)] * len(lessons)
    ones, folds = [], []
    own = [x.columns.values for x in lessons]
    for k in range(FOLDS):
        ones.append(_fit_some(own, lessons, fold != k, FIRST, None))
        trees = Trees.from_arrays(ones[k], "x")
        for i in np.flatnonzero(fold == k):
            first[i] = trees.scores(own[i])
    values = [second_values(x.columns, chance(scores)) for x, scores in zip(lessons, first, strict=True)]
    for k in range(FOLDS):
        model = _fit_some(values, lessons, fold != k, SECOND, first)
        trees = Trees.from_arrays(model, "x")
        for i in np.flatnonzero(fold == k):
            second[i] = chance(first[i] + trees.scores(values[i]))
        folds.append(Fold(ones[k], model))
    return Validated(first, second, values, folds)


def _fit_some(
    values: Sequence[npt.NDArray[np.float32]],
    lessons: Sequence[Lesson],
    chosen: Iterable[bool],
    settings: dict[str, float],
    before: Sequence[Floats] | None,
) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a model fitted on the chosen pages."""
    which = [i for i, yes in enumerate(chosen) if yes]
    earlier = None if before is None else [before[i] for i in which]
    return arrays(fit([values[i] for i in which], [lessons[i] for i in which], settings, earlier), "x")
