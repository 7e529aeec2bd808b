"""How long a page takes: bytes to `Article`, beside trafilatura on the same pages in the same process.

    python benchmarks/speed.py [CORPUS_DIR] [--dataset zyte] [--rounds 3] [--no-peer] [--soak N]

The corpus (default: NEWSCLEAN_CORPUS) has the layout of docs/model-card.md. A page's time is the best of the rounds.
`--soak N` parses N pages more and reports how resident memory grew.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean import Cleaner, NewscleanError, Options

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--dataset", default="zyte")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--soak", type=int, default=0)
    args = parser.parse_args()
    if not args.corpus:
        parser.error("name the corpus folder, or set NEWSCLEAN_CORPUS")
    folder = Path(args.corpus) / args.dataset
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").split("\n") if line]
    pages = [(gzip.decompress((folder / row["html"]).read_bytes()), row["url"]) for row in gold if row["html"]]
    ours, alone = parser_of(second_opinion=True), parser_of(second_opinion=False)
    out = {"newsclean": timed(ours, pages, args.rounds), "newsclean, alone": timed(alone, pages, args.rounds)}
    if not args.no_peer:
        out["trafilatura"] = timed(trafilatura(), pages, args.rounds)
        out["ratio of medians"] = {"": round(out["trafilatura"]["median"] / out["newsclean"]["median"], 2)}
    if args.soak:
        out["resident memory, MB"] = soak(alone, pages, args.soak)
    print(json.dumps(out, indent=1))


def parser_of(*, second_opinion: bool) -> Callable[[bytes, str | None], object]:
    """The library as a function that swallows its refusals."""
    cleaner = Cleaner(Options(rules=None, second_opinion=second_opinion))

    def read(body: bytes, url: str | None) -> object:
        try:
            return cleaner.parse(body, url=url)
        except NewscleanError as error:
            return error

    return read


def trafilatura() -> Callable[[bytes, str | None], object]:
    """Trafilatura with metadata."""
    from trafilatura import bare_extraction

    return lambda body, url: bare_extraction(body, url=url, with_metadata=True, include_comments=False)


def timed(
    read: Callable[[bytes, str | None], object], pages: list[tuple[bytes, str | None]], rounds: int
) -> dict[str, float]:
    """Milliseconds a page: median, mean, 95th percentile, worst."""
    read(*pages[0])
    best = [float("inf")] * len(pages)
    for _ in range(rounds):
        for i, page in enumerate(pages):
            start = time.perf_counter()
            read(*page)
            best[i] = min(best[i], 1000 * (time.perf_counter() - start))
    ordered = sorted(best)
    figures = {
        "median": statistics.median(best),
        "mean": statistics.fmean(best),
        "p95": ordered[int(0.95 * len(ordered))],
        "worst": ordered[-1],
    }
    return {name: round(value, 3) for name, value in figures.items()}


def soak(
    read: Callable[[bytes, str | None], object], pages: list[tuple[bytes, str | None]], times: int
) -> dict[str, float]:
    """Peak resident memory before and after many pages."""

    def peak() -> float:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    out = {"before": round(peak(), 1)}
    for i in range(times):
        read(*pages[i % len(pages)])
    return out | {"after": round(peak(), 1), "pages": times}


if __name__ == "__main__":
    main()
