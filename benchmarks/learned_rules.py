"""What rules are worth that were learned from all pages of a site but one, on that one.

    python benchmarks/learned_rules.py [CORPUS_DIR] [--out-of-fold MODELS_DIR] [--least PAGES] [--json]

CORPUS_DIR (default: NEWSCLEAN_CORPUS) is laid out as docs/benchmarks.md says. Sites with `--least` article pages or
more that have a gold body (default 3) take part, from the data sets in which bodies are trusted most. Each page is left
out once; the rules are learned from the others (`newsclean.authoring.learn`), which sees no gold.

A line is a block of the page with words that readers see. It is *genuine* when the gold text has it: as a line of its
own, or inside of one if it has five words or more; shorter ones are often there by chance. It is *residue* when the
gold text (and standfirst) does not have it and it is in no field: headline, byline, date and captions are none. Lines
that may stand in the text or not count for nothing. Three questions, by what is asked of the left-out page:

*page*: of all lines of the page, what do the rules alone take, without engine and detectors?
*engine*: of the lines that the engine keeps without detectors, what is gone when the rules are added?
*output*: of the lines of the article without rules, what is gone when the rules are added?

Of the residue that is left in the output, what kind of lines it is, and how much of it recurs at all (its line or its
place, on two other pages of the site), is printed below. Times are seconds of processor time for all pages of a site,
reading included.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter, defaultdict
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ours import Folds
from pages import datasets, pages
from residue import judge_of, squeezed

from newsclean import Options, Response
from newsclean.authoring.learn import learn
from newsclean.authoring.reader import Reader, library_of, open_page
from newsclean.authoring.specimen import Specimen, specimen_of
from newsclean.detectors import detectors
from newsclean.rules.apply import apply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pages import Page

    from newsclean import SiteRules

TRUSTED: Final = ("zyte", "wcxb_dev", "fundus_eval", "fundus_fixtures")
"""Data sets whose bodies are made by hand, or reviewed."""
LEAST: Final = 3
MANY: Final = 5
"""Pages that `rules learn` asks for."""
CHANCE_WORDS: Final = 5
"""Words of a part of a gold line that is not there by chance."""
HOST: Final = "learned.example"
ADDRESS: Final = f"https://{HOST}/"
"""Where all pages are said to be: the rules of a site are for the host that they name."""
QUESTIONS: Final = ("page", "engine", "output")

T = TypeVar("T")


class Site:
    """The pages of one site, read with the model that has not seen it."""

    def __init__(self, found: Sequence[Page], bench: Bench) -> None:
        start = time.process_time()
        self._bench = bench
        self.pages = [(page, specimen) for page in found if (specimen := bench.read(page)) is not None]
        self.reading = time.process_time() - start
        self.seconds = 0.0

    def rules(self, left_out: Page | None) -> SiteRules:
        """What is learned from the other pages; of several times the longest is kept."""
        specimens = [specimen for page, specimen in self.pages if page is not left_out]
        start = time.process_time()
        learned = self._bench.run(self.pages[0][0], lambda: learn(specimens, site=HOST, name=None, hosts=(HOST,)))
        self.seconds = max(self.seconds, time.process_time() - start)
        return learned.rules


def main() -> None:
    """Learns, counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--out-of-fold", type=Path, metavar="MODELS_DIR")
    parser.add_argument("--least", type=int, default=LEAST, metavar="PAGES")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.corpus:
        parser.error("name the corpus folder, or set NEWSCLEAN_CORPUS")
    bench, results = Bench(args.out_of_fold), {}
    for name, found in sites(Path(args.corpus), args.least).items():
        site = Site(found, bench)
        count: Counter[str] = Counter()
        for page, specimen in site.pages:
            count += measure(page, specimen, site, bench)
        seconds = site.reading + site.seconds
        results[name] = {"pages": len(found), "read": len(site.pages), "seconds": round(seconds, 2), **count}
    report(results, as_json=args.json)


def sites(corpus: Path, least: int) -> dict[str, list[Page]]:
    """Site to its article pages with a gold body, the largest sites first."""
    found: defaultdict[str, list[Page]] = defaultdict(list)
    for name in TRUSTED:
        for page in pages(corpus, name) if name in datasets(corpus) else ():
            row = page.row
            if row["site"] and row["page_type"] == "article" and "body" in row["annotated"] and row["body"]:
                found[row["site"]].append(page)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return {name: group for name, group in ordered if len(group) >= least}


class Bench:
    """Does things with the model that has not seen the site of a page, where a folder of models is given."""

    def __init__(self, folds: Path | None) -> None:
        self._job: Callable[[], Any] = dict
        self._tool = Folds(folds, self._do) if folds else self._do

    def read(self, page: Page, rules: tuple[SiteRules, ...] = (), disable: tuple[str, ...] = ()) -> Specimen | None:
        """A page as it is learned from, or None."""
        reader = Reader(library_of(rules), Options(disable=disable))
        opened = open_page(Response(body=page.body), ADDRESS)
        return self.run(page, lambda: specimen_of(page.row["id"], opened, reader))

    def run(self, page: Page, job: Callable[[], T]) -> T:
        """What a job gives."""
        self._job = job
        found: Any = self._tool(page)
        return found

    def _do(self, _page: Page) -> Any:
        return self._job()


