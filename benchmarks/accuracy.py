"""How good the articles are: every page of a corpus through the public API, scored against its gold.

    python benchmarks/accuracy.py OUT_DIR [--corpus DIR] [--dataset NAME ...] [--peers NAME,...]
                                  [--out-of-fold MODELS_DIR] [--no-second-opinion] [--check]

CORPUS (default: NEWSCLEAN_CORPUS) is a folder in the layout of docs/benchmarks.md, which also tells what the figures
mean. Prints tables, and writes OUT_DIR/scores.json and, a line per page, OUT_DIR/<dataset>.jsonl (of peers
OUT_DIR/<peer>/<dataset>.jsonl). With `--out-of-fold` each page is read with the model that has not seen its site
(`training/fit.py --folds`), which is the honest figure; without it with the shipped model. `--peers` runs others on
the same pages in the same process, page by page in turn; `--peers all` those that are installed. `--check` fails when
a floor of benchmarks/floors.json is missed, on the corpus that they were measured on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ours import Folds, Newsclean
from pages import datasets, digest, pages
from peers import PEERS, NotInstalledError, load
from report import table, turned
from scores import articles, by_language, difference, figures, match_words, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import IO, TypeAlias

    from ours import Tool
    from pages import Page
    from scores import Figures, Pair

    Results: TypeAlias = dict[str, dict[str, Figures]]
    """Tool, column, figure."""

OURS: Final = "newsclean"
POOLED: Final = "pooled"
FLOORS: Final = Path(__file__).with_name("floors.json")
BODIES: Final = ("zyte", "fundus_eval", "fundus_fixtures", "wcxb_dev", "trafilatura_eval")
"""Data sets that say something of the text; what is read unless others are named."""
SHORT: Final = ("word F1", "failed", "shingle F1", "with", "without", "caption leak", "ms median")
"""Figures by which tools are compared."""


def main() -> int:
    """Runs, scores, prints; 1 when a floor is missed."""
    args = arguments()
    corpus = Path(args.corpus)
    names = args.dataset or [name for name in BODIES if name in datasets(corpus)] or datasets(corpus)
    ours: Tool = Newsclean(second_opinion=not args.no_second_opinion)
    tools = {OURS: Folds(args.out_of_fold, ours) if args.out_of_fold else ours}
    tools |= {name: peer(name) for name in args.peers}
    found = {name: run(tools, corpus, name, args.out) for name in names}
    results: Results = {tool: columns({name: pairs[tool] for name, pairs in found.items()}) for tool in tools}
    against = {tool: compare(found, tool) for tool in args.peers}
    languages = {tool: spoken(pairs[tool] for pairs in found.values()) for tool in tools}
    print("with the models of the folds" if args.out_of_fold else "with the shipped model")
    show(results, against, languages)
    saved = {"corpus": digest(corpus, names), "scores": results, "against": against, "languages": languages}
    (args.out / "scores.json").write_text(json.dumps(saved, indent=1))
    return check(results[OURS], saved["corpus"]) if args.check else 0


def arguments() -> argparse.Namespace:
    """The command line; ends with a message when something is amiss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--dataset", nargs="+", default=())
    parser.add_argument("--out-of-fold", type=Path, metavar="MODELS_DIR")
    parser.add_argument("--no-second-opinion", action="store_true")
    parser.add_argument("--peers", default="", help=f"of {', '.join(PEERS)}, or all")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if not args.corpus or not Path(args.corpus).is_dir():
        parser.error("name the corpus folder with --corpus, or set NEWSCLEAN_CORPUS")
    unknown = [name for name in args.dataset if name not in datasets(Path(args.corpus))]
    if unknown:
        parser.error(f"not in the corpus: {', '.join(unknown)}")
    args.peers = chosen(args.peers, parser.error)
    return args


def chosen(wanted: str, fail: Callable[[str], object]) -> list[str]:
    """The peers that were asked for; with `all`, those that are installed."""
    out = []
    for name in PEERS if wanted == "all" else filter(None, wanted.split(",")):
        try:
            load(name)
        except KeyError:
            fail(f"there is no peer {name!r}; there are: {', '.join(PEERS)}")
        except NotInstalledError as error:
            if wanted != "all":
                fail(str(error))
            print(f"left out: {error}", file=sys.stderr)
            continue
        out.append(name)
    return out


def peer(name: str) -> Tool:
    """A peer as a tool."""
    read = load(name)
    return lambda page: read(page.body, page.url)


