"""Plain text in, an article out: what cleaning a text is worth, by where the text comes from.

    python benchmarks/text_mode.py --corpus CORPUS_DIR [--outputs DIR] [--out-of-fold DIR] [--cost]

Kinds of texts: `whole`, every line of text of the page, as converters of HTML to text and Common Crawl's WET records
have them; `gold`, the paragraphs of the story and nothing else, of which nothing may be lost; and, with `--outputs`,
what other tools extracted, `<tool>/<dataset>.jsonl` as benchmarks/accuracy.py writes them. Each is scored as it is and
after `parse` without site rules; where the gold has captions, those among the lines are counted before and after. With
`--out-of-fold` each page is read with the model of the fold that has not seen its site; training/fit_lines.py writes
these. `--cost` adds the time for a text of 100 lines.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from pages import pages
from scores import match_words, plain

from newsclean import Cleaner, NewscleanError, Options
from newsclean.blocks import read_html, read_text
from newsclean.engine import lines
from newsclean.engine.line_model import LineModel, shipped_lines, unpack_lines
from newsclean.html.document import Document
from newsclean.sources.memory import read_bytes
from newsclean.verdict import ENGINE
from newsclean.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scores import Figures, Match

    from newsclean import Article

DATASETS: Final = ("zyte", "wcxb_dev", "fundus_eval", "fundus_fixtures")
CAPTION_WORDS: Final = 3
"""Shorter gold captions are names, which a text has anyway."""
ROUNDS: Final = 20
LONG: Final = 100
"""Lines of the text that is timed."""


class Score(NamedTuple):
    """A text before and after."""

    before: Match
    after: Match
    lost: float
    """Share of the words of the text that the engine took out as boilerplate."""
    title: bool | None
    """Whether the headline was found; None where the gold has none."""
    captions: tuple[int, int]
    """Lines that are gold captions: how many there were, and how many of them are left in the text of the story."""


def main() -> None:
    """Prints a row for each kind of text and data set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--outputs", type=Path)
    parser.add_argument("--out-of-fold", type=Path)
    parser.add_argument("--tools", nargs="*", default=["trafilatura", "justext", "resiliparse", "newspaper4k"])
    parser.add_argument("--cost", action="store_true")
    args = parser.parse_args()
    models = fold_models(args.out_of_fold) if args.out_of_fold else []
    found: defaultdict[tuple[str, str], list[Score]] = defaultdict(list)
    for name in DATASETS:
        outputs = {tool: read_outputs(args.outputs, tool, name) for tool in args.tools} if args.outputs else {}
        for row, body in articles(Path(args.corpus), name):
            for kind, text in texts(row, body, outputs):
                found[kind, name].append(score(row, text, model_of(row, models)))
    for (kind, name), scores in sorted(found.items()):
        print(line(kind, name, figures(scores)))
    for kind in sorted({kind for kind, _ in found}):
        print(line(kind, "pooled", figures([s for (k, _), scores in found.items() if k == kind for s in scores])))
    if args.cost:
        print(f"{LONG} lines: {1000 * cost():.2f} ms")


def fold_models(folder: Path) -> list[LineModel]:
    """The models of the folds, in order."""
    return [unpack_lines(path.read_bytes()) for path in sorted(folder.glob("fold*.bin"))]


def model_of(row: Mapping[str, Any], models: list[LineModel]) -> LineModel:
    """The model that has not seen the site of a page, as training/learn.py has the folds; the shipped one without."""
    if not models:
        return shipped_lines()
    import hashlib

    site = str(row["site"] or f"{row['dataset']}/{row['id']}")
    return models[int.from_bytes(hashlib.sha256(site.encode()).digest()[:4], "big") % len(models)]


