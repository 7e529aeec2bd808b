"""Document frequencies of the keys of words, per language, from the stories of a corpus.

    python training/idf.py CORPUS_DIR

Writes `src/newsclean/cues/idf/<language>.json`: how many texts there were, and in how many each key stands. Only
figures leave the corpus. The same corpus and the same engine give the same files.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.frequencies import Frequencies
from newsclean.cues.lexicon import languages
from newsclean.cues.terms import terms

sys.path.insert(0, str(Path(__file__).parent))

from captioned import captioned_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captioned import Captioned

MOST_TEXTS: Final = 4_096
"""Texts whose keys are kept: each is counted for several folds."""
OUT: Final = Path(__file__).parent.parent / "src/newsclean/cues/idf"
LEAST_TEXTS: Final = 8
"""A language with fewer texts gets no table; with so many the particles of the language stand out."""
LEAST_COUNT: Final = ((400, 4), (40, 3), (0, 2))
"""Texts, and in how many of so many a key must stand: one in fewer is as good as unseen, and may be the name of
somebody that one page tells of."""


class Table(NamedTuple):
    """The counts of a language."""

    texts: int
    counts: Mapping[str, int]


@lru_cache(MOST_TEXTS)
def text_keys(text: str) -> frozenset[str]:
    """The keys of a story, pairs of characters for scripts without spaces."""
    return frozenset(term.key for term in terms(text))


def count(pages: Iterable[Captioned]) -> dict[str, Table]:
    """The tables of the languages that have enough texts."""
    texts: Counter[str] = Counter()
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        texts[page.language] += 1
        found[page.language].update(text_keys(f"{page.head}\n{page.body}"))
    tables = {}
    for language, number in sorted(texts.items()):
        if number >= LEAST_TEXTS and language in languages():
            least = next(least for texts_from, least in LEAST_COUNT if number >= texts_from)
            counts = {key: n for key, n in sorted(found[language].items()) if n >= least and not key[0].isdigit()}
            tables[language] = Table(number, counts)
    return tables


def frequencies_of(pages: Iterable[Captioned], wanted: Iterable[str]) -> dict[str, Frequencies]:
    """The weights that the library would have if these pages were all there are.

    Args:
        pages: what is counted.
        wanted: languages, with or without a table.
    """
    tables = count(pages)
    return {name: Frequencies(name, *tables.get(name, Table(0, {}))) for name in wanted}


def main(corpus: Path) -> None:
    """Counts, and writes a file per language."""
    OUT.mkdir(exist_ok=True)
    for language, table in count(captioned_pages(corpus)).items():
        content = json.dumps({"texts": table.texts, "stems": table.counts}, ensure_ascii=False, separators=(",", ":"))
        (OUT / f"{language}.json").write_text(content + "\n", "utf-8")
        print(f"{language}: {table.texts} texts, {len(table.counts)} keys, {len(content.encode())} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
