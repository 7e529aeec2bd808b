"""What the shipped site rules gain on the pages of a corpus, and which sites lose most without rules.

    python benchmarks/site_rules.py [--corpus DIR] [--out-of-fold MODELS_DIR] [--site HOST ...] [--pages]
                                    [--write FILE] [--rank]

CORPUS (default: NEWSCLEAN_CORPUS) is a folder in the layout of docs/benchmarks.md. With `--out-of-fold` each page is
read with the model that has not seen its site, which is the honest figure. `--rank` lists all sites with two pages or
more instead, what is lost most first. docs/site-rules.md tells what the columns mean; `--write` puts the table between
the marks of such a file.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from left_out import Reader, Reading, evidence, family, left_out, switched_off
from ours import Folds, Newsclean
from pages import datasets, pages
from report import grid
from rule_scores import score, wrong_lines

from newsclean.rules.hosts import host_of
from newsclean.rules.index import read_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ours import Tool
    from pages import Page
    from rule_scores import Score

FEWEST: Final = 2
"""Pages of a site from which one can be left out."""
MARKS: Final = ("<!-- table: begin -->", "<!-- table: end -->")
"""Lines between which `--write` puts the table."""


class Result(NamedTuple):
    """A page of a site with rules."""

    site: str
    page: str
    without: Score
    ruled: Score
    """With all rules of the site."""
    honest: Score
    """With the rules that other pages of the site speak for."""
    left_out: bool
    """Whether the rules were written without looking at it."""


def main() -> None:
    """Runs, prints, writes."""
    args = arguments()
    corpus = Path(args.corpus)
    if args.rank:
        tool: Tool = Newsclean(second_opinion=True)
        print(ranking(corpus, Folds(args.out_of_fold, tool) if args.out_of_fold else tool))
        return
    results = [result for site in by_family(corpus, args.site) for result in measured(site, args.out_of_fold)]
    if not results:
        message = "no page of the corpus has a gold body and a site with shipped rules, or with those named"
        raise SystemExit(message)
    if args.pages:
        print(grid(list(page_lines(results))) + "\n")
    table = list(site_lines(results))
    print(grid(table))
    if args.write:
        write(args.write, table)


def arguments() -> argparse.Namespace:
    """The command line; ends with a message when something is amiss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--out-of-fold", type=Path, metavar="MODELS_DIR")
    parser.add_argument("--site", nargs="+", default=(), help="names of rule files; by default all shipped ones")
    parser.add_argument("--pages", action="store_true", help="a line for each page, too")
    parser.add_argument("--write", type=Path, metavar="FILE")
    parser.add_argument("--rank", action="store_true")
    args = parser.parse_args()
    if not args.corpus or not Path(args.corpus).is_dir():
        parser.error("name the corpus folder with --corpus, or set NEWSCLEAN_CORPUS")
    return args


def by_family(corpus: Path, names: Sequence[str]) -> Iterator[list[tuple[str, Page]]]:
    """The pages of the sites with shipped rules, each with its rule file; sites that share a layer together."""
    index = read_index()
    families: defaultdict[str, list[tuple[str, Page]]] = defaultdict(list)
    for page in with_body(corpus):
        site = index.by_host(host_of(page.url) or "")
        if site and (not names or site in names):
            families[family(site)].append((site, page))
    yield from families.values()


def with_body(corpus: Path) -> Iterator[Page]:
    """The pages of a corpus with a gold body and a site, less those that somebody says are no articles."""
    for name in datasets(corpus):
        for page in pages(corpus, name):
            row = page.row
            if row["page_type"] in ("article", None) and row["site"] and "body" in row["annotated"]:
                yield page


