"""Whose caption is it: own captions dropped and foreign ones caught, on sites that nothing was fitted on.

    python benchmarks/captions.py [CORPUS_DIR] [--odds N...] [--json]

CORPUS_DIR (default: NEWSCLEAN_CORPUS). Every gold caption is held against its own story and put into others: `random`,
of another site; `hard`, the nearest in topic; `person`, the nearest with a name in common; `site`, the nearest of the
same site; the first of a pair of figures is without other captions beside it, the second with those of the story. Five
folds by site: weights of words and the model are fitted without the fold of the caption and without strays in stories
of that fold. Credits are split off before, so they tell nothing. benchmarks/caption_pages.py does the same through
`parse`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from captioned import captioned_pages
from fit_ownership import fit, lessons
from injection import KINDS
from learn import FOLDS, fold_of

from newsclean.detectors.misplaced_caption import LEAST_WEIGHT, STRAY_ODDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captioned import Captioned
    from fit_ownership import Lesson

    from newsclean.cues.ownership_model import OwnershipModel

ODDS: Final = (1.0, 1.5, STRAY_ODDS, 2.5)
GROUPS: Final = ("en", "de", "other")
COMPANY: Final = ("without", "with")


class Said(NamedTuple):
    """What the model said of a trial."""

    group: str
    kind: str
    company: str
    odds: float


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--odds", type=float, nargs="+", default=ODDS)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.corpus:
        parser.error("name the corpus folder, or set NEWSCLEAN_CORPUS")
    rows = figures(out_of_fold(captioned_pages(Path(args.corpus))), args.odds)
    print(json.dumps(rows, indent=1) if args.json else table(rows))


def fold_models(learned: Sequence[Sequence[Lesson]]) -> list[OwnershipModel]:
    """For each fold the model that saw neither its captions nor its stories.

    Args:
        learned: the trials of each fold.
    """

    def unseen(lesson: Lesson, fold: int) -> bool:
        return fold_of(lesson.trial.page.site) != fold != fold_of(lesson.trial.host.site)

    every = [lesson for some in learned for lesson in some]
    return [fit([lesson for lesson in every if unseen(lesson, fold)]) for fold in range(FOLDS)]


def out_of_fold(pages: Sequence[Captioned]) -> list[Said]:
    """What is said of each trial of a gold caption."""
    learned = [lessons(pages, fold) for fold in range(FOLDS)]
    models = fold_models(learned)
    return [
        Said(group_of(lesson.trial.page.language), lesson.trial.kind, lesson.trial.company, _odds(lesson, model))
        for some, model in zip(learned, models, strict=True)
        for lesson in some
        if lesson.trial.page.gold
    ]


def group_of(language: str) -> str:
    """The row of the table that a language stands in."""
    return language if language in GROUPS else GROUPS[-1]


def _odds(lesson: Lesson, model: OwnershipModel) -> float:
    """Log-odds as the detector asks for them: a caption that says next to nothing is no stray."""
    enough = math.expm1(lesson.evidence.weight) >= LEAST_WEIGHT
    return model.odds(lesson.evidence) if enough else -math.inf


def figures(said: Iterable[Said], odds: Iterable[float]) -> list[dict[str, float | str]]:
    """Shares at or above each threshold, for each group of languages."""
    every = list(said)
    out: list[dict[str, float | str]] = []
    for group in GROUPS:
        some = [each for each in every if each.group == group]
        for least in odds:
            row: dict[str, float | str] = {"language": group, "odds": least}
            row["captions"] = sum(each.kind == "own" and each.company == "alone" for each in some)
            for kind, companies in (("own", ("alone", "with")), *((kind, COMPANY) for kind in KINDS)):
                for company in companies:
                    hits = [each.odds >= least for each in some if (each.kind, each.company) == (kind, company)]
                    row[f"{kind} {company}"] = fmean(hits) if hits else math.nan
            out.append(row)
    return out


def table(rows: Sequence[dict[str, float | str]]) -> str:
    """The figures as a table."""
    head = ["language", "captions", "log-odds", "own dropped", "own, beside a stray", *KINDS]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    for row in rows:
        pairs = [" / ".join(f"{row[f'{kind} {company}']:.1%}" for company in COMPANY) for kind in KINDS]
        cells = [row["language"], row["captions"], f"{row['odds']:.1f}"]
        cells += [f"{row['own alone']:.1%}", f"{row['own with']:.1%}", *pairs]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