def articles(corpus: Path, dataset: str) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The articles of a data set that have a gold text."""
    if (corpus / dataset / "gold.jsonl").exists():
        for page in pages(corpus, dataset):
            if page.row["page_type"] == "article" and "body" in page.row["annotated"] and page.row["body"]:
                yield page.row, page.body


def read_outputs(folder: Path, tool: str, dataset: str) -> dict[str, str]:
    """Page to what a tool found in it."""
    path = folder / tool / f"{dataset}.jsonl"
    rows = map(json.loads, filter(None, path.read_text("utf-8").split("\n"))) if path.exists() else ()
    return {str(row["id"]): row["text"] for row in rows if row.get("text")}


def texts(row: Mapping[str, Any], body: bytes, outputs: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """The kinds of texts of a page."""
    whole = whole_text(body, row["url"])
    if whole:
        yield "whole", whole
    yield "gold", "\n".join(part for part in row["body"].split("\n") if part.strip())
    for tool, found in outputs.items():
        if str(row["id"]) in found:
            yield tool, found[str(row["id"])]


def whole_text(body: bytes, url: str | None) -> str:
    """Every line of text of a page, entries of menus each on a line; "" for a page that is refused."""
    try:
        page = read_html(Document(read_bytes(body).text, url=url))
    except NewscleanError:
        return ""
    return "\n".join(part for block in page.blocks for part in block.text.split(" | "))


def score(row: Mapping[str, Any], text: str, model: LineModel) -> Score:
    """What a text is worth before and after."""
    article = clean(text, model)
    wanted = plain(row.get("title"))
    title = plain(article.title) == wanted if wanted and article else None
    removed = article.removed if article else ()
    lost = sum(count_words(removal.text) for removal in removed if removal.by == ENGINE) / max(count_words(text), 1)
    after = match_words(row["body"], article.text if article else "")
    told = caption_lines(row, text)
    left = {plain(block.text) for block in article.blocks} if article else frozenset()
    counts = (len(told), sum(line in left for line in told))
    return Score(match_words(row["body"], text), after, lost, title, counts)


def caption_lines(row: Mapping[str, Any], text: str) -> list[str]:
    """The lines of a text that are a gold caption for the most part, and not in the gold text, as `plain` has them."""
    images = row["extra"].get("images") or ()
    known = {plain(image["caption"]) for image in images if isinstance(image, dict) and image.get("caption")}
    captions = [caption for caption in known if len(caption.split()) >= CAPTION_WORDS]
    story = plain(row["body"])
    lines = [plain(line) for line in text.split("\n")] if captions else []
    return [
        line
        for line in lines
        if line not in story and any(caption in line and 2 * len(caption) > len(line) for caption in captions)
    ]


def clean(text: str, model: LineModel) -> Article | None:
    """The article in a text, read with a model; None where it is refused."""
    shipped = lines.shipped_lines
    lines.shipped_lines = lambda: model  # type: ignore[assignment]
    try:
        return Cleaner(Options(rules=None, accept="any", input="text")).parse(text)
    except NewscleanError:
        return None
    finally:
        lines.shipped_lines = shipped


def figures(scores: Iterable[Score]) -> Figures:
    """Means over texts."""
    pairs = list(scores)
    out: Figures = {"texts": len(pairs)}
    for when in ("before", "after"):
        for what in ("f1", "precision", "recall"):
            out[f"{what} {when}"] = fmean(getattr(getattr(s, when), what) for s in pairs)
    out["lost"] = fmean(s.lost for s in pairs)
    titles = [s.title for s in pairs if s.title is not None]
    if told := sum(s.captions[0] for s in pairs):
        out |= {"captions": told, "captions left": sum(s.captions[1] for s in pairs)}
    return out | ({"title": fmean(titles)} if titles else {})


def line(kind: str, dataset: str, found: Figures) -> str:
    """A row of the table."""
    parts = [f"{kind:12} {dataset:16} {found['texts']:5.0f}"]
    parts += [
        f"{name} {found[f'{name} before']:.4f} → {found[f'{name} after']:.4f}" for name in ("f1", "precision", "recall")
    ]
    parts.append(f"engine drops {found['lost']:.4f}")
    if "captions" in found:
        parts.append(f"captions {found['captions']:.0f} → {found['captions left']:.0f}")
    return "  ".join([*parts, *([f"title {found['title']:.3f}"] if "title" in found else [])])


def cost() -> float:
    """Seconds that the engine takes for a text of `LONG` lines, the least of several rounds."""
    sentence = "The harbour board opened the old quay again on Monday, after {} winters of repairs, it said."
    some = [sentence.format(n) if n % 3 else f"More stories {n}" for n in range(LONG)]
    page = read_text("\n".join(some))
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        lines.judge_lines(page)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
