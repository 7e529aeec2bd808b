"""Ways to read a page in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page


@pytest.fixture
def read() -> Callable[[str], Page]:
    """HTML to a page."""
    return lambda html: read_html(Document(html))


@pytest.fixture
def texts() -> Callable[[str], list[str]]:
    """HTML to the texts of its blocks."""
    return lambda html: [block.text for block in read_html(Document(html)).blocks]
