"""The pages to learn from: a corpus folder in the documented layout (docs/model-card.md), read lazily."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.blocks import read_html
from newsclean.errors import InputError
from newsclean.html.document import Document
from newsclean.sources.memory import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from newsclean.page import Page

WEIGHTS: Final = {
    "zyte": 1.5,
    "wcxb_dev": 1.0,
    "fundus_eval": 1.5,
    "fundus_fixtures": 1.0,
    "trafilatura_eval": 0.4,
    "readability": 0.3,
}
"""How much a page of each data set counts: by how far its gold can be trusted and how much of it there is."""
TYPES: Final = {"service": 0.5, "documentation": 0.5, "listing": 0.1, "collection": 0.1, "product": 0.1, "forum": 0.1}
"""How much a page of another type counts beside an article; what is the text of a forum are comments elsewhere."""


class Sample(NamedTuple):
    """A page with its gold."""

    row: dict[str, Any]
    page: Page
    weight: float

    @property
    def running_text(self) -> bool:
        """Whether the page is an article or of a type that is written like one."""
        return self.row["page_type"] in ("article", "service", "documentation", None)

    @property
    def site(self) -> str:
        """The registrable domain, by which folds are made; pages of no known site are a site each."""
        return str(self.row["site"] or f"{self.row['dataset']}/{self.row['id']}")


def samples(corpus: Path, weights: Mapping[str, float] = WEIGHTS) -> Iterator[Sample]:
    """The pages that can be read and have blocks, data set by data set, in the order of the files."""
    for dataset, weight in weights.items():
        folder = corpus / dataset
        if not (folder / "gold.jsonl").exists():
            continue
        for line in (folder / "gold.jsonl").read_text("utf-8").split("\n"):
            row = json.loads(line) if line else None
            page = read_page(folder, row) if row else None
            if row and page and page.blocks:
                yield Sample(row, page, weight * TYPES.get(row["page_type"], 1.0))


def read_page(folder: Path, row: dict[str, Any]) -> Page | None:
    """A page of a data set, or None when it has none or is refused."""
    if not row.get("html"):
        return None
    body = gzip.decompress((folder / row["html"]).read_bytes())
    try:
        return read_html(Document(read_bytes(body).text, url=row["url"]))
    except InputError:
        return None