def measure(page: Page, specimen: Specimen, site: Site, bench: Bench) -> Counter[str]:
    """Lines of a left-out page by question, what they are, and whether they were taken."""
    rules = site.rules(page)
    count: Counter[str] = Counter()
    bare = tuple(detectors())
    outcome = apply(rules, specimen.page)
    said = {verdict.block for verdict in outcome.verdicts}
    count["pages with drift"] += any(notice.kind == "rule_drift" for notice in outcome.notices)
    lines = dict(judged(page, specimen))
    for what, taken in ((what, block in said) for block, what in lines.items()):
        count[f"page {what}"] += 1
        count[f"page {what} taken"] += taken
    for question, disable in (("engine", bare), ("output", ())):
        before, after = (bench.read(page, given, disable) for given in ((), (rules,)))
        kept_before = before.kept if before else frozenset()
        kept_after = after.kept if after else frozenset()
        for block in kept_before & lines.keys():
            count[f"{question} {lines[block]}"] += 1
            count[f"{question} {lines[block]} taken"] += block not in kept_after
    count += left_over(specimen, lines, [other for other_page, other in site.pages if other_page is not page])
    return count


def judged(page: Page, specimen: Specimen) -> Iterator[tuple[int, str]]:
    """The lines of a page with `genuine` or `residue`."""
    judge = judge_of(page.row)
    whole = {squeezed(line) for line in page.row["body"].split("\n")}
    for block in specimen.visible:
        candidate = specimen.page.blocks[block]
        verdict = judge(candidate)
        if verdict == "lost" and (candidate.words >= CHANCE_WORDS or squeezed(candidate.text) in whole):
            yield block, "genuine"
        elif verdict == "residue" and block not in specimen.moved:
            yield block, "residue"


def left_over(specimen: Specimen, lines: Mapping[int, str], others: Sequence[Specimen]) -> Counter[str]:
    """What the residue in the article is."""
    count: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for other in others:
        seen.update({squeezed(other.page.blocks[block].text) for block in other.visible})
        seen.update({css for css, blocks in other.places.items() if not blocks & other.kept})
    for block in specimen.kept & lines.keys():
        if lines[block] != "residue":
            continue
        candidate = specimen.page.blocks[block]
        tags = {specimen.page.frames[frame].tag for frame in specimen.page.ancestors(candidate.frame)}
        kind = "quote" if "blockquote" in tags else candidate.kind
        count[f"left {kind}"] += 1
        keys = (squeezed(candidate.text), *specimen.around[block])
        count["left and recurs"] += any(seen[key] > 1 for key in keys)
    return count


def report(results: Mapping[str, Mapping[str, Any]], *, as_json: bool) -> None:
    """Prints a line for each site, and the totals."""
    if as_json:
        print(json.dumps(results, indent=1))
        return
    print("| site | pages | s | " + " | ".join(f"{q}: residue taken, genuine taken" for q in QUESTIONS) + " |")
    print("|---|--:|--:|" + "--:|" * len(QUESTIONS))
    for name, of in results.items():
        cells = " | ".join(cell(of, question) for question in QUESTIONS)
        print(f"| {name} | {of['read']} of {of['pages']} | {of['seconds']} | {cells} |")
    total("all", list(results.values()))
    total(f"{MANY} pages or more", [of for of in results.values() if of["pages"] >= MANY])
    print(f"\nslowest site: {max((of['seconds'] for of in results.values()), default=0)} s")


def total(title: str, of_sites: Sequence[Mapping[str, Any]]) -> None:
    """Prints the figures of some sites together."""
    pooled = Counter[str]()
    for of in of_sites:
        pooled.update({key: value for key, value in of.items() if key != "seconds"})
    print(f"\n{title}: {len(of_sites)} sites, {pooled['read']} pages, {pooled['pages with drift']} with drift")
    for question in QUESTIONS:
        what = f"{question} residue"
        shares = [of.get(f"{what} taken", 0) / of[what] for of in of_sites if of.get(what)]
        mean = f"; mean of {len(shares)} sites {fmean(shares):.1%} of residue" if shares else ""
        print(f"  {question}: {cell(pooled, question)}{mean}")
    left = {key.removeprefix("left "): n for key, n in sorted(pooled.items()) if key.startswith("left ")}
    print(f"  residue in the output: {left}")


def cell(of: Mapping[str, Any], question: str) -> str:
    """Residue and genuine lines that were taken, with their shares."""
    parts = []
    for what in ("residue", "genuine"):
        taken, whole = of.get(f"{question} {what} taken", 0), of.get(f"{question} {what}", 0)
        digits = 1 if what == "residue" else 2
        parts.append(f"{taken} of {whole} ({taken / (whole or 1):.{digits}%})")
    return ", ".join(parts)


if __name__ == "__main__":
    main()
