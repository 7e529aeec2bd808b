"""The pages of a corpus with their gold, in the layout of docs/benchmarks.md."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class Page(NamedTuple):
    """A page as it was saved."""

    row: dict[str, Any]
    """Its line of gold.jsonl."""
    body: bytes

    @property
    def url(self) -> str | None:
        """Its address, where that is known."""
        return self.row.get("url")


def datasets(corpus: Path) -> list[str]:
    """Names of the data sets of a corpus."""
    return sorted(file.parent.name for file in corpus.glob("*/gold.jsonl"))


def pages(corpus: Path, dataset: str) -> Iterator[Page]:
    """The pages of a data set, in order; rows without a page are left out."""
    folder = corpus / dataset
    for line in (folder / "gold.jsonl").read_text("utf-8").split("\n"):
        row = json.loads(line) if line else {}
        if row.get("html"):
            yield Page(row, gzip.decompress((folder / row["html"]).read_bytes()))


def digest(corpus: Path, names: Iterable[str]) -> str:
    """What names the corpus: a digest of the gold of some data sets."""
    found = hashlib.sha256()
    for name in names:
        found.update((corpus / name / "gold.jsonl").read_bytes())
    return found.hexdigest()
