"""Ownership of captions: how many own ones are flagged, and how many of other pages are caught, by threshold.

    python benchmarks/captions.py [CORPUS_DIR] [--json]

CORPUS_DIR (default: NEWSCLEAN_CORPUS) holds `fundus_fixtures/gold.jsonl`, whose rows have a body and captions. Every
caption is held against its own story and, with a fixed seed, against a random story in the same language of another
site. The frequency table is fitted on the gold bodies of the same corpus, captions not included: the figures say how
the method works on such pages, not how it does on a site it never saw.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from pathlib import Path
from typing import Any, Final, NamedTuple

from newsclean.cues.ownership import Ownership, Story

SEED: Final = 20240229
SCORES: Final = (0.10, 0.15, 0.20, 0.25)
RARE: Final = (0, 3, 4)


class Trial(NamedTuple):
    """The captions of one language, held against two stories each."""

    own: list[Ownership]
    foreign: list[Ownership]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.corpus:
        parser.error("name the corpus folder, or set NEWSCLEAN_CORPUS")
    gold = (Path(args.corpus) / "fundus_fixtures/gold.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in gold.split("\n") if line]
    groups = {"en": ["en"], "de": ["de"], "other": sorted({r["lang"] or "" for r in rows} - {"en", "de"})}
    out = {name: figures(trial([r for r in rows if r["lang"] in languages])) for name, languages in groups.items()}
    if args.json:
        print(json.dumps(out, indent=1))
        return
    print("| language | captions | score below | rare words | own flagged | random foreign caught |")
    print("|---|---|---|---|---|---|")
    for name, lines in out.items():
        for line in lines:
            start = f"| {name} | {line['n']} | {line['score']:.2f} | {line['rare']} |"
            print(f"{start} {line['own']:.1%} | {line['foreign']:.1%} |")


def trial(rows: list[dict[str, Any]]) -> Trial:
    """Every caption against its own and against a foreign story of the rows."""
    chance = random.Random(SEED)  # noqa: S311 - draws a sample, guards nothing
    stories = {r["id"]: Story.of(f"{r['title'] or ''}\n{r['body']}", r["lang"]) for r in rows if r["body"]}
    own, foreign = [], []
    for row in rows:
        others = [r for r in rows if r["site"] != row["site"] and r["lang"] == row["lang"] and r["id"] in stories]
        others = others or [r for r in rows if r["site"] != row["site"] and r["id"] in stories]
        for image in row["extra"].get("images") or []:
            if isinstance(image, dict) and image.get("caption") and row["id"] in stories:
                own.append(stories[row["id"]].owns(image["caption"]))
                foreign.append(stories[chance.choice(others)["id"]].owns(image["caption"]))
    return Trial(own, foreign)


def figures(found: Trial) -> list[dict[str, float]]:
    """Shares flagged for every pair of thresholds."""

    def share(captions: list[Ownership], score: float, rare: int) -> float:
        return sum(c.score < score and c.rare >= rare for c in captions) / len(captions)

    return [
        {
            "n": len(found.own),
            "score": s,
            "rare": r,
            "own": share(found.own, s, r),
            "foreign": share(found.foreign, s, r),
        }
        for s in SCORES
        for r in RARE
    ]


if __name__ == "__main__":
    main()
