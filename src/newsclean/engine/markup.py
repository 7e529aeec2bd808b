"""HTML: two stages of trees say how likely each block is the story, and the best choice among them is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.engine.choice import choose
from newsclean.engine.context import second_values
from newsclean.engine.features import read_features
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.engine.labels import label_blocks
from newsclean.engine.model_file import KINDS, shipped_model
from newsclean.engine.page_values import declares_article, page_values, text_values
from newsclean.engine.second_opinion import DOUBT, ask
from newsclean.engine.trees import chance
from newsclean.engine.witnesses import read_witnesses
from newsclean.model import Notice

if TYPE_CHECKING:
    from newsclean.engine.choice import Choice
    from newsclean.engine.features import Columns
    from newsclean.engine.features.facts import Floats
    from newsclean.engine.model_file import Model
    from newsclean.errors import NotAnArticleKind
    from newsclean.page import Page

UNSURE: Final = 0.5
"""Confidence under which the article carries a warning."""


class Assessment(NamedTuple):
    """What the model makes of a page."""

    chances: Floats
    """Of each block to be the story."""
    choice: Choice
    columns: Columns
    trust: float
    """Chance that the chosen text is right."""


def judge_markup(page: Page, *, tables: bool, second_opinion: bool, model: Model | None = None) -> Judgement:
    """The verdicts for a page of HTML.

    Args:
        page: the page.
        tables: whether tables belong to the story.
        second_opinion: whether trafilatura may be asked.
        model: another one than the shipped one.
    """
    if not page.blocks:
        return Judgement(verdicts=(), confidence=0.0)
    model = model or shipped_model()
    own = found = assess(page, model)
    opinion = ask(page, tables=tables) if second_opinion and own.trust < DOUBT else None
    notices: list[Notice] = []
    heard = False
    if opinion is not None:
        found = weigh(own.columns, opinion.shifted(own.chances), model)
        evidence = opinion.evidence(own.choice.chosen, found.choice.chosen, own.columns.facts.words)
        disputed, settled = int(evidence["disputed_words"]), int(evidence["settled_for_trafilatura"])
        heard = 2 * settled > disputed
        message = f"The engine was in doubt and asked trafilatura, which got {settled} of {disputed} disputed words."
        notices.append(Notice(kind="second_opinion", message=message, evidence=evidence))
    if found.trust < UNSURE:
        message = "It is doubtful whether this is the text of the story: look at it before you rely on it."
        notices.append(Notice(kind="low_confidence", message=message, evidence={"confidence": round(found.trust, 3)}))
    kinds = {} if page.document is None or declares_article(page.document.structured) else kinds_of(page, own, model)
    labels = label_blocks(found.columns.facts, found.chances, found.choice.chosen, tables=tables)
    return Judgement(
        verdicts=tuple(verdicts(page, labels, found.trust)),
        confidence=found.trust,
        source="trafilatura" if heard else "engine",
        notices=tuple(notices),
        kind=next((kind for kind, least in zip(kinds, model.least, strict=False) if kinds[kind] >= least), None),
        evidence={f"chance_{kind}": round(value, 3) for kind, value in kinds.items()},
    )


def assess(page: Page, model: Model) -> Assessment:
    """The model's chances for a page of HTML with at least one block."""
    columns = read_features(page, model.vocabulary, model.characters, read_witnesses(page))
    first = model.first.scores(columns.values)
    chances = chance(first + model.second.scores(second_values(columns, chance(first))))
    return weigh(columns, chances, model)


def weigh(columns: Columns, chances: Floats, model: Model) -> Assessment:
    """The choice that the chances of the blocks make, and how likely it is right."""
    choice = choose(chances, columns.facts.words)
    trust = float(chance(model.trust.scores(text_values(columns.facts, chances, choice)))[0])
    return Assessment(chances, choice, columns, trust)


def kinds_of(page: Page, found: Assessment, model: Model) -> dict[NotAnArticleKind, float]:
    """Kind of page that is no article to its chance."""
    values = page_values(page, found.columns, found.chances, found.choice)
    return {kind: float(chance(trees.scores(values))[0]) for kind, trees in zip(KINDS, model.kinds, strict=True)}
