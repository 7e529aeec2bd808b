"""Document frequencies of word stems, per language, from the gold texts of a corpus.

    python training/idf.py CORPUS_DIR

Writes `src/newsclean/cues/idf/<language>.json`: how many texts there were, and in how many each stem stands. Only
figures leave the corpus. The same corpus gives the same files.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from newsclean.words import stem, words

OUT: Final = Path(__file__).parent.parent / "src/newsclean/cues/idf"
LEAST_TEXTS: Final = 60
"""A language with fewer texts gets no table: its frequencies would be noise."""
LEAST_COUNT: Final = 3
"""A stem in fewer texts is as good as unseen, and may be a name that belongs to one page only."""


def main(corpus: Path) -> None:
    """Counts, and writes a file per language."""
    frequencies: defaultdict[str, Counter[str]] = defaultdict(Counter)
    texts: Counter[str] = Counter()
    for gold in sorted(corpus.glob("*/gold.jsonl")):
        for line in filter(None, gold.read_text("utf-8").split("\n")):
            row = json.loads(line)
            body = row.get("body") or ""
            declared = row.get("lang") or row["extra"].get("html_lang") or "en"
            language = declared.replace("_", "-").split("-")[0].lower()
            stems = {stem(word) for word in words(body) if not word[0].isdigit()}
            if len(stems) < 50 or row.get("page_type") not in ("article", None):  # noqa: PLR2004 - no running text
                continue
            texts[language] += 1
            frequencies[language].update(stems)
    OUT.mkdir(exist_ok=True)
    for language, count in sorted(texts.items()):
        if count < LEAST_TEXTS:
            continue
        kept = {s: n for s, n in sorted(frequencies[language].items()) if n >= LEAST_COUNT}
        table = {"texts": count, "stems": kept}
        (OUT / f"{language}.json").write_text(
            json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8"
        )
        print(f"{language}: {count} texts, {len(kept)} stems")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
