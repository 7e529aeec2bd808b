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
from newsclean.model import Anchor

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


def linked(text: str, *words: str, kind: str = "paragraph", url: str = "https://example.org/q") -> Block:
    """A block with a link on each of the words."""
    starts = [(text.index(word), word) for word in words]
    links = tuple(Anchor(start=start, end=start + len(word), url=url) for start, word in starts)
    return Block(index=0, kind=kind, text=text, path="p", links=links)  # type: ignore[arg-type]


def hrefs(markdown: str) -> list[str]:
    inline = (child for token in READER.parse(markdown) for child in token.children or ())
    return [str(child.attrs["href"]) for child in inline if child.type == "link_open"]


@pytest.mark.parametrize("kind", ["paragraph", "heading", "list_item", "quote", "table_row"])
def test_links_stand_on_their_words(kind: str) -> None:
    markdown = Article(blocks=(linked("The old quay opens at noon", "old quay", "noon", kind=kind),)).markdown
    assert "The [old quay](https://example.org/q) opens at [noon](https://example.org/q)" in markdown
    assert read(markdown) == ["The old quay opens at noon"]


def test_links_in_cells_stay_in_them() -> None:
    markdown = Article(blocks=(linked("Ferry | A_b seats", "Ferry", "A_b", kind="table_row"),)).markdown
    assert markdown.startswith("| [Ferry](https://example.org/q) | [A_b](https://example.org/q) seats |")


def test_a_mark_before_a_link_makes_no_picture() -> None:
    markdown = Article(blocks=(linked("Open!quay", "quay"),)).markdown
    assert read(markdown) == ["Open!quay"]
    assert hrefs(markdown) == ["https://example.org/q"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "//example.org"])
def test_links_to_what_is_no_web_page_are_left_out(url: str) -> None:
    assert Article(blocks=(linked("The old quay", "old", url=url),)).markdown == "The old quay"


@pytest.mark.parametrize("places", [((-1, 3),), ((2, 40),), ((3, 3),), ((5, 2),), ((0, 5), (3, 7))])
def test_links_that_stand_nowhere_cost_no_words(places: tuple[tuple[int, int], ...]) -> None:
    links = tuple(Anchor(start=start, end=end, url="https://example.org/q") for start, end in places)
    made = Article(blocks=(Block(index=0, kind="paragraph", text="The old quay", path="p", links=links),))
    assert read(made.markdown) == ["The old quay"]


@given(
    text=st.text(st.sampled_from("ab 1.)(#*_-+=`~[]!<>&;\\:\"'|/é港")).filter(str.strip),
    start=st.integers(0, 9),
    length=st.integers(1, 9),
    kind=st.sampled_from(["paragraph", "heading", "list_item", "quote"]),
)
def test_any_text_with_a_link_comes_back(text: str, start: int, length: int, kind: str) -> None:
    text = " ".join(text.split())
    words = text[start : start + length]
    link = Anchor(start=start, end=start + len(words), url="https://example.org/a(b)?x=1&copy=2")
    made = Block(index=0, kind=kind, text=text, path="p", links=(link,))  # type: ignore[arg-type]
    markdown = Article(blocks=(made,)).markdown
    assert read(markdown) == [text]
    assert len(hrefs(markdown)) == bool(words.strip())
