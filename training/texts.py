"""The plain texts to learn from: of each page the whole text, what other tools extracted, and the gold itself.

So the model meets both a page of which every line is there and a text that is clean but for a few lines, or clean.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from corpus import WEIGHTS, samples

from newsclean.blocks import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from corpus import Sample

    from newsclean.page import Page

    Outputs = Mapping[tuple[str, str], Mapping[str, str]]

DATASETS: Final = ("zyte", "wcxb_dev", "fundus_eval", "fundus_fixtures")
"""Those with the whole text of the story."""
TOOLS: Final = ("trafilatura", "justext", "readability", "resiliparse")
"""Tools whose outputs are learned from, where a folder has them."""
SHARES: Final = {"whole": 1.0, "blocks": 0.3, "gold": 0.3, "short": 0.15}
"""How much a text counts beside a whole page; the outputs of a tool count `OUTPUT`."""
OUTPUT: Final = 0.5
SHORT_LINES: Final = 4
"""Most lines of a short text."""


class TextSample(NamedTuple):
    """A text with its gold; the fields are those of `corpus.Sample`."""

    row: dict[str, Any]
    page: Page
    weight: float
    kind: str
    """`whole`, `blocks`, `gold`, `short`, or a tool."""
    site: str


def text_samples(corpus: Path, outputs: Path | None = None) -> Iterator[TextSample]:
    """The texts of all pages that have a gold text and are written like an article.

    Args:
        corpus: a corpus folder.
        outputs: a folder with `<tool>/<dataset>.jsonl`, as benchmarks/accuracy.py writes them.
    """
    found = read_outputs(outputs) if outputs else {}
    for sample in samples(corpus, {name: WEIGHTS[name] for name in DATASETS}):
        if sample.running_text and "body" in sample.row["annotated"] and sample.row["body"]:
            yield from _texts(sample, found.get((sample.row["dataset"], str(sample.row["id"])), {}))


def read_outputs(folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Data set and page to tool to text."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for tool in TOOLS:
        for name in DATASETS:
            path = folder / tool / f"{name}.jsonl"
            for line in path.read_text("utf-8").split("\n") if path.exists() else ():
                row = json.loads(line) if line else {}
                if row.get("text"):
                    found.setdefault((name, str(row["id"])), {})[tool] = row["text"]
    return found


def whole_text(page: Page, *, split: bool = True, gaps: bool = False) -> str:
    """Every line of text of a page, as a converter of HTML to text has them.

    Args:
        page: of HTML.
        split: whether the entries of a menu are lines; else a menu is one.
        gaps: whether a blank line stands between blocks.
    """
    lines = [block.text for block in page.blocks]
    if split:
        lines = [part for line in lines for part in line.split(" | ")]
    return ("\n\n" if gaps else "\n").join(lines)


def _texts(sample: Sample, outputs: Mapping[str, str]) -> Iterator[TextSample]:
    chance = draw(str(sample.row["id"]))
    gaps = chance % 2 == 0
    paragraphs = [line for line in (sample.row["body"] or "").split("\n") if line.strip()]
    first = chance % max(len(paragraphs), 1)
    last = first + 1 + chance // 2 % SHORT_LINES
    texts = {
        "whole": whole_text(sample.page, gaps=gaps),
        "blocks": whole_text(sample.page, split=False, gaps=not gaps),
        "gold": ("\n\n" if gaps else "\n").join(paragraphs),
        "short": "\n".join(paragraphs[first:last]),
        **outputs,
    }
    for kind, text in texts.items():
        page = read_text(text)
        if page.blocks:
            weight = sample.weight * SHARES.get(kind, OUTPUT)
            yield TextSample(sample.row, page, weight, kind, sample.site)


def draw(name: str) -> int:
    """A number for a name, the same for ever."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
