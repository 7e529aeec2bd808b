"""Readings of pages as detectors get them, and what one detector says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.cues.captions import marked
from newsclean.detectors import detectors
from newsclean.engine import judge
from newsclean.html.document import Document
from newsclean.page import Reading
from newsclean.resolve import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Candidate, Page
    from newsclean.verdict import Label, Verdict

TITLE = "Old quay opens again after three winters"
PROSE = (
    (
        "The harbour board opened the old quay in Ankerholm again on Monday after three winters of repairs, and the "
        "first ferry left at six in the morning with forty people on board, among them the woman who had kept its "
        "lamp."
    ),
    (
        "Nobody had thought that the granite wall would hold, the harbour master, Ann Lund, said, but the stones that "
        "were laid a hundred years ago turned out to be sounder than the concrete that was poured over them later."
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


def _reading(page: Page, language: str | None) -> Reading:
    if page.mode == "html":
        said = tuple(_label(page, block) for block in page.blocks)
    else:
        said = tuple(verdict.label for verdict in labels(page, judge(page).verdicts))
    return Reading(page=page, labels=said, language=language)


def _label(page: Page, block: Candidate) -> Label:
    """What an engine that drops nothing says: detectors are tested apart from what the trained one thinks of a page."""
    tags = {page.frames[frame].tag for frame in page.ancestors(block.frame)}
    if "h1" in tags:
        return "title"
    if any(marked(page.frames[frame].classes, page.frames[frame].tag) for frame in page.ancestors(block.frame)):
        return "caption"
    return "boilerplate" if tags & {"nav", "footer", "aside"} else "body"


@pytest.fixture
def title() -> str:
    """A headline."""
    return TITLE


@pytest.fixture
def prose() -> tuple[str, ...]:
    """Four paragraphs of one story."""
    return PROSE


@pytest.fixture
def lines() -> Callable[..., Reading]:
    """Lines of text to a reading."""

    def read(*texts: str, language: str | None = "en") -> Reading:
        return _reading(read_text("\n".join(texts)), language)

    return read


@pytest.fixture
def html() -> Callable[..., Reading]:
    """HTML to a reading."""

    def read(markup: str, *, language: str | None = "en") -> Reading:
        return _reading(read_html(Document(markup)), language)

    return read


@pytest.fixture
def article(title: str, prose: tuple[str, ...], html: Callable[..., Reading]) -> Callable[..., Reading]:
    """A page of HTML with a story, and pieces of markup above and below it."""

    def read(above: str = "", below: str = "", *, middle: str = "", head: str = "") -> Reading:
        first, *rest = (f"<p>{text}</p>" for text in prose)
        body = f"{head}<h1>{title}</h1>{above}{first}{middle}{''.join(rest)}{below}"
        return html(f"<html><head><title>{title}</title></head><body><article>{body}</article></body></html>")

    return read


@pytest.fixture
def story(title: str, prose: tuple[str, ...], lines: Callable[..., Reading]) -> Callable[..., Reading]:
    """The same story as lines of text."""

    def read(
        *above: str, below: tuple[str, ...] = (), middle: tuple[str, ...] = (), head: tuple[str, ...] = ()
    ) -> Reading:
        return lines(*head, title, *above, prose[0], *middle, *prose[1:], *below)

    return read


@pytest.fixture
def said() -> Callable[[str, Reading], dict[str, str]]:
    """What a detector says: the text of a block to the label."""

    def find(name: str, reading: Reading) -> dict[str, str]:
        found: dict[str, str] = {}
        for verdict in detectors()[name].find(reading):
            text = reading.page.blocks[verdict.block].text
            assert text not in found, f"{name} speaks twice of {text!r}"
            assert verdict.by == f"detector:{name}"
            assert verdict.reason.endswith(".") or verdict.notice
            assert 0 <= verdict.confidence <= 1
            found[text] = verdict.label
        return found

    return find


@pytest.fixture
def verdicts() -> Callable[[str, Reading], list[Verdict]]:
    """What a detector says, whole."""
    return lambda name, reading: list(detectors()[name].find(reading))
