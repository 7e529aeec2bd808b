"""From a corpus to the model file.

    python training/fit.py CORPUS_DIR [--out FILE] [--folds DIR] [--final-only]

Writes the model that is shipped, fitted on all pages, and, with `--folds`, the models of the folds as `fold0.bin`
..., each of which has not seen a word of the sites of its fold: `benchmarks/accuracy.py --out-of-fold DIR` measures
with them. The same corpus and the same CatBoost give the same files. docs/model-card.md tells the layout of the
corpus.
"""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newsclean.engine.model_file import VOCABULARIES, pack, pack_words

sys.path.insert(0, str(Path(__file__).parent))

from characters import build_table
from corpus import samples
from learn import FIRST, FOLDS, SECOND, arrays, cross_validate, fit, fold_of, lessons
from vocabulary import Learned
from whole_pages import learn_pages, page_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

OUT: Final = Path(__file__).parent.parent / "src/newsclean/engine/model.bin"


def main() -> None:
    """Trains, and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    gc.disable()  # nothing is thrown away, and collecting costs more than all reading
    table = build_table()
    read, votes = lessons(list(samples(args.corpus)), table)
    print(f"{len(read)} pages, {sum(len(x.labels.story) for x in read)} blocks", flush=True)
    found = cross_validate(read)
    pages = learn_pages(page_facts(read, found.second))
    print("out of fold: done", flush=True)
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for k in range(FOLDS):
            sites = frozenset(x.sample.site for x in read if fold_of(x.sample.site) != k)
            model = _arrays(Learned(votes, sites).odds, table) | _named(found.folds[k].first, "first")
            model |= _named(found.folds[k].second, "second") | pages.folds[k]
            (args.folds / f"fold{k}.bin").write_bytes(pack(model))
    model = _arrays(Learned(votes).odds, table) | pages.arrays
    model |= arrays(fit([x.columns.values for x in read], read, FIRST), "first")
    model |= arrays(fit(found.values, read, SECOND, found.first), "second")
    args.out.write_bytes(pack(model))
    print(f"{args.out}: {args.out.stat().st_size:,} bytes")


def _arrays(odds: Mapping[str, Mapping[str, float]], table: Any) -> dict[str, Any]:
    out = {"characters": table}
    for name in VOCABULARIES:
        # the trees see no phrases of lines, and what is not there need not be in the cache of the processor
        kept = {token: value for token, value in odds[name].items() if name != "line" or " " not in token}
        out |= pack_words(kept, name)
    return out


def _named(model: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key.replace("x.", f"{name}.", 1): value for key, value in model.items()}


if __name__ == "__main__":
    main()
