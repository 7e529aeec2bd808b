"""From a corpus to the model of lines, for plain text.

    python training/fit_lines.py CORPUS_DIR [--outputs DIR] [--out FILE] [--folds DIR]

`--outputs` names a folder with the outputs of other tools, `<tool>/<dataset>.jsonl` as benchmarks/accuracy.py writes
them; without it the model learns from whole pages and clean texts only. With `--folds` the models of the folds are
written too, each of which has not seen a word of the sites of its fold: benchmarks/text_mode.py measures with them.
The same input and the same CatBoost give the same files.
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from newsclean.engine.line_context import second_lines
from newsclean.engine.line_features import LineColumns, read_lines
from newsclean.engine.line_model import MAGIC, VERSION, VOCABULARIES
from newsclean.engine.model_file import pack, pack_words
from newsclean.engine.trees import Trees, chance

sys.path.insert(0, str(Path(__file__).parent))

from characters import build_table
from labels import Labels, label
from learn import FOLDS, arrays, fit, fold_of
from texts import TextSample, text_samples
from vocabulary import Learned, new_votes, vocabulary, vote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Arrays = Mapping[str, npt.NDArray[Any]]

OUT: Final = Path(__file__).parent.parent / "src/newsclean/engine/lines.bin"
FIRST: Final = {"iterations": 220, "learning_rate": 0.1, "depth": 6}
SECOND: Final = {"iterations": 100, "learning_rate": 0.08, "depth": 5}
MANY: Final = 50
"""Lines that are not the story, of one text, from which on only a part is learned from, at a higher weight."""
LEAST_SITES: Final = 5
"""A word of fewer sites says nothing here."""


class Lesson(NamedTuple):
    """A text, ready to learn from."""

    sample: TextSample
    labels: Labels
    columns: LineColumns


class Fitted(NamedTuple):
    """What both stages are without the sites of each fold, and what the last one learns from."""

    folds: list[Arrays]
    first: list[Floats]
    """Log-odds of the first stage for each text, by a model that has not seen its site."""
    values: list[npt.NDArray[np.float32]]


def main() -> None:
    """Trains, and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--outputs", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    gc.disable()  # nothing is thrown away, and collecting costs more than all reading
    table = build_table()
    samples = list(text_samples(args.corpus, args.outputs))
    read, votes = lessons(samples, table)
    print(f"{len(read)} texts, {sum(len(x.labels.story) for x in read)} lines", flush=True)
    fitted = cross_validate(read)
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for k, stages in enumerate(fitted.folds):
            sites = frozenset(x.site for x in samples if fold_of(x.site) != k)
            (args.folds / f"fold{k}.bin").write_bytes(packed(Learned(votes, sites).odds, table, stages))
        print("out of fold: done", flush=True)
    stages = {
        **arrays(fit([x.columns.values for x in read], read, FIRST, many=MANY), "first"),
        **arrays(fit(fitted.values, read, SECOND, fitted.first, many=MANY), "second"),
    }
    args.out.write_bytes(packed(Learned(votes).odds, table, stages))
    print(f"{args.out}: {args.out.stat().st_size:,} bytes")


def lessons(samples: Sequence[TextSample], table: npt.NDArray[np.uint8]) -> tuple[list[Lesson], Any]:
    """The texts with labels and features, each with a vocabulary that has not seen its site; and the votes."""
    votes = new_votes()
    labelled = [(sample, label(sample.page, sample.row)) for sample in samples]
    for sample, labels in labelled:
        if sample.kind == "whole":
            vote(votes, sample.page, labels, sample.site, whole=False)
    for name in VOCABULARIES:
        words = getattr(votes, name)
        for word in [word for word, sites in words.items() if len(sites) < LEAST_SITES]:
            del words[word]
    learned = Learned(votes)
    out: list[Lesson] = []
    known: dict[str, Any] = {}
    for sample, labels in labelled:
        if sample.site not in known:
            known = {sample.site: vocabulary(learned.without(sample.site))}  # pages of a site mostly stand together
        out.append(Lesson(sample, labels, read_lines(sample.page, known[sample.site], table)))
    return out, votes


def cross_validate(read: Sequence[Lesson]) -> Fitted:
    """Both stages, fold by fold; the second learns from what the first says of sites that it has not seen."""
    fold = np.array([fold_of(x.sample.site) for x in read])
    own = [x.columns.values for x in read]
    first: list[Floats] = [np.empty(0)] * len(read)
    ones = []
    for k in range(FOLDS):
        some = np.flatnonzero(fold != k)
        ones.append(arrays(fit([own[i] for i in some], [read[i] for i in some], FIRST, many=MANY), "first"))
        trees = Trees.from_arrays(ones[k], "first")
        for i in np.flatnonzero(fold == k):
            first[i] = trees.scores(own[i])
    values = [second_lines(x.columns, chance(scores)) for x, scores in zip(read, first, strict=True)]
    folds: list[Arrays] = []
    for k in range(FOLDS):
        some = np.flatnonzero(fold != k)
        before = [first[i] for i in some]
        second = fit([values[i] for i in some], [read[i] for i in some], SECOND, before, many=MANY)
        folds.append({**ones[k], **arrays(second, "second")})
    return Fitted(folds, first, values)


def packed(odds: Mapping[str, Mapping[str, float]], table: npt.NDArray[np.uint8], stages: Arrays) -> bytes:
    """The bytes of a model file; leaves and odds are kept to half precision."""
    out: dict[str, npt.NDArray[Any]] = {"characters": table}
    for name in VOCABULARIES:
        out |= pack_words(odds[name], name)
        out[f"{name}.odds"] = out[f"{name}.odds"].astype(np.float16)
    for name, array in stages.items():
        out[name] = array.astype(np.float16) if name.endswith(".leaves") else array
    return pack(out, MAGIC, VERSION)


if __name__ == "__main__":
    main()
