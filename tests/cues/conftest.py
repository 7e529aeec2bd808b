"""Readings of pages, as captions and ownership are asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.engine import judge
from newsclean.html.document import Document
from newsclean.page import Reading
from newsclean.resolve import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page


TITLE = "Old quay opens again after three winters"
PROSE = (
    "The harbour board opened the old quay again on Monday after three winters of repairs, and the first ferry left "
    "at six in the morning with forty people on board, among them the woman who had kept its lamp."
)
MORE = (
    "Nobody had thought that the wall would hold, the master of the harbour said, but the stones that were laid a "
    "hundred years ago turned out to be sounder than the concrete that was poured over them later."
)


def _reading(page: Page) -> Reading:
    verdicts = judge(page, second_opinion=False).verdicts
    return Reading(page=page, labels=tuple(verdict.label for verdict in labels(page, verdicts)), language="en")


@pytest.fixture
def from_lines() -> Callable[..., Reading]:
    """Lines of text, as the engine understands them."""
    return lambda *lines: _reading(read_text("\n".join(lines)))


@pytest.fixture
def from_html() -> Callable[[str], Reading]:
    """A page, as the engine understands it."""
    return lambda html: _reading(read_html(Document(html)))
