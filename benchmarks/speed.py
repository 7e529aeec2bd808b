"""How long a page takes: bytes to `Article`, beside others on the same pages in the same process, in turn.

    python benchmarks/speed.py [CORPUS_DIR] [--dataset zyte ...] [--peers trafilatura,...] [--rounds 3] [--stages]
                               [--over MS] [--soak N] [--json]

The corpus (default: NEWSCLEAN_CORPUS) has the layout of docs/benchmarks.md, which also tells what the figures mean. A
page's time is the best of the rounds; in a round every page is read by one tool after the other, and `--rounds 0`
leaves that out. `--stages` adds where the time goes, `--over MS` the pages that take longer, with their stages;
`--soak N` reads N pages more and tells the resident memory on the way. `--json` prints JSON instead of tables.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from ours import watched
from pages import datasets, pages
from peers import PEERS, NotInstalledError, load
from report import table, turned
from stages import STAGES, by_page, stopwatch

from newsclean import Cleaner, NewscleanError, Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pages import Page

Read: TypeAlias = "Callable[[bytes, str | None], object]"
Figures: TypeAlias = "dict[str, float]"

OURS: Final = "newsclean"
ALONE: Final = "newsclean, alone"
"""Without the second opinion."""
BY_SIZE: Final = "by size"
QUARTERS: Final = 4
P95: Final = 0.95
LOADS: Final = 5
POINTS: Final = 10
"""At which memory is looked at while soaking."""


def main() -> None:
    """Measures, and prints."""
    args = arguments()
    corpus = Path(args.corpus)
    found = [page for name in args.dataset for page in pages(corpus, name)]
    ours, alone = reader(second_opinion=True), reader(second_opinion=False)
    out: dict[str, dict[str, Figures]] = {}
    if args.rounds:
        asked = count_asked(ours, found)
        tools = {OURS: ours, ALONE: alone} | {name: load(name) for name in args.peers}
        best = timed(tools, found, args.rounds)
        middle = statistics.median(best[OURS])
        out["a page"] = {k: spread(times) | {"ratio": statistics.median(times) / middle} for k, times in best.items()}
        out["a page"][OURS]["second opinion asked"] = asked
        out[BY_SIZE] = by_size(best, found)
    out["model"] = {"shipped": {"ms to load": load_model()}}
    if args.stages:
        out["stages"] = stages_of(alone, found, max(1, args.rounds))
    if args.over:
        out[f"over {args.over:g} ms"] = slow(alone, found, args.over)
    if args.soak:
        out["resident memory, by pages read"] = {"newsclean, alone": soak(alone, found, args.soak)}
    print(json.dumps(out, indent=1) if args.json else "\n\n".join(tables(out)))


def tables(out: Mapping[str, Mapping[str, Figures]]) -> Iterator[str]:
    """What was measured, for people."""
    for title, figures in out.items():
        yield f"== {title}\n{table(figures) if title == BY_SIZE else turned(figures)}"


def arguments() -> argparse.Namespace:
    """The command line; ends with a message when something is amiss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--dataset", nargs="+", default=["zyte"], help="names, or all")
    parser.add_argument("--peers", default="trafilatura", help=f"of {', '.join(PEERS)}; '' for none")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stages", action="store_true")
    parser.add_argument("--over", type=float, default=0, metavar="MS")
    parser.add_argument("--soak", type=int, default=0, metavar="N")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.corpus or not Path(args.corpus).is_dir():
        parser.error("name the corpus folder, or set NEWSCLEAN_CORPUS")
    if args.dataset == ["all"]:
        args.dataset = datasets(Path(args.corpus))
    args.peers = [name for name in args.peers.split(",") if name]
    for name in args.peers:
        try:
            load(name)
        except KeyError:
            parser.error(f"there is no peer {name!r}; there are: {', '.join(PEERS)}")
        except NotInstalledError as error:
            parser.error(str(error))
    return args


def reader(*, second_opinion: bool) -> Read:
    """The library as a function that swallows its refusals."""
    cleaner = Cleaner(Options(rules=None, accept="any", second_opinion=second_opinion))

    def read(body: bytes, url: str | None) -> object:
        try:
            return cleaner.parse(body, url=url)
        except NewscleanError as error:
            return error

    return read


def count_asked(read: Read, found: Sequence[Page]) -> float:
    """The share of pages for which the second opinion is asked; also reads every page once, so that all is loaded."""
    asked = 0
    for page in found:
        with watched() as calls:
            read(page.body, page.url)
        asked += bool(calls)
    return asked / len(found)


