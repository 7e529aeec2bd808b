"""Markdown: what a reader of CommonMark gets is what the article says."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsclean import Article, Block, Image

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

LIKE_MARKUP = [
    "1. A first",
    "12) twelfth",
    "# hash",
    "#hashtag",
    "###",
    "- dash",
    "---",
    "- - -",
    "+ plus",
    "=====",
    "> quote",
    "* star",
    "***",
    "*em* and **strong** and _em_ and __strong__",
    "snake_case and _private and trailing_",
    "`code` and ``more``",
    "```",
    "~~~",
    "~~struck~~",
    "[text](https://example.org)",
    "[ref]: https://example.org",
    "![alt](x.png)",
    "[sic] [x] [ ]",
    "<b>bold</b> <!-- note --> <https://example.org>",
    "3 < 4 > 2",
    "&amp; &lt; &#42; & AT&T",
    "back\\slash \\* end\\",
    "a | b || c",
    "ends with #",
    "ends with ##",
    "C# C#",
    "https://example.org/a_b_c?x=1&copy=2",
    "2024. Year at the start",
    "1986\\. A great year",
    "“Quoted” — dash… and ‘more’",
    "مرحبا بالعالم",
    "港口重新开放",
]


def read(markdown: str) -> list[str]:
    """Texts of the inline runs, as a reader sees them."""
    out = []
    for token in READER.parse(markdown):
        if token.type == "fence":
            out.append(token.content)
        elif token.type == "inline":
            out.append("".join(child.content for child in token.children or () if child.type.startswith("text")))
    return out


def types(markdown: str) -> list[str]:
    return [token.type for token in READER.parse(markdown) if token.nesting >= 0]


def block(text: str, kind: str = "paragraph", level: int = 0) -> Block:
    return Block(index=0, kind=kind, level=level, text=text, path="p")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", LIKE_MARKUP)
@pytest.mark.parametrize(
    ("kind", "level"), [("paragraph", 0), ("heading", 2), ("list_item", 1), ("quote", 0), ("preformatted", 0)]
)
def test_text_that_looks_like_markup_stays_text(text: str, kind: str, level: int) -> None:
    (back,) = read(Article(blocks=(block(text, kind, level),)).markdown)
    assert back.rstrip("\n") == text


@pytest.mark.parametrize("text", LIKE_MARKUP)
def test_so_it_does_in_title_standfirst_caption_and_cell(text: str) -> None:
    article = Article(title=text, standfirst=text, images=(Image(caption=text),), blocks=(block(text, "table_row"),))
    back = read(article.markdown)
    assert back[:2] == [text, text]
    assert back[-1] == text
    assert " | ".join(back[2:-1]) == text


@given(texts=st.lists(st.text(st.sampled_from("ab 1.)(#*_-+=`~[]!<>&;|\\:\"'/\n\té港"), min_size=1), max_size=5))
def test_any_text_comes_back(texts: list[str]) -> None:
    folded = [" ".join(text.split()) for text in texts]
    article = Article(blocks=tuple(block(text) for text in texts))
    assert read(article.markdown) == [text for text in folded if text]


@given(
    levels=st.lists(st.integers(0, 12), min_size=1, max_size=12),
    text=st.text(st.sampled_from("ab 1.)#*_-+=`>|")).filter(str.strip),
)
def test_a_list_of_any_nesting_stays_one_list(levels: list[int], text: str) -> None:
    article = Article(blocks=tuple(block(text, "list_item", level) for level in levels))
    assert read(article.markdown) == [" ".join(text.split())] * len(levels)
    assert types(article.markdown).count("list_item_open") == len(levels)
    top = [token for token in READER.parse(article.markdown) if token.type == "bullet_list_open" and token.level == 0]
    assert len(top) == 1


@given(text=st.text(st.sampled_from("a`~ \n")).filter(str.strip))
def test_preformatted_text_is_untouched(text: str) -> None:
    assert read(Article(blocks=(block(text, "preformatted"),)).markdown) == [f"{text}\n"]


def test_an_article_in_whole(article: Article) -> None:
    assert article.markdown == "\n".join(
        [
            "# Ferry returns to the old quay",
            "",
            "**After three winters on the mainland side.**",
            "",
            "![](https://example.org/quay.jpg)",
            "",
            "*The quay at dawn (Bo Lind)*",
            "",
            "The first boat left at six on Monday.",
            "",
            "## What changes",
            "",
            "- Four crossings a day",
            "  - five on Saturdays",
            "- No lorries",
            "",
            "> We waited long enough.",
            ">",
            "> Now we sail.",
            "",
            "| From | To |",
            "| --- | --- |",
            "| Quay | Island |",
            "",
            "```",
            "06:00",
            "  08:30",
            "```",
            "",
            "*A timetable*",
        ]
    )


def test_a_reader_sees_its_structure(article: Article) -> None:
    seen = types(article.markdown)
    for name in ("heading_open", "bullet_list_open", "blockquote_open", "table_open", "fence"):
        assert name in seen
    assert seen.count("blockquote_open") == 1
    assert seen.count("bullet_list_open") == 2


def test_a_reader_sees_two_quotes_and_two_tables() -> None:
    paths = ["blockquote/p", "blockquote[2]/p", "table/tr", "table[2]/tr"]
    kinds = ["quote", "quote", "table_row", "table_row"]
    blocks = tuple(replace(block("a | b", kind), path=path) for path, kind in zip(paths, kinds, strict=True))
    seen = types(Article(blocks=blocks).markdown)
    assert (seen.count("blockquote_open"), seen.count("table_open")) == (2, 2)


def test_rows_of_unequal_length_make_one_table() -> None:
    article = Article(blocks=tuple(block(row, "table_row") for row in ("Port", "A | 1 | 2", "B | 3")))
    assert types(article.markdown).count("tr_open") == 3
    assert [text for text in read(article.markdown) if text] == ["Port", "A", "1", "2", "B", "3"]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a (1).jpg",
        "https://example.org/a)b<c>d",
        "https://e.org/?a=1&copy;=2",
        'https://e.org/"x"\\y',
    ],
)
def test_an_address_survives(url: str) -> None:
    markdown = Article(images=(Image(url=url, alt="[alt] *x*", is_main=True),)).markdown
    (image,) = (child for token in READER.parse(markdown) for child in token.children or () if child.type == "image")
    assert unquote(unescape(str(image.attrs["src"]))) == unquote(unescape(url))
    assert image.content.replace("\\", "") == "[alt] *x*"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:image/png;base64,AA", "file:///etc/passwd", "/relative.png"]
)
def test_other_addresses_are_left_out_and_their_captions_are_not(url: str) -> None:
    assert Article(images=(Image(url=url, caption="Words"),)).markdown == "*Words*"


def test_an_empty_article_is_empty() -> None:
    assert Article().markdown == ""