def measured(members: Sequence[tuple[str, Page]], models: Path | None) -> Iterator[Result]:
    """The results of all pages of a family of sites."""
    reader = Reader(models)
    bare = [reader.read(page, rules=False) for _, page in members]
    ruled = [reader.read(page) for _, page in members]
    spoken_for = [
        evidence(with_rules, wrong_lines(page.row, without))
        for (_, page), without, with_rules in zip(members, bare, ruled, strict=True)
    ]
    unseen = {id(left_out([p for s, p in members if s == site])) for site in {site for site, _ in members}}
    for nth, (site, page) in enumerate(members):
        others = frozenset[str]().union(*(found for n, found in enumerate(spoken_for) if n != nth))
        honest = reader.read(page, disable=switched_off(site, others))
        yield Result(
            site=site,
            page=str(page.row["id"]),
            left_out=id(page) in unseen,
            without=score(page.row, bare[nth]),
            ruled=score(page.row, ruled[nth]),
            honest=score(page.row, honest),
        )


def site_lines(results: Sequence[Result]) -> Iterator[list[str]]:
    """The table of sites, and a last line for all."""
    yield [
        "site",
        "pages",
        "left-out page",
        "residue on it",
        "leave-one-out",
        "residue",
        "wrong captions",
        "lowest change",
    ]
    sites = dict.fromkeys(result.site for result in results)
    for name, some in [*((site, [r for r in results if r.site == site]) for site in sites), ("all", list(results))]:
        held = [result for result in some if result.left_out]
        yield [
            name,
            str(len(some)),
            _change((r.without.f1, r.ruled.f1) for r in held),
            _count((r.without.residue, r.ruled.residue) for r in held),
            _change((r.without.f1, r.honest.f1) for r in some),
            _count((r.without.residue, r.honest.residue) for r in some),
            _count((r.without.wrong_captions, r.honest.wrong_captions) for r in some),
            f"{min(min(r.ruled.f1, r.honest.f1) - r.without.f1 for r in some):+.3f}",
        ]


def page_lines(results: Sequence[Result]) -> Iterator[list[str]]:
    """A line for each page: without rules, with all of them, with those that other pages speak for."""
    yield ["page", "left out", "words", "paragraphs", "residue", "lost"]
    for r in results:
        three = (r.without, r.ruled, r.honest)
        yield [
            f"{r.site} {r.page[:36]}",
            "yes" if r.left_out else "",
            " ".join(f"{s.words:.3f}" for s in three),
            " ".join(f"{s.paragraphs:.3f}" for s in three),
            " ".join(str(s.residue) for s in three),
            " ".join(str(s.lost) for s in three),
        ]


def _change(pairs: Iterable[tuple[float, float]]) -> str:
    before, after = map(fmean, zip(*pairs, strict=True))
    return f"{before:.3f} → {after:.3f}"


def _count(pairs: Iterable[tuple[int, int]]) -> str:
    before, after = map(sum, zip(*pairs, strict=True))
    return f"{before} → {after}"


def ranking(corpus: Path, tool: Tool) -> str:
    """All sites with two pages or more: figures without rules, those that lose most of F1 first."""
    sites: defaultdict[str, list[Score]] = defaultdict(list)
    for page in with_body(corpus):
        if page.row["page_type"] == "article":
            sites[page.row["site"]].append(score(page.row, Reading(tool(page), {})))
    several = sorted(
        (item for item in sites.items() if len(item[1]) >= FEWEST), key=lambda item: sum(s.f1 - 1 for s in item[1])
    )
    table = [["site", "pages", "words", "paragraphs", "residue", "lost", "captions leaked"]]
    table += [
        [
            site,
            str(len(some)),
            f"{fmean(s.words for s in some):.3f}",
            f"{fmean(s.paragraphs for s in some):.3f}",
            str(sum(s.residue for s in some)),
            str(sum(s.lost for s in some)),
            str(sum(s.leaks for s in some)),
        ]
        for site, some in several
    ]
    return grid(table)


def write(file: Path, table: Sequence[Sequence[str]]) -> None:
    """Puts the table between the marks of a file."""
    begin, end = MARKS
    head, _, rest = file.read_text("utf-8").partition(begin)
    _, found, tail = rest.partition(end)
    if not found:
        message = f"{file} has no lines {begin} and {end}"
        raise SystemExit(message)
    lined = [table[0], ["---"] * len(table[0]), *table[1:]]
    body = "\n".join(f"| {' | '.join(line)} |" for line in lined)
    file.write_text(f"{head}{begin}\n\n{body}\n\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
