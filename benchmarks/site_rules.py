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
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from left_out import Reader, evidence, family, left_out, switched_off
from ours import Folds, Newsclean
from pages import datasets, pages
from report import grid
from scores import caption_figures, lines, match_paragraphs, match_words, plain, same_caption, text_of

from newsclean.rules.hosts import host_of
from newsclean.rules.index import read_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from left_out import Reading
    from ours import Tool
    from pages import Page

    Row: TypeAlias = Mapping[str, Any]
    """A line of gold.jsonl."""

FEWEST: Final = 2
"""Pages of a site from which one can be left out."""
PARAGRAPHS: Final = "fundus"
"""Beginning of the names of the data sets whose gold paragraphs stand on the page as they are."""
LONG_LINE: Final = 20
"""Characters from which a line that is part of a gold paragraph counts as gold: some break a paragraph, some do not."""
MARKS: Final = ("<!-- table: begin -->", "<!-- table: end -->")
"""Lines between which `--write` puts the table."""


class Score(NamedTuple):
    """One reading of one page."""

    f1: float
    """Of paragraphs where those of the gold stand on the page, else of words."""
    words: float
    paragraphs: float
    residue: int
    """Lines of the text that are not in the gold."""
    lost: int
    """Lines of the gold that are not in the text."""
    leaks: int
    """1 when a gold caption is in the text."""
    wrong_captions: int
    """Captions that are none of the gold; 0 where the gold has no captions."""


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
    plain = [reader.read(page, rules=False) for _, page in members]
    ruled = [reader.read(page) for _, page in members]
    spoken_for = [
        evidence(with_rules, wrong_lines(page.row, without))
        for (_, page), without, with_rules in zip(members, plain, ruled, strict=True)
    ]
    unseen = {id(left_out([p for s, p in members if s == site])) for site in {site for site, _ in members}}
    for nth, (site, page) in enumerate(members):
        others = frozenset[str]().union(*(found for n, found in enumerate(spoken_for) if n != nth))
        honest = reader.read(page, disable=switched_off(site, others))
        yield Result(
            site=site,
            page=str(page.row["id"]),
            left_out=id(page) in unseen,
            without=score(page.row, plain[nth]),
            ruled=score(page.row, ruled[nth]),
            honest=score(page.row, honest),
        )


def score(row: Row, reading: Reading) -> Score:
    """The figures of a reading."""
    text = text_of(reading.output)
    words, paragraphs = match_words(row["body"], text).f1, match_paragraphs(row, text).f1
    return Score(
        f1=paragraphs if row["dataset"].startswith(PARAGRAPHS) else words,
        words=words,
        paragraphs=paragraphs,
        residue=len(residue(row, reading)),
        lost=len(lost(row, reading)),
        leaks=int(caption_figures([(row, reading.output)]).get("caption leak", 0)),
        wrong_captions=len(wrong_captions(row, reading)),
    )


def wrong_lines(row: Row, reading: Reading) -> list[str]:
    """What a rule can mend on a page."""
    return [*residue(row, reading), *lost(row, reading), *wrong_captions(row, reading)]


def wrong_captions(row: Row, reading: Reading) -> list[str]:
    """Captions that are none of the gold; none where the gold names no pictures."""
    pictures = [picture for picture in row["extra"].get("images") or [] if isinstance(picture, dict)]
    known = [caption for picture in pictures if (caption := plain(picture.get("caption")))]
    given = [caption for caption in map(plain, reading.output.get("captions") or []) if caption] if pictures else []
    return [caption for caption in given if not any(same_caption(one, caption) for one in known)]


def residue(row: Row, reading: Reading) -> list[str]:
    """Lines of the text that are not in the gold."""
    return _missing(lines(text_of(reading.output)), row["body"] or "")


def lost(row: Row, reading: Reading) -> list[str]:
    """Lines of the gold that are not in the text."""
    return _missing(lines(row["body"] or ""), text_of(reading.output))


def _missing(wanted: Sequence[str], text: str) -> list[str]:
    there = lines(text)
    whole, joined = set(there), " ".join(there)
    return [line for line in wanted if line not in whole and not (len(line) >= LONG_LINE and line in joined)]


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
    from left_out import Reading

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
