"""Two questions about a page as a whole: is the text right, and is it an article at all?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from learn import FOLDS, SEED, THREADS, arrays, fold_of

from newsclean.engine.choice import choose
from newsclean.engine.labels import label_blocks
from newsclean.engine.model_file import KINDS
from newsclean.engine.page_values import TEXT_VALUES, declares_article, page_values
from newsclean.engine.trees import Trees, chance
from newsclean.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from learn import Lesson

    Floats = npt.NDArray[np.float64]

RIGHT: Final = 0.8
"""Word-F1 from which a text is right."""
SETTINGS: Final = {"iterations": 200, "learning_rate": 0.05, "depth": 4}
KIND_OF_TYPE: Final = {"listing": "index", "collection": "index", "product": "product", "forum": "forum"}
"""Page types of the corpus that are no articles."""


KIND_WEIGHTS: Final = {
    None: 0.3, "listing": 3.0, "collection": 3.0, "product": 0.7, "forum": 0.7, "service": 0.7, "documentation": 0.7,
}  # fmt: skip
"""How much a page of a type counts beside an article: lists are few, and what has no type may be anything."""
ALLOWED: Final = {"index": 0.003, "product": 0.001, "forum": 0.001}
"""Share of the articles that may be taken for each kind, out of fold: in all 0.5 %."""
LEAST: Final = 0.5
"""No page is refused at a lower chance, however few articles are: the limits come from a handful of pages. At 0.35 for
lists 71 % instead of 68 % of them were refused, and three articles instead of two."""


class PageFacts(NamedTuple):
    """A row per page."""

    values: npt.NDArray[np.float32]
    right: Floats
    """1, 0, or nan where nobody knows."""
    kind: list[str]
    """One of `KINDS`, or "article"."""
    article: npt.NDArray[np.bool_]
    """Whether the gold says in so many words that it is an article, and the page itself does not: what could be refused
    and should not."""
    articles: int
    """How many articles there are in all."""
    weight: Floats
    fold: npt.NDArray[np.intp]


def page_facts(lessons: Sequence[Lesson], chances: Sequence[Floats]) -> PageFacts:
    """What the page models learn from, given out-of-fold chances of the second stage."""
    values, right, kinds = [], [], []
    for lesson, p in zip(lessons, chances, strict=True):
        page, row = lesson.sample.page, lesson.sample.row
        choice = choose(p, lesson.columns.facts.words)
        values.append(page_values(page, lesson.columns, p, choice)[:, 0])
        known = "body" in row["annotated"] and lesson.sample.running_text
        right.append(float(_f1(row["body"] or "", _text(lesson, p, choice.chosen)) >= RIGHT) if known else np.nan)
        kinds.append(KIND_OF_TYPE.get(row["page_type"], "article"))
    return PageFacts(
        np.stack(values),
        np.array(right),
        kinds,
        np.array([x.sample.row["page_type"] == "article" and not _declared(x) for x in lessons]),
        sum(x.sample.row["page_type"] == "article" for x in lessons),
        np.array([KIND_WEIGHTS.get(x.sample.row["page_type"], 1.0) for x in lessons]),
        np.array([fold_of(x.sample.site) for x in lessons]),
    )


class PageModels(NamedTuple):
    """The arrays of the models by name, and what they said out of fold."""

    arrays: dict[str, npt.NDArray[Any]]
    folds: list[dict[str, npt.NDArray[Any]]]
    trust: Floats
    kinds: dict[str, Floats]


def learn_pages(facts: PageFacts) -> PageModels:
    """The page models: one for trust, one for each kind."""
    targets = {"trust": (facts.right, ~np.isnan(facts.right))}
    for kind in KINDS:
        targets[f"kind_{kind}"] = (np.array([k == kind for k in facts.kind], float), np.ones(len(facts.kind), bool))
    final: dict[str, Any] = {}
    folds: list[dict[str, Any]] = [{} for _ in range(FOLDS)]
    said: dict[str, Floats] = {}
    for name, (target, known) in targets.items():
        seen = facts.values[:, : len(TEXT_VALUES)] if name == "trust" else facts.values
        said[name] = np.zeros(len(target))
        for k in range(FOLDS):
            folds[k] |= arrays(_fit(facts, seen, target, known & (facts.fold != k)), name)
            held = facts.fold == k
            said[name][held] = chance(Trees.from_arrays(folds[k], name).scores(seen[held].T))
        final |= arrays(_fit(facts, seen, target, known), name)
    limits = {f"kind_{kind}.least": np.float64(_limit(facts, said[f"kind_{kind}"], kind)) for kind in KINDS}
    final |= limits
    folds = [fold | limits for fold in folds]
    return PageModels(final, folds, said["trust"], {kind: said[f"kind_{kind}"] for kind in KINDS})


def _declared(lesson: Lesson) -> bool:
    document = lesson.sample.page.document
    return document is not None and declares_article(document.structured)


def _limit(facts: PageFacts, said: Floats, kind: str) -> float:
    """The chance above which no more of the articles are taken for a kind than may be."""
    articles = np.sort(said[facts.article])[::-1]
    spared = int(ALLOWED[kind] * facts.articles)
    return max(LEAST, float(articles[spared]) + 1e-6) if spared < len(articles) else LEAST


def _fit(facts: PageFacts, values: npt.NDArray[np.float32], target: Floats, chosen: npt.NDArray[np.bool_]) -> Any:
    from catboost import CatBoostClassifier

    model = CatBoostClassifier(
        **SETTINGS,
        l2_leaf_reg=5.0,
        random_seed=SEED,
        thread_count=THREADS,
        bootstrap_type="Bernoulli",
        subsample=0.8,
        rsm=0.5,
        verbose=False,
        allow_writing_files=False,
    )
    model.fit(values[chosen], target[chosen].astype(int), sample_weight=facts.weight[chosen])
    return model


def _text(lesson: Lesson, chances: Floats, chosen: npt.NDArray[np.bool_]) -> str:
    """The text that the engine would give."""
    labels = label_blocks(lesson.columns.facts, chances, chosen, tables=True)
    return "\n".join(block.text for block in lesson.sample.page.blocks if labels.get(block.index) == "body")


def _f1(gold: str, text: str) -> float:
    wanted, got = Counter(words(gold.lower())), Counter(words(text.lower()))
    if not wanted or not got:
        return float(wanted == got)
    return 2 * (wanted & got).total() / (wanted.total() + got.total())
