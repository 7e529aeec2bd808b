"""How good the fields beside the text are, and what they cost: every page of a corpus through the public API.

    python benchmarks/metadata.py OUT_DIR [--corpus DIR] [--dataset NAME ...] [--time]

CORPUS (default: NEWSCLEAN_CORPUS) is a folder of data sets, each with `gold.jsonl` and its pages; docs/model-card.md
describes the layout. Writes OUT_DIR/<dataset>.jsonl, a line per page with title, authors, dates, standfirst, pictures
and language, for a scorer, and prints the plain shares: titles equal, dates on the same day, dates that are the day of
the gold or of the last change, languages equal. `--time` prints instead what reading the declared data and building
the article take, as the median of the pages, the best of five runs each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newsclean import Cleaner, NewscleanError, Options, Response
from newsclean.normalize.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean import Article

DATASETS: Final = ("fundus_fixtures", "wcxb_dev", "htmldate", "trafilatura_eval")
RUNS: Final = 5
LONG_WORDS: Final = 20
"""Where no engine is wanted, longer blocks are the story."""
PAGE_TYPE: Final = "article"


def main() -> None:
    """Runs, writes, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--dataset", nargs="+", default=DATASETS)
    parser.add_argument("--time", action="store_true")
    args = parser.parse_args()
    if not args.corpus or not Path(args.corpus).is_dir():
        parser.error("name the corpus folder with --corpus, or set NEWSCLEAN_CORPUS")
    for name in args.dataset:
        folder = Path(args.corpus) / name
        if args.time:
            print(name, *(f"{what} {ms:.2f} ms" for what, ms in timed(folder).items()))
        else:
            args.out.mkdir(parents=True, exist_ok=True)
            shares = run(folder, args.out / f"{name}.jsonl")
            print(name, *(f"{what} {share:.3f} (n={n})" for what, (share, n) in shares.items()))


def pages(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The gold rows of a data set with their pages."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            with gzip.open(folder / row["html"], "rb") as page:
                yield row, page.read()


def run(folder: Path, target: Path) -> dict[str, tuple[float, int]]:
    """Writes a line per page; returns the share that is right, and of how many pages, for each plain measure."""
    hits: dict[str, list[bool]] = {}
    with Cleaner(Options(rules=None, accept="any")) as cleaner, target.open("w", encoding="utf-8") as out:
        for row, page in pages(folder):
            started = time.perf_counter()
            try:
                article = cleaner.parse(Response(body=page, url=row["url"]))
            except NewscleanError as error:
                print(f"{row['id']}: {error}")
                continue
            out.write(json.dumps(line(row["id"], article, time.perf_counter() - started)) + "\n")
            if row["page_type"] in (None, PAGE_TYPE):
                for what, hit in judge(row, article):
                    hits.setdefault(what, []).append(hit)
    return {what: (statistics.fmean(found), len(found)) for what, found in hits.items()}


def line(ident: str, article: Article, seconds: float) -> dict[str, Any]:
    """What a scorer is given of one page."""
    published, modified = article.date_published, article.date_modified
    return {
        "id": ident,
        "text": article.text,
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date_published": published.isoformat() if published else None,
        "date_modified": modified.isoformat() if modified else None,
        "standfirst": article.standfirst,
        "lead_image": next((image.url for image in article.images if image.is_main), None),
        "images": [{"url": i.url, "caption": i.caption, "credit": i.credit, "alt": i.alt} for i in article.images],
        "language": article.language,
        "seconds": seconds,
    }


def judge(row: dict[str, Any], article: Article) -> Iterator[tuple[str, bool]]:
    """The plain measures that the gold of a page allows."""
    known = {name for name in row["annotated"] if row[name]}
    if "title" in known:
        yield "title", fold(row["title"]) == fold(article.title or "")
    if "published" in known:
        day = row["published"][:10]
        dates = [str(date)[: len(day)] for date in (article.date_published, article.date_modified)]
        yield "date", dates[0] == day
        yield "date or change", day in dates
    if row["lang"]:
        yield "language", primary(article.language or "") == primary(row["lang"])


def primary(tag: str) -> str:
    """The language of a tag without its region; both forms of Norwegian are one, as golds have it."""
    subtag = tag.partition("-")[0].lower()
    return "no" if subtag in ("nb", "nn") else subtag


def timed(folder: Path) -> dict[str, float]:
    """Milliseconds a page: parsing, reading what it declares, building the article from a finished outcome."""
    from newsclean.blocks import read_html
    from newsclean.html.document import Document
    from newsclean.html.encoding import decode
    from newsclean.normalize.article import Draft, build_article
    from newsclean.resolve import resolve
    from newsclean.verdict import Verdict

    spent: dict[str, list[float]] = {"parse": [], "declared": [], "article": []}
    for row, body in pages(folder):
        html = decode(body).text
        spent["parse"].append(best(lambda html=html: Document(html)))
        documents = [Document(html, url=row["url"]) for _ in range(RUNS)]
        spent["declared"].append(best(lambda rest=documents: rest.pop().structured))
        page = read_html(Document(html, url=row["url"]))
        verdicts = (
            Verdict(
                block=block.index, label="body" if block.words > LONG_WORDS else "boilerplate", by="engine", reason=""
            )
            for block in page.blocks
        )
        outcome = resolve(page, verdicts)
        if page.document is not None:
            _ = page.document.structured  # read beforehand: it is measured above
        spent["article"].append(best(lambda p=page, o=outcome: build_article(Draft(page=p, outcome=o))))
    return {what: 1000 * statistics.median(found) for what, found in spent.items()}


def best(call: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
