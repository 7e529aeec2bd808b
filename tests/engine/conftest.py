"""Pages for the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine import Judgement
    from newsclean.page import Page


@pytest.fixture
def prose() -> tuple[str, ...]:
    """Four paragraphs."""
    return (
        (
            "The harbour board opened the old quay in Ankerholm again on Monday after three winters of repairs, and "
            "the first ferry left at six in the morning with forty people on board, among them the woman who had kept "
            "its lamp."
        ),
        (
            "Nobody had thought that the granite wall would hold, the harbour master, Ann Lund, said, but the stones "
            "that were laid a hundred years ago turned out to be sounder than the concrete that was poured over them "
            "later."
        ),
        (
            "Fishermen may land their herring there again from April, the board said, and the ferries to Skarvo will "
            "leave every hour until ten at night, two more than before the great storm that broke the wall."
        ),
        (
            "The repairs cost twice what the town had set aside, and the council will meet next week to speak of the "
            "debt, which the board wants to pay with a small fee on every crossing for the next eleven years."
        ),
    )


@pytest.fixture
def text() -> Callable[..., Page]:
    """Lines to a page."""
    return lambda *lines: read_text("\n".join(lines))


@pytest.fixture
def html() -> Callable[[str], Page]:
    """HTML to a page."""
    return lambda markup: read_html(Document(markup))


@pytest.fixture
def labelled() -> Callable[[Page, Judgement, str], list[str]]:
    """Texts of the blocks that a judgement gives a label."""

    def texts(page: Page, judgement: Judgement, label: str) -> list[str]:
        return [page.blocks[verdict.block].text for verdict in judgement.verdicts if verdict.label == label]

    return texts
