"""Drafts of small pages, with the outcome that a test decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.normalize.draft import Draft
from newsclean.resolve import resolve
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.page import Page

URL = "https://www.example.org/world/2024/05/02/quay"


@pytest.fixture
def draft() -> Callable[..., Draft]:
    """A draft of an HTML page: headings of level 1 are the title, everything else is kept, unless `labels` says more.

    `labels` maps the beginning of a block's text to its label or to the fields of its verdict.
    """

    def make(html: str, *, url: str | None = URL, labels: Mapping[str, Any] | None = None, **fields: Any) -> Draft:
        return _draft(read_html(Document(html, url=url)), labels or {}, fields)

    return make


@pytest.fixture
def text_draft() -> Callable[..., Draft]:
    """As `draft`, of plain text."""

    def make(text: str, *, url: str | None = None, labels: Mapping[str, Any] | None = None, **fields: Any) -> Draft:
        return _draft(read_text(text, url=url), labels or {}, fields)

    return make


def _draft(page: Page, labels: Mapping[str, Any], fields: Mapping[str, Any]) -> Draft:
    verdicts = []
    for block in page.blocks:
        start = next((start for start in labels if block.text.startswith(start)), None)
        default = "title" if block.kind == "heading" and block.level == 1 else "body"
        said = labels[start] if start is not None else default
        said = {"label": said} if isinstance(said, str) else dict(said)
        verdicts.append(Verdict(**{"block": block.index, "by": "engine", "reason": "So it was said.", **said}))
    return Draft(page=page, outcome=resolve(page, verdicts), **fields)
