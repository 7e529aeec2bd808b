"""What every output says of any article: the same words in the same order, and no markup but ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import nh3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from newsclean import Article, Block, Image
from newsclean.formats import structure
from newsclean.normalize.text import normalise, normalise_preformatted

if TYPE_CHECKING:
    from newsclean.model import BlockKind

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAGS = set("article h1 h2 h3 h4 h5 h6 p ul li blockquote table tbody tr td pre figure img figcaption a".split())
ATTRIBUTES = {"article": {"lang"}, "p": {"class"}, "img": {"src", "alt", "width", "height"}, "a": {"href"}}

PIECES = [
    *"*_`~[]()<>#+-=!|\\&:\"'19.)abé港 \t\n$^{}%@/;?,",
    "  ", "1.", "12)", "--", "**", "__", "~~", "```", "...", "…", "“", "”", "—", "&amp;", "&#42;", "&copy", "\u0301",
    "http://", "www.a.b", "<b", "</b>", "<!--", "-->", "<?", "<a href=x>", "]]>", "javascript:", "_a", "a_", "\x85",
    "\u2028", "\x1c", "س", "ن\u200cه", "क्\u200dष", "👩\u200d🚀", "\u200b", "\u202e", "\ufe0f", "\u00ad", "\ufeff",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join)
LINE = TEXT.map(normalise).filter(bool)
KINDS: list[BlockKind] = ["heading", "paragraph", "list_item", "quote", "preformatted", "table_row"]
ADDRESSES = [
    "https://e.org/a.jpg",
    "javascript:alert(1)",
    "java\tscript:x",
    "data:text/html,<b>",
    "https://e.org/\"x='<b>",
    None,
]


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(KINDS))
    text = draw(TEXT.map(normalise_preformatted).filter(str.strip) if kind == "preformatted" else LINE)
    return Block(index=0, kind=kind, level=draw(st.integers(0, 8)), text=text, path="p")


ARTICLES = st.builds(
    Article,
    title=st.none() | LINE,
    standfirst=st.none() | LINE,
    blocks=st.lists(blocks(), max_size=5).map(tuple),
    images=st.lists(st.builds(Image, url=st.sampled_from(ADDRESSES), caption=LINE, alt=TEXT), max_size=2).map(tuple),
)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def words(article: Article) -> list[str]:
    """The texts that a reader of the whole article gets, in order."""
    out = [article.title, article.standfirst]
    for block in article.blocks:
        out += (
            ("".join(piece.text for piece in cell) for cell in structure.cells(block))
            if block.kind == "table_row"
            else [block.text]
        )
    return [text for text in (*out, *(image.caption for image in article.images)) if text]


@SLOW
@given(ARTICLES)
def test_a_reader_of_markdown_gets_the_words(article: Article) -> None:
    found: list[str] = []
    for token in READER.parse(article.markdown):
        if token.type == "fence":
            found.append(token.content.removesuffix("\n"))
        elif token.type == "inline":
            found.append("".join(_shown(child) for child in token.children or ()))
    assert [text for text in found if text] == words(article)


def _shown(token: Any) -> str:
    return token.content if token.type.startswith("text") else ""  # type: ignore[no-any-return]


@SLOW
@given(ARTICLES)
def test_a_reader_of_html_gets_the_words_and_a_sanitiser_finds_nothing(article: Article) -> None:
    html = article.html
    tree = LexborHTMLParser(html)
    found = [node.text(deep=False) for node in tree.css("h1, h2, h3, h4, h5, h6, p, li, td, pre, figcaption")]
    assert [text for text in found if text] == words(article)
    cleaned = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https"})
    assert LexborHTMLParser(cleaned).html == tree.html


@SLOW
@given(ARTICLES)
def test_json_comes_back_equal(article: Article) -> None:
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.format("jsonl")) == article
