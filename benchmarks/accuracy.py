"""How good the articles are: every page of a corpus through the public API, scored against its gold.

    python benchmarks/accuracy.py OUT_DIR [--corpus DIR] [--out-of-fold MODELS_DIR] [--peers trafilatura,...] [--check]

CORPUS (default: NEWSCLEAN_CORPUS) is a folder in the layout of docs/model-card.md. Writes OUT_DIR/<dataset>.jsonl, a
line per page, prints a table and writes OUT_DIR/scores.json. With `--out-of-fold` each page is read with the model
that has not seen its site (`training/fit.py --folds`), which is the honest figure; without it with the shipped model.
`--peers` runs trafilatura on the same pages in the same process. `--check` fails below the floors of
benchmarks/floors.json, on the corpus that they were measured on.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newsclean import Cleaner, NewscleanError, NotAnArticle, Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FLOORS: Final = Path(__file__).with_name("floors.json")
DATASETS: Final = ("zyte", "fundus_eval", "fundus_fixtures", "wcxb_dev", "trafilatura_eval")
ANY: Final = frozenset(("trafilatura_eval",))
"""Data sets that also hold shops and institutions: nothing is refused there."""
FAILED: Final = 0.5
INDEX: Final = ("listing", "collection")


def main() -> int:
    """Runs, scores, prints; 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--dataset", nargs="+", default=DATASETS)
    parser.add_argument("--out-of-fold", type=Path, metavar="MODELS_DIR")
    parser.add_argument("--no-second-opinion", action="store_true")
    parser.add_argument("--peers", default="")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if not args.corpus or not Path(args.corpus).is_dir():
        parser.error("name the corpus folder with --corpus, or set NEWSCLEAN_CORPUS")
    ours = newsclean(second_opinion=not args.no_second_opinion)
    tools = {"newsclean": Folds(args.out_of_fold, ours) if args.out_of_fold else ours}
    tools |= {name: PEERS[name]() for name in filter(None, args.peers.split(","))}
    scores: dict[str, dict[str, float]] = {}
    for name, tool in tools.items():
        folder = args.out if len(tools) == 1 else args.out / name
        scores[name] = run(tool, Path(args.corpus), args.dataset, folder)
        print(f"== {name}")
        for key, value in scores[name].items():
            print(f"{key:45s} {value:.4f}")
    (args.out / "scores.json").write_text(json.dumps(scores, indent=1))
    return check(scores["newsclean"], Path(args.corpus), args.dataset) if args.check else 0


def newsclean(*, second_opinion: bool) -> Callable[[dict[str, Any], bytes], dict[str, Any]]:
    """The library as a tool: a row and its page to an output."""
    plain = Options(rules=None, second_opinion=second_opinion)
    lenient = Options(rules=None, second_opinion=second_opinion, accept="any")
    cleaners = {False: Cleaner(plain), True: Cleaner(lenient)}

    def read(row: dict[str, Any], body: bytes) -> dict[str, Any]:
        try:
            article = cleaners[row["dataset"] in ANY].parse(body, url=row["url"])
        except NotAnArticle as error:
            return {"refused": error.kind, "confidence": 0.0}
        except NewscleanError as error:
            return {"error": str(error)}
        return {
            "text": article.text,
            "title": article.title,
            "authors": [author.name for author in article.authors],
            "date_published": article.date_published.isoformat() if article.date_published else None,
            "standfirst": article.standfirst,
            "lead_image": next((image.url for image in article.images if image.is_main), None),
            "images": [{"url": i.url, "caption": i.caption, "credit": i.credit, "alt": i.alt} for i in article.images],
            "captions": [image.caption for image in article.images if image.caption],
            "refused": None,
            "confidence": article.confidence,
            "language": article.language,
            "warnings": [notice.kind for notice in article.warnings],
        }

    return read


class Folds:
    """The library with, for each page, the model of the fold that its site is in."""

    def __init__(self, folder: Path, read: Callable[[dict[str, Any], bytes], dict[str, Any]]) -> None:
        from newsclean.engine.model_file import unpack

        self._models = [unpack(path.read_bytes()) for path in sorted(folder.glob("fold*.bin"))]
        self._read = read

    def __call__(self, row: dict[str, Any], body: bytes) -> dict[str, Any]:
        """The output for a page."""
        from newsclean.engine import markup

        site = str(row["site"] or f"{row['dataset']}/{row['id']}")
        fold = int.from_bytes(hashlib.sha256(site.encode()).digest()[:4], "big") % len(
            self._models
        )  # as training/learn.py
        shipped = markup.shipped_model
        markup.shipped_model = lambda: self._models[fold]  # type: ignore[assignment]
        try:
            return self._read(row, body)
        finally:
            markup.shipped_model = shipped


