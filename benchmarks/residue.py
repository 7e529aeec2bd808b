"""What the detectors find and what they cost: genuine lines hit, and residue hit, per detector.

    python benchmarks/residue.py [CORPUS_DIR] [--out-of-fold MODELS_DIR] [--outputs DIR] [--dataset NAME ...]
                                 [--show DETECTOR] [--json]

CORPUS_DIR (default: NEWSCLEAN_CORPUS) is laid out as docs/benchmarks.md says. Two questions are asked of every page
that has gold text or snippets.

*As text*: each gold body goes through the detectors line by line, as plain text under its headline, all of it said to
be story. Every line that a detector takes out of the text is a genuine line hit. Lines without a word do not count.

*As HTML*: the page goes through the pipeline; of the blocks that the engine and no detector calls story, those that a
detector takes out are residue when the gold text does not have them, or when an unwanted snippet is in them; they are
a loss when the gold text, or a wanted snippet, has them. What several detectors take counts for each: it is what each
would do if the others were switched off.

*As other tools leave it*, with `--outputs`: what they extracted, `<tool>/<dataset>.jsonl` as benchmarks/accuracy.py
writes it, goes through the detectors line by line, all of it said to be story; lines that the gold text does not have
are residue.

Next to each count of genuine lines stands what it allows: the share below which the true one is with 95 % confidence
(Clopper and Pearson 1934; where nothing was hit, about three by the number of lines).
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter, defaultdict
from contextlib import contextmanager
from math import comb, exp, log, log1p
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ours import Folds, Newsclean
from pages import datasets, pages
from text_mode import read_outputs

from newsclean import pipeline
from newsclean.blocks import read_text
from newsclean.detectors import detect, detectors
from newsclean.page import Reading
from newsclean.verdict import DETECTOR, TEXT_LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from newsclean.page import Candidate
    from newsclean.verdict import Verdict

BODIES: Final = ("zyte", "fundus_eval", "fundus_fixtures", "wcxb_dev", "trafilatura_eval")
ARTICLE: Final = "article"
PER: Final = 1_000
CONFIDENCE: Final = 0.95
TOOLS: Final = ("trafilatura", "justext", "readability", "resiliparse")
_WORD: Final = re.compile(r"[^\W_]+")


class Count:
    """What is counted: per detector, and of all lines by language."""

    def __init__(self, show: str | None) -> None:
        self.hits: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.by_language: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.lines: Counter[str] = Counter()
        self.others = 0
        """Lines of other tools' outputs that are residue."""
        self.corrections = [0, 0]
        """Corrections among the gold lines, and those that something else would take."""
        self._show = show

    def add(self, detector: str, what: str, block: Candidate, *, words: int = 1) -> None:
        """A hit."""
        self.hits[detector][what] += words
        if detector == self._show and what != "lost words":
            print(f"{what}: {block.text[:150]!r}")


