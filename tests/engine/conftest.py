"""Pages for the engine, and small stand-ins for what it learns: a vocabulary, a table of characters, a model."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import strategies as st

from newsclean.blocks import read_html, read_text
from newsclean.engine.characters import BMP, Char
from newsclean.engine.features import FEATURES, read_features
from newsclean.engine.features.facts import read_facts
from newsclean.engine.model_file import Model
from newsclean.engine.trees import Trees, log_odds
from newsclean.engine.vocabulary import Vocabulary, name_scorer
from newsclean.engine.witnesses import read_witnesses
from newsclean.html.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.engine import Judgement
    from newsclean.engine.features import Columns, Facts
    from newsclean.page import Page

NAMES = {"story": 2.0, "comments": -3.0, "=sidebar": -2.0, "sidebar": -1.5, "@role=main": 1.0, "teaser": -2.5}
LINE = {"share": -2.0, "read": -1.0, "read more": -1.5, "share this": -0.5, "monday": 0.5, "more.": -9.0}
PROSE = {"the": 0.5, "subscribe": -2.0, "the harbour": 0.25}
KINDS = (
    (Char.LOWER, string.ascii_lowercase),
    (Char.UPPER, string.ascii_uppercase),
    (Char.DIGIT, string.digits),
    (Char.SPACE, " \n\t"),
    (Char.COMMA, ",;"),
    (Char.STOP, ".!?"),
    (Char.QUOTE, "\"'“”"),
    (Char.PUNCTUATION, "-–():"),
    (Char.IDEOGRAPH, "渡船港口"),
    (Char.BAR, "|/"),
)
LONG_LINE = 11.5
LINKED = 0.35

WORDS = st.sampled_from(
    [
        "quay",
        "Monday",
        "The harbour board opened the old quay in Ankerholm again on Monday, after three winters of repairs.",
        "Share this",
        "Read more",
        "渡船港口",
        "—",
        "“It held!”",
        "By Mira Holt | 4 March",
        "12",
        "€ 12.50",
        "Nobody had thought that the granite wall would hold, the harbour master, Ann Lund, said on Tuesday. " * 8,
    ]
)
OPENING = st.sampled_from(
    [
        "<p>",
        "<div>",
        "<div class='story body'>",
        "<section id=comments class=comment-list>",
        "<ul>",
        "<li>",
        "<article>",
        "<main>",
        "<aside class=sidebar>",
        "<nav>",
        "<h1>",
        "<h2>",
        "<figure><img src=a.jpg>",
        "<figcaption>",
        "<table><tr><td>",
        "<blockquote>",
        "<div hidden>",
        "<a href=/x>",
        "<pre>",
        "<form>",
        "<br>",
        "<div>" * 60,
    ]
)
CLOSING = st.sampled_from("</p> </div> </ul> </article> </aside> </a> </table> </figure> </nav> </section>".split())
HEAD = st.sampled_from(
    [
        "",
        "<title>Old quay opens again</title>",
        "<meta property=og:title content='Quay'><meta name=description content='The harbour board opened the old quay'>",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay","articleBody":"'
        + "The harbour board opened the old quay in Ankerholm again on Monday. " * 5
        + '"}</script>',
    ]
)


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
def html() -> Callable[..., Page]:
    """HTML to a page."""
    return lambda markup, url=None: read_html(Document(markup, url=url))


@pytest.fixture
def markup() -> st.SearchStrategy[str]:
    """HTML of any kind, nested at random, with at least one block."""
    body = st.lists(OPENING | CLOSING | WORDS, max_size=40).map("".join)
    return st.tuples(HEAD, WORDS, body).map("".join)


@pytest.fixture
def labelled() -> Callable[[Page, Judgement, str], list[str]]:
    """Texts of the blocks that a judgement gives a label."""

    def texts(page: Page, judgement: Judgement, label: str) -> list[str]:
        return [page.blocks[verdict.block].text for verdict in judgement.verdicts if verdict.label == label]

    return texts


@pytest.fixture(scope="session")
def table() -> np.ndarray:
    """Kinds of a few characters; all others are `OTHER`."""
    out = np.zeros(BMP, np.uint8)
    for kind, chars in KINDS:
        out[[ord(c) for c in chars]] = kind
    return out


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """A few words and names."""
    return Vocabulary(names=name_scorer(NAMES), line=LINE, prose=PROSE)


@pytest.fixture
def facts() -> Callable[[str], Facts]:
    """HTML to its facts."""

    def read(markup: str) -> Facts:
        page = read_html(Document(markup))
        return read_facts(page, read_witnesses(page))

    return read


@pytest.fixture
def columns(vocabulary: Vocabulary, table: np.ndarray) -> Callable[..., Columns]:
    """HTML, or a page of it, to its features."""

    def read(source: str | Page) -> Columns:
        page = read_html(Document(source)) if isinstance(source, str) else source
        return read_features(page, vocabulary, table, read_witnesses(page))

    return read


@pytest.fixture
def known(columns: Callable[..., Columns]) -> Callable[[str], dict[str, list[float]]]:
    """HTML to its features by name."""
    return lambda markup: dict(zip(FEATURES, columns(markup).values.astype(float).round(4).tolist(), strict=True))


def stump(*questions: tuple[int, float], leaves: tuple[float, ...] = (0.0,), bias: float = 0.0) -> Trees:
    """One tree."""
    columns, borders = zip(*questions or [(0, 0.0)], strict=True)
    values = leaves if questions else (0.0, 0.0)
    return Trees(
        np.array(columns, np.intp),
        np.array(borders, np.float32)[:, None],
        np.array(values, np.float32),
        np.zeros((1, 1), np.intp),
        bias,
    )


@pytest.fixture
def model(vocabulary: Vocabulary, table: np.ndarray) -> Callable[..., Model]:
    """A model that takes every block of twelve words or more that is no link, and is as sure of a page as it is told.

    `trust` is the confidence in any page, `kinds` the chances of any page to be no article.
    """

    def build(*, trust: float = 0.95, sure: float = 3.0, kinds: tuple[float, ...] = (0.0, 0.0, 0.0)) -> Model:
        long = (FEATURES.index("words"), float(np.log1p(LONG_LINE)))
        linked = (FEATURES.index("link_share"), LINKED)

        def constant(value: float) -> Any:
            return stump(bias=float(log_odds(np.array([value]))[0]))

        return Model(
            vocabulary=vocabulary,
            characters=table,
            first=stump(long, linked, leaves=(-sure, sure, -sure, -sure)),
            second=stump(),
            trust=constant(trust),
            kinds=tuple(map(constant, kinds)),
            least=(0.5, 0.5, 0.5),
            digest="none",
        )

    return build


@pytest.fixture
def shipped(model: Callable[..., Model], monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts such a model in the place of the shipped one."""

    def put(**settings: Any) -> None:
        mine = model(**settings)
        monkeypatch.setattr("newsclean.engine.markup.shipped_model", lambda: mine)

    return put