def timed(tools: Mapping[str, Read], found: Sequence[Page], rounds: int) -> dict[str, list[float]]:
    """The best time of every page with every tool, in milliseconds."""
    best = {name: [float("inf")] * len(found) for name in tools}
    for read in tools.values():
        read(found[0].body, found[0].url)
    for _ in range(rounds):
        for i, page in enumerate(found):
            for name, read in tools.items():
                start = time.perf_counter()
                read(page.body, page.url)
                best[name][i] = min(best[name][i], 1000 * (time.perf_counter() - start))
    return best


def spread(times: Sequence[float]) -> Figures:
    """Median, mean, 95th percentile and worst of some times."""
    ordered = sorted(times)
    return {
        "ms median": statistics.median(ordered),
        "ms mean": statistics.fmean(ordered),
        "ms p95": ordered[int(P95 * len(ordered))],
        "ms worst": ordered[-1],
    }


def by_size(best: Mapping[str, Sequence[float]], found: Sequence[Page]) -> dict[str, Figures]:
    """What size costs in the smallest quarter of the pages, the next, and so on: a linear cost is the same in all."""
    ordered = sorted(range(len(found)), key=lambda i: len(found[i].body))
    out: dict[str, Figures] = {}
    for quarter in range(QUARTERS):
        part = ordered[len(found) * quarter // QUARTERS : len(found) * (quarter + 1) // QUARTERS]
        if not part:
            continue
        size = sum(len(found[i].body) for i in part) / 100_000
        tags = sum(found[i].body.count(b"<") for i in part) / 1_000
        column = {"pages": len(part), "KB mean": 100 * size / len(part), "tags mean": round(1_000 * tags / len(part))}
        for name, times in best.items():
            spent = sum(times[i] for i in part)
            column |= {f"ms/100 KB, {name}": spent / size, f"ms/1,000 tags, {name}": spent / tags}
        out[f"quarter {quarter + 1}"] = column
    return out


def stages_of(read: Read, found: Sequence[Page], rounds: int) -> dict[str, Figures]:
    """Median and mean of each stage, of the best round of each page."""
    best: list[dict[str, float]] = []
    with stopwatch() as spent:
        for page in found:
            tries = (by_page(lambda page=page: read(page.body, page.url), spent) for _ in range(rounds))
            best.append(min(tries, key=lambda figures: figures["in all"]))
    names = [*dict.fromkeys(stage for stage, _, _ in STAGES), *(best[0].keys() - {stage for stage, _, _ in STAGES})]
    values = {name: [figures.get(name, 0.0) for figures in best] for name in names}
    return {name: {"ms median": statistics.median(of), "ms mean": statistics.fmean(of)} for name, of in values.items()}


def slow(read: Read, found: Sequence[Page], limit: float) -> dict[str, Figures]:
    """The stages of the pages that take longer than a limit, the slowest first."""
    out: dict[str, Figures] = {}
    with stopwatch() as spent:
        for page in found:
            figures = by_page(lambda page=page: read(page.body, page.url), spent)
            if figures["in all"] > limit:
                again = by_page(lambda page=page: read(page.body, page.url), spent)
                figures = min(figures, again, key=lambda of: of["in all"])
            if figures["in all"] > limit:
                name = f"{page.row['dataset']}/{page.row['id']}"
                out[name] = {f"ms {stage}": ms for stage, ms in figures.items()} | {"KB of page": len(page.body) / 1000}
    return dict(sorted(out.items(), key=lambda item: -item[1]["ms in all"]))


def load_model() -> float:
    """Milliseconds to load the shipped model, the best of some times."""
    from newsclean.engine.model_file import shipped_model

    def once() -> float:
        shipped_model.cache_clear()
        start = time.perf_counter()
        shipped_model()
        return 1000 * (time.perf_counter() - start)

    return min(once() for _ in range(LOADS))


def soak(read: Read, found: Sequence[Page], times: int) -> Figures:
    """Resident memory after so many pages."""
    out = {"MB at 0": resident()}
    for i in range(1, times + 1):
        page = found[i % len(found)]
        read(page.body, page.url)
        if i % max(1, times // POINTS) == 0:
            out[f"MB at {i:,}"] = resident()
    return out


def resident() -> float:
    """Resident memory in MB: that of now where the system tells, else the most so far."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 1e6 if sys.platform == "darwin" else most / 1e3


if __name__ == "__main__":
    main()