def run(tools: Mapping[str, Tool], corpus: Path, dataset: str, out: Path) -> dict[str, list[Pair]]:
    """Reads a data set with all tools, page by page; writes the outputs, and returns them with their gold."""
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    with ExitStack() as stack:
        files = {name: stack.enter_context(_file(out if name == OURS else out / name, dataset)) for name in tools}
        for nth, page in enumerate(pages(corpus, dataset)):
            for name, tool in tools.items():
                if not nth:
                    tool(page)  # loads what is loaded at first use
                output = timed(tool, page)
                files[name].write(json.dumps(output, default=str) + "\n")
                found[name].append((page.row, output))
    return found


def timed(tool: Tool, page: Page) -> dict[str, Any]:
    """The output of a tool for a page, with its id and its time."""
    start = time.perf_counter()
    output = tool(page)
    return {"id": page.row["id"], **output, "seconds": round(time.perf_counter() - start, 6)}


def _file(folder: Path, dataset: str) -> IO[str]:
    folder.mkdir(parents=True, exist_ok=True)
    return (folder / f"{dataset}.jsonl").open("w", encoding="utf-8")


def columns(found: Mapping[str, Sequence[Pair]]) -> dict[str, Figures]:
    """The figures of each data set, of each page type in one that has several, and of all article pages together."""
    out: dict[str, Figures] = {}
    for name, pairs in found.items():
        out[name] = figures(pairs)
        types = sorted({row["page_type"] or "" for row, _ in pairs})
        if len(types) > 1:
            out |= {
                f"{name}:{kind}": figures([p for p in pairs if p[0]["page_type"] == kind]) for kind in types if kind
            }
    pooled = articles(pair for pairs in found.values() for pair in pairs)
    return out | ({POOLED: figures(pooled)} if pooled else {})


def compare(found: Mapping[str, Mapping[str, Sequence[Pair]]], tool: str) -> Figures:
    """Word F1 of the pooled pages: ours minus that of a peer, with its interval."""
    both = [
        [match_words(row["body"], text_of(o)).f1 for pairs in found.values() for row, o in articles(pairs[name])]
        for name in (OURS, tool)
    ]
    return difference(*both) if both[0] else {}


def spoken(found: Iterable[Sequence[Pair]]) -> dict[str, Figures]:
    """Word F1 of the pooled pages by language."""
    groups = by_language(articles(pair for pairs in found for pair in pairs))
    return {
        language: {"n": len(pairs), **{k: v for k, v in figures(pairs).items() if k in ("word F1", "failed")}}
        for language, pairs in groups.items()
    }


def show(results: Results, against: Mapping[str, Figures], languages: Results) -> None:
    """Prints the tables."""
    whole = {name: column for name, column in results[OURS].items() if ":" not in name}
    parts = {name: column for name, column in results[OURS].items() if ":" in name}
    print(f"\n== {OURS}\n{table(whole)}")
    if parts:
        print(
            f"\n== {OURS}, by page type\n{table(parts, ('pages', 'word F1', 'failed', 'with', 'without', 'refused'))}"
        )
    print("\n== word F1 of article pages by language")
    spoken_here = {language: {"n": of["n"]} for language, of in languages[OURS].items()}
    for tool, found in languages.items():
        for language, of in found.items():
            spoken_here[language][tool] = of["word F1"]
    print(table(spoken_here))
    if not against:
        return
    for column in whole:
        names = [name for name in SHORT if name in results[OURS][column]]
        lines = {tool: {n: found[column][n] for n in names if n in found[column]} for tool, found in results.items()}
        print(f"\n== {column}\n{turned(lines)}")
    print("\n== word F1 of pooled article pages: newsclean minus the peer, with its 95 % interval")
    print(turned(against))


def check(scores: Mapping[str, Figures], corpus: str) -> int:
    """Holds the figures against the floors; keys are "column: figure"."""
    pinned = json.loads(FLOORS.read_text())
    if pinned["corpus"] != corpus:
        print("the floors were measured on another corpus: not checked", file=sys.stderr)
        return 1
    flat = {f"{column}: {name}": value for column, of in scores.items() for name, value in of.items()}
    missed = [f"{k}: {flat.get(k, 0):.4f} < {least}" for k, least in pinned["least"].items() if flat.get(k, 0) < least]
    missed += [f"{k}: {flat.get(k, 1):.4f} > {most}" for k, most in pinned["most"].items() if flat.get(k, 1) > most]
    print(*(missed or ["all floors hold"]), sep="\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
