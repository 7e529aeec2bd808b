"""HTML: two stages of trees say how likely each block is the story, and the best choice among them is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.engine.choice import choose
from newsclean.engine.context import second_values
from newsclean.engine.features import read_features
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.engine.labels import label_blocks
from newsclean.engine.model_file import KINDS, shipped_model
from newsclean.engine.page_values import page_values
from newsclean.engine.trees import chance
from newsclean.engine.witnesses import read_witnesses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.engine.choice import Choice
    from newsclean.engine.features import Columns
    from newsclean.engine.features.facts import Floats
    from newsclean.engine.model_file import Model
    from newsclean.page import Page

REFUSED: Final = 0.5
"""Chance of a kind from which a page is of that kind and no article (docs/model-card.md has the table)."""


class Assessment(NamedTuple):
    """What the model makes of a page."""

    chances: Floats
    """Of each block to be the story."""
    choice: Choice
    columns: Columns
    trust: float
    """Chance that the chosen text is right."""
    kinds: Mapping[str, float]
    """Kind of page that is no article to its chance."""


def judge_markup(page: Page, *, tables: bool, model: Model | None = None) -> Judgement:
    """The verdicts for a page of HTML.

    Args:
        page: the page.
        tables: whether tables belong to the story.
        model: another one than the shipped one.
    """
    if not page.blocks:
        return Judgement(verdicts=(), confidence=0.0)
    found = assess(page, model or shipped_model())
    labels = label_blocks(found.columns.facts, found.chances, found.choice.chosen, tables=tables)
    kind, odds = max(found.kinds.items(), key=lambda item: item[1])
    return Judgement(
        verdicts=tuple(verdicts(page, labels, found.trust)),
        confidence=found.trust,
        kind=kind if odds >= REFUSED else None,
        evidence={f"chance_{name}": round(value, 3) for name, value in found.kinds.items()},
    )


def assess(page: Page, model: Model) -> Assessment:
    """The model's chances for a page of HTML with at least one block."""
    columns = read_features(page, model.vocabulary, model.characters, read_witnesses(page))
    first = model.first.scores(columns.values)
    chances = chance(first + model.second.scores(second_values(columns, chance(first))))
    choice = choose(chances, columns.facts.words)
    values = page_values(page, columns, chances, choice)
    trust = float(chance(model.trust.scores(values))[0])
    kinds = {kind: float(chance(trees.scores(values))[0]) for kind, trees in zip(KINDS, model.kinds, strict=True)}
    return Assessment(chances, choice, columns, trust, kinds)