def trafilatura() -> Callable[[dict[str, Any], bytes], dict[str, Any]]:
    """Trafilatura with its defaults, as a tool."""
    from trafilatura import bare_extraction

    def read(row: dict[str, Any], body: bytes) -> dict[str, Any]:
        found = bare_extraction(body, url=row["url"], with_metadata=True, include_comments=False)
        return {"text": found.text, "title": found.title} if found else {}

    return read


PEERS: Final = {"trafilatura": trafilatura}


def rows(corpus: Path, dataset: str) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The rows of a data set that have a page, with it."""
    for line in (corpus / dataset / "gold.jsonl").read_text("utf-8").split("\n"):
        row = json.loads(line) if line else {}
        if row.get("html"):
            yield row, gzip.decompress((corpus / dataset / row["html"]).read_bytes())


def run(
    tool: Callable[[dict[str, Any], bytes], dict[str, Any]], corpus: Path, datasets: list[str], folder: Path
) -> dict[str, float]:
    """Writes the outputs of a tool and scores them."""
    folder.mkdir(parents=True, exist_ok=True)
    out: dict[str, float] = {}
    pooled: list[float] = []
    for dataset in filter(lambda d: (corpus / d).is_dir(), datasets):
        found = []
        with (folder / f"{dataset}.jsonl").open("w", encoding="utf-8") as file:
            for row, body in rows(corpus, dataset):
                start = time.perf_counter()
                output = tool(row, body)
                output = {"id": row["id"], **output, "seconds": round(time.perf_counter() - start, 6)}
                file.write(json.dumps(output, default=str) + "\n")
                found.append((row, output))
        out |= {f"{dataset}: {key}": value for key, value in score(found).items()}
        pooled += [
            word_f1(r["body"], o.get("text"))
            for r, o in found
            if r["page_type"] == "article" and "body" in r["annotated"]
        ]
    if pooled:
        out["pooled articles: word F1"] = sum(pooled) / len(pooled)
        out["pooled articles: failed"] = sum(f < FAILED for f in pooled) / len(pooled)
    return out


def score(found: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, float]:
    """The figures of one data set."""
    by: defaultdict[str, list[float]] = defaultdict(list)
    for row, output in found:
        kind = row["page_type"] or "page"
        if "body" in row["annotated"]:
            by[f"word F1 {kind}"].append(word_f1(row["body"], output.get("text")))
        by["refused index" if kind in INDEX else f"refused {kind}"].append(float(bool(output.get("refused"))))
        text = " ".join((output.get("text") or "").split())
        for key in ("with", "without"):
            by[key] += [float(" ".join(s.split()) in text) for s in row[key] or []]
        by["asked twice"].append(float("second_opinion" in output.get("warnings", ())))
    return {key: sum(values) / len(values) for key, values in by.items() if values}


def word_f1(gold: str | None, text: str | None) -> float:
    """F1 over words as a bag."""
    import re

    wanted, got = (Counter(re.findall(r"\w+", (t or "").lower())) for t in (gold, text))
    if not wanted or not got:
        return float(wanted == got)
    return 2 * (wanted & got).total() / (wanted.total() + got.total())


def digest(corpus: Path, datasets: list[str]) -> str:
    """What names the corpus: the gold files."""
    found = hashlib.sha256()
    for dataset in datasets:
        found.update((corpus / dataset / "gold.jsonl").read_bytes())
    return found.hexdigest()


def check(scores: dict[str, float], corpus: Path, datasets: list[str]) -> int:
    """Holds the figures against the floors."""
    pinned = json.loads(FLOORS.read_text())
    if pinned["corpus"] != digest(corpus, datasets):
        print("the floors were measured on another corpus: not checked", file=sys.stderr)
        return 1
    missed = [
        f"{k}: {scores.get(k, 0):.4f} < {least}" for k, least in pinned["least"].items() if scores.get(k, 0) < least
    ]
    missed += [f"{k}: {scores.get(k, 1):.4f} > {most}" for k, most in pinned["most"].items() if scores.get(k, 1) > most]
    print(*(missed or ["all floors hold"]), sep="\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