def main() -> None:
    """Counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--out-of-fold", type=Path, metavar="MODELS_DIR")
    parser.add_argument("--outputs", type=Path, metavar="DIR", help="what other tools extracted")
    parser.add_argument("--dataset", nargs="+", default=())
    parser.add_argument("--text-only", action="store_true", help="leave the pages out")
    parser.add_argument("--show", metavar="DETECTOR", help="print its hits")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.corpus:
        parser.error("name the corpus folder, or set NEWSCLEAN_CORPUS")
    corpus, count = Path(args.corpus), Count(args.show)
    names = args.dataset or [name for name in BODIES if name in datasets(corpus)]
    ours = Newsclean(second_opinion=True)
    tool = Folds(args.out_of_fold, ours) if args.out_of_fold else ours
    for name in names:
        others = {tool: read_outputs(args.outputs, tool, name) for tool in (TOOLS if args.outputs else ())}
        for page in pages(corpus, name):
            if page.row["page_type"] not in (None, ARTICLE):
                continue
            with watched() as seen:
                output = {} if args.text_only else tool(page)
            for reading, verdicts in seen[-1:]:
                as_page(page.row, reading, verdicts, count)
            if page.row.get("body") and "body" in page.row["annotated"]:
                as_text(page.row, output.get("language"), count)
                for texts in others.values():
                    as_output(page.row, texts.get(str(page.row["id"]), ""), output.get("language"), count)
    report(count, as_json=args.json)


@contextmanager
def watched() -> Iterator[list[tuple[Reading, Sequence[Verdict]]]]:
    """What the detectors are given meanwhile, and what they say."""
    seen: list[tuple[Reading, Sequence[Verdict]]] = []
    real = pipeline.detect

    def watch(reading: Reading, **named: Any) -> Any:
        said = real(reading, **named)
        seen.append((reading, said))
        return said

    pipeline.detect = watch  # type: ignore[assignment]
    try:
        yield seen
    finally:
        pipeline.detect = real  # type: ignore[assignment]


def taken(verdicts: Iterable[Verdict], reading: Reading) -> Iterator[tuple[str, Candidate]]:
    """Detector and block, where a detector takes a block of the text that no guard keeps."""
    kept = {verdict.block for verdict in verdicts if verdict.label == "keep"}
    body = frozenset(reading.body)
    for verdict in verdicts:
        if verdict.label not in TEXT_LABELS and verdict.block in body and verdict.block not in kept:
            yield verdict.by.removeprefix(DETECTOR), reading.page.blocks[verdict.block]


def as_text(row: Mapping[str, Any], language: str | None, count: Count) -> None:
    """The gold body, line by line."""
    optional = {squeezed(row["paragraphs"][nth]) for nth in row["extra"].get("optional_paragraphs") or ()}
    reading = as_story(row, row["body"], language)
    primary = reading.language or ""
    count.lines[primary] += sum(block.words > 0 for block in reading.page.blocks[1:])
    verdicts = detect(reading)
    kept = {verdict.block for verdict in verdicts if verdict.label == "keep"}
    count.corrections[0] += len(kept)
    count.corrections[1] += len({v.block for v in verdicts if v.block in kept and v.label != "keep"})
    for detector, block in taken(verdicts, reading):
        if block.words and squeezed(block.text) not in optional:
            count.add(detector, "genuine", block)
            count.by_language[detector][primary] += 1


def as_output(row: Mapping[str, Any], text: str, language: str | None, count: Count) -> None:
    """What another tool extracted, line by line."""
    reading, judge = as_story(row, text, language), judge_of(row)
    count.others += sum(judge(block) == "residue" for block in reading.page.blocks[1:])
    for detector, block in set(taken(detect(reading), reading)):
        if judge(block) == "residue":
            count.add(detector, "residue of others", block)


def as_story(row: Mapping[str, Any], text: str, language: str | None) -> Reading:
    """A text below its headline, each line of it said to be story."""
    title = row.get("title") or "A headline that is not known"
    page = read_text(f"{title}\n{text}")
    primary = (row["lang"] or language or row["extra"].get("html_lang") or "en")[:2].lower()
    return Reading(page=page, labels=("title", *("body" for _ in page.blocks[1:])), language=primary)


def as_page(row: Mapping[str, Any], reading: Reading, verdicts: Sequence[Verdict], count: Count) -> None:
    """The page, block by block."""
    verdict_of = judge_of(row)
    for detector, block in set(taken(verdicts, reading)):
        what = verdict_of(block)
        if what:
            count.add(detector, what, block)
        if what == "lost":
            count.add(detector, "lost words", block, words=block.words)


def judge_of(row: Mapping[str, Any]) -> Callable[[Candidate], str | None]:
    """Tells what it is to lose a block of this page: `residue`, `lost`, or None where nothing tells."""
    if row.get("body") and "body" in row["annotated"]:
        known = [squeezed(text) for text in (row["body"], row.get("dek") or "") if text]
        optional = {squeezed(row["paragraphs"][nth]) for nth in row["extra"].get("optional_paragraphs") or ()}

        def hold(block: Candidate) -> str | None:
            text = squeezed(block.text)
            if text in optional:
                return None
            return "lost" if text and any(text in each for each in known) else "residue"

        return hold
    wanted = [squeezed(text) for text in row["with"] or () if squeezed(text)]
    unwanted = [squeezed(text) for text in row["without"] or () if squeezed(text)]

    def judge(block: Candidate) -> str | None:
        text = squeezed(block.text)
        if any(snippet in text for snippet in wanted):
            return "lost"
        return "residue" if any(snippet in text for snippet in unwanted) else None

    return judge


def squeezed(text: str) -> str:
    """Its words with one space around each, whatever their case."""
    found = " ".join(_WORD.findall(text.casefold()))
    return f" {found} " if found else ""


def at_most(hits: int, lines: int) -> float:
    """The share that so many hits among so many lines allow, one-sided, at `CONFIDENCE`."""
    if hits >= lines:
        return 1.0
    low, high = hits / lines, 1.0
    for _ in range(60):  # halvings: far below what a table shows
        share = (low + high) / 2
        odds, none = log(share) - log1p(-share), lines * log1p(-share)
        fewer = sum(exp(log(comb(lines, k)) + k * odds + none) for k in range(hits + 1))
        low, high = (share, high) if fewer > 1 - CONFIDENCE else (low, share)
    return high


def report(count: Count, *, as_json: bool) -> None:
    """Prints the table, a line per detector, and the lines by language."""
    lines = count.lines.total()
    if as_json:
        out = {"lines": dict(count.lines), "hits": {k: dict(v) for k, v in count.hits.items()}}
        print(json.dumps(out | {"genuine": {k: dict(v) for k, v in count.by_language.items()}}, indent=1))
        return
    print(
        "| detector | genuine lines hit | per 1,000 (at most) | lost on pages (words) | residue hit | of other tools |"
    )
    print("|---|---|---|---|---|---|")
    for name in detectors():
        hits = count.hits[name]
        per = f"{PER * hits['genuine'] / max(1, lines):.2f} ({PER * at_most(hits['genuine'], lines):.2f})"
        lost = f"{hits['lost']} ({hits['lost words']})"
        print(f"| `{name}` | {hits['genuine']} | {per} | {lost} | {hits['residue']} | {hits['residue of others']} |")
    print(f"\n{lines} genuine lines, {count.others} lines of residue in the outputs of other tools.\n")
    print("| language | genuine lines | at most per 1,000, where none was hit | hit, and at most per 1,000 |")
    print("|---|---|---|---|")
    for language, known in count.lines.most_common():
        hit = {name: n for name in detectors() if (n := count.by_language[name][language])}
        said = ", ".join(f"`{name}` {n} ({PER * at_most(n, known):.1f})" for name, n in hit.items())
        print(f"| {language} | {known} | {PER * at_most(0, known):.1f} | {said or '–'} |")
    print()
    guarded, wanted = count.corrections
    print(f"{guarded} corrections and notes are guarded; other detectors would have taken {wanted} of them.")


if __name__ == "__main__":
    main()
