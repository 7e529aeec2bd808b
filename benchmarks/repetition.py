"""What comparing the pages of a site is worth: residue lines that it takes from the text, and genuine ones.

    python benchmarks/repetition.py --corpus CORPUS_DIR [--outputs DIR] [--out-of-fold MODELS_DIR] [--show]

Every site of the corpus with three pages or more goes through `Cleaner.clean_many` as a whole. Kinds of input: `html`,
with the model that has not seen the site where `--out-of-fold` gives it; `whole`, every line of text of the page; and,
with `--outputs`, what other tools extracted, as benchmarks/text_mode.py reads it. A line is genuine when the gold text
has it and residue when it does not (`residue.judge_of`: a line of one word is in the gold text when the word is);
those that the detector `repetition` takes are counted. Pages without gold count for
what they repeat, and are not scored.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter, defaultdict
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parent))

from ours import FoldModels
from pages import Page, datasets, pages
from residue import judge_of
from text_mode import read_outputs, whole_text

from newsclean import Article, Cleaner, Options, Response
from newsclean.recurrence import MIN_STORIES

if TYPE_CHECKING:
    from collections.abc import Sequence


BY: Final = "detector:repetition"
TOOLS: Final = ("trafilatura", "justext", "readability", "resiliparse")
NO_SITE: Final = frozenset((None, "google.com"))
"""The site of cached copies of other sites' pages is none."""


def main() -> None:
    """Counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--outputs", type=Path)
    parser.add_argument("--out-of-fold", type=Path, metavar="MODELS_DIR")
    parser.add_argument("--show", action="store_true", help="print what is taken")
    args = parser.parse_args()
    folds = FoldModels(args.out_of_fold) if args.out_of_fold else None
    outputs = {
        (tool, name): read_outputs(args.outputs, tool, name)
        for tool in (TOOLS if args.outputs else ())
        for name in datasets(args.corpus)
    }
    print("| input | sites | pages | residue lines | taken | genuine lines | taken |")
    print("|---|---|---|---|---|---|---|")
    sites = sites_of(args.corpus)
    for kind in ("html", "whole", *(TOOLS if args.outputs else ())):
        count: Counter[str] = Counter()
        for site in sites:
            given = [(page, source) for page in site if (source := source_of(page, kind, outputs)) is not None]
            if len(given) < MIN_STORIES:
                continue
            with folds.model_of(site[0]) if folds is not None else nullcontext():
                compare(given, count, show=args.show)
        print(
            f"| {kind} | {count['sites']} | {count['pages']} | {_cells(count, 'residue')} | {_cells(count, 'lost')} |"
        )


def sites_of(corpus: Path) -> list[list[Page]]:
    """The articles of each site that has enough of them."""
    found: defaultdict[str, list[Page]] = defaultdict(list)
    for name in datasets(corpus):
        for page in pages(corpus, name):
            if page.row["page_type"] in (None, "article") and page.row["site"] not in NO_SITE:
                found[page.row["site"]].append(page)
    return [site for _, site in sorted(found.items()) if len(site) >= MIN_STORIES]


def source_of(page: Page, kind: str, outputs: dict[tuple[str, str], dict[str, str]]) -> Response | None:
    """The page in one form, at an address of its site."""
    url = f"https://{page.row['site']}/{page.row['dataset']}/{page.row['id']}"
    if kind == "html":
        return Response(url=url, body=page.body)
    if kind == "whole":
        text = whole_text(page.body, page.row["url"])
    else:
        text = outputs[kind, page.row["dataset"]].get(str(page.row["id"]), "")
    return (
        Response(url=url, body=text.encode(), headers=(("content-type", "text/plain; charset=utf-8"),))
        if text
        else None
    )


def compare(given: Sequence[tuple[Page, Response]], count: Counter[str], *, show: bool) -> None:
    """Cleans the pages of a site and counts what is taken."""
    kind = "html" if not given[0][1].headers else "text"
    with Cleaner(Options(rules=None, accept="any", input=kind)) as cleaner:
        outcomes = cleaner.clean_many([source for _, source in given])
    count["sites"] += 1
    for (page, _), article in zip(given, outcomes, strict=True):
        if not isinstance(article, Article):
            continue
        count["pages"] += 1
        if not page.row.get("body") and not page.row.get("with"):
            continue
        judge = judge_of(page.row)
        taken = [removal for removal in article.removed if removal.by == BY]
        for part, what in (*((b, "kept") for b in article.blocks), *((r, "taken") for r in taken)):
            verdict = judge(part)
            if verdict:
                count[verdict] += 1
                count[f"{verdict} {what}"] += 1
                if show and what == "taken":
                    print(f"{verdict}: {page.row['site']} {page.row['id']}: {part.text[:100]!r}")


def _cells(count: Counter[str], what: str) -> str:
    taken = count[f"{what} taken"]
    return f"{count[what]} | {taken} ({taken / max(1, count[what]):.2%})"


if __name__ == "__main__":
    main()
