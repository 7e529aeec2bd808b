"""From a corpus to the judge of captions: what counts for how much when a caption is held against a story.

    python training/fit_ownership.py CORPUS_DIR [--out FILE]

Own captions and the same captions in foreign stories (`injection.py`); the evidence of each comes from word weights
that were counted without the site of the caption, as it will be on new sites. A logistic regression with a small
penalty. The same corpus, engine and seed give the same file. Run training/idf.py too: both must know the same pages.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from newsclean.cues.ownership import Story
from newsclean.cues.ownership_model import INPUTS, NAME, OwnershipModel, inputs

sys.path.insert(0, str(Path(__file__).parent))

from captioned import captioned_pages
from idf import frequencies_of
from injection import SEED, own_trials, stray_trials
from learn import FOLDS, fold_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt
    from captioned import Captioned
    from injection import Trial

    from newsclean.cues.frequencies import Frequencies
    from newsclean.cues.ownership import Evidence

    Floats = npt.NDArray[np.float64]

OUT: Final = Path(__file__).parent.parent / "src/newsclean/cues" / NAME
PENALTY: Final = 3.0
"""Of squared weights of standardised inputs; 1 to 30 differ by half a point."""
OWN: Final = 2.5
"""Weight of an own caption beside a stray one: there are about six strays to each two own trials."""
GOLD: Final = 2.5
"""Weight of a gold caption beside one that only markup calls so."""
NO_NEWS: Final = 0.5
"""Weight of captions of a data set that has few newspapers, beside those of news."""
NOT_NEWS: Final = ("wcxb_dev",)
UNRELATED: Final = 0.06
"""Where only markup says that a line is a caption and less than this share of it is in the story, it is a prompt or a
credit more often than not, and nothing to learn from."""
STEPS: Final = 60
"""Of Newton's method, which needs about ten."""


class Lesson(NamedTuple):
    """A trial, ready to learn from."""

    trial: Trial
    evidence: Evidence
    weight: float


def main() -> None:
    """Fits, and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    pages = captioned_pages(args.corpus)
    learned = [lesson for k in range(FOLDS) for lesson in lessons(pages, k)]
    model = fit(learned)
    table = {name: round(weight, 4) for name, weight in zip(INPUTS, model.weights, strict=True)}
    args.out.write_text(json.dumps(table | {"bias": round(model.bias, 4)}, indent=1) + "\n", "utf-8")
    print(f"{len(learned)} trials of {sum(len(page.captions) for page in pages)} captions; {args.out}")


def known_without(pages: Iterable[Captioned], fold: int) -> dict[str, Frequencies]:
    """The weights of words as all folds but one have them."""
    every = list(pages)
    return frequencies_of([p for p in every if fold_of(p.site) != fold], {p.language for p in every})


def lessons(pages: Sequence[Captioned], fold: int) -> list[Lesson]:
    """The trials of the captions of one fold, with weights of words that have not seen its sites."""
    known = known_without(pages, fold)
    chance = random.Random(f"{SEED}/{fold}")  # noqa: S311 - draws a sample, guards nothing
    mine = [page for page in pages if fold_of(page.site) == fold]
    trials = [*own_trials(mine, chance), *stray_trials(mine, pages, known, chance)]
    found = zip(trials, evidence_of(trials, known), strict=True)
    return [Lesson(trial, evidence, _weight(trial, evidence)) for trial, evidence in found]


def evidence_of(trials: Iterable[Trial], known: Mapping[str, Frequencies]) -> list[Evidence]:
    """What there is to see of each trial."""
    stories: dict[tuple[str, str], Story] = {}
    out = []
    for trial in trials:
        host = trial.host
        name = (host.dataset, host.id)
        if name not in stories:
            weights = known[host.language]
            stories[name] = Story.of(host.body, host.language, head=host.head, about=host.about, known=weights)
        story = stories[name]
        out.append(story.evidence(story.read(trial.caption), [story.read(each) for each in trial.siblings]))
    return out


def _weight(trial: Trial, evidence: Evidence) -> float:
    page = trial.page
    own = trial.kind == "own"
    if own and not page.gold and evidence.found < UNRELATED:
        return 0.0
    source = GOLD if page.gold else NO_NEWS if page.dataset in NOT_NEWS else 1.0
    return float(source * (OWN if own else 1.0) / np.sqrt(len(page.captions)))  # galleries count for less a caption


def fit(learned: Sequence[Lesson]) -> OwnershipModel:
    """The weights of the inputs, by Newton's method on the penalised likelihood."""
    some = [lesson for lesson in learned if lesson.weight]
    values = np.array([inputs(lesson.evidence) for lesson in some])
    stray = np.array([lesson.trial.kind != "own" for lesson in some], float)
    weight = np.array([lesson.weight for lesson in some])
    mean, scale = values.mean(axis=0), values.std(axis=0) + 1e-9
    found = _newton(np.column_stack(((values - mean) / scale, np.ones(len(values)))), stray, weight)
    weights = found[:-1] / scale
    return OwnershipModel(tuple(map(float, weights)), float(found[-1] - weights @ mean))


def _newton(values: Floats, stray: Floats, weight: Floats) -> Floats:
    penalty = np.full(values.shape[1], 2 * PENALTY)
    penalty[-1] = 0.0
    found = np.zeros(values.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-values @ found))
        slope = values.T @ (weight * (chance - stray)) + penalty * found
        bend = (values * (weight * chance * (1.0 - chance))[:, None]).T @ values + np.diag(penalty)
        step: Any = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < 1e-9:  # noqa: PLR2004 - nothing moves any more
            break
    return found


if __name__ == "__main__":
    main()
