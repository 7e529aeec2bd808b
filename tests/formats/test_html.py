"""HTML: clean, escaped, and the same words in it."""

from __future__ import annotations

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newsclean import Article, Block, Image
from newsclean.model import Anchor

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></article><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "' onload='alert(1)",
    "&lt;b&gt; &amp; AT&T",
    "<!-- a --> <![CDATA[x]]>",
    "</pre><b>",
    "</title></textarea></style><svg/onload=alert(1)>",
]
ALLOWED = set("article h1 h2 h3 h4 h5 h6 p ul li blockquote table tbody tr td pre figure img figcaption a".split())


def block(text: str, kind: str = "paragraph", level: int = 0) -> Block:
    return Block(index=0, kind=kind, level=level, text=text, path="p")  # type: ignore[arg-type]


def tags(html: str) -> set[str]:
    body = LexborHTMLParser(html).body
    assert body is not None
    return {node.tag for node in body.traverse() if node.tag != "body"}


def tree(html: str) -> str | None:
    body = LexborHTMLParser(html).body
    assert body is not None
    return body.html


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["paragraph", "heading", "list_item", "quote", "table_row", "preformatted"])
def test_markup_in_the_text_stays_text(text: str, kind: str) -> None:
    html = Article(blocks=(block(text, kind),)).html
    assert tags(html) <= ALLOWED
    article = LexborHTMLParser(html).css_first("article")
    assert article is not None
    assert article.text().strip() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_so_it_does_in_every_field_that_is_printed(text: str) -> None:
    image = Image(url=f"https://example.org/{text}", caption=text, credit=text, alt=text, is_main=True)
    html = Article(title=text, standfirst=text, language=text, images=(image,)).html
    assert tags(html) <= ALLOWED
    tree = LexborHTMLParser(html)
    (picture,) = tree.css("img")
    assert picture.attributes == {"src": f"https://example.org/{text}", "alt": text}
    (top,) = tree.css("article")
    assert top.attributes == {"lang": text}
    (figcaption,) = tree.css("figcaption")
    assert figcaption.text() == f"{text} ({text})"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_sanitiser_finds_nothing_to_take_out(text: str, article: Article) -> None:
    attributes = {
        "article": {"lang"},
        "p": {"class"},
        "img": {"src", "alt", "width", "height"},
        "a": {"href"},
    }
    video = Image(url=f"https://www.youtube.com/embed/{text}", alt=text)
    for given_ in (
        article,
        Article(title=text, blocks=(block(text),), images=(Image(url="https://e.org/a", alt=text), video)),
    ):
        cleaned = nh3.clean(given_.html, tags=ALLOWED, attributes=attributes, link_rel=None)
        assert tree(cleaned) == tree(given_.html)


@given(text=st.text(st.sampled_from("ab <>/&\"'=!-\n]é")).filter(str.strip))
def test_any_text_comes_back(text: str) -> None:
    tree = LexborHTMLParser(Article(title=text, blocks=(block(text), block(text, "preformatted"))).html)
    assert [node.text() for node in tree.css("h1, p")] == [" ".join(text.split())] * 2
    assert [node.text() for node in tree.css("pre")] == [text]


@given(levels=st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_a_list_of_any_nesting_is_well_formed(levels: list[int]) -> None:
    html = Article(blocks=tuple(block(str(i), "list_item", level) for i, level in enumerate(levels))).html
    tree = LexborHTMLParser(html)
    assert html.count("<ul>") == html.count("</ul>")
    assert html.count("<li>") == html.count("</li>")
    assert len(tree.css("li")) == len(levels)
    assert len(tree.css("article > ul")) == 1
    assert [node.text(deep=False) for node in tree.css("li")] == [str(i) for i in range(len(levels))]


def test_an_article_in_whole(article: Article) -> None:
    assert article.html == "\n".join(
        [
            '<article lang="en">',
            "<h1>Ferry returns to the old quay</h1>",
            '<p class="standfirst">After three winters on the mainland side.</p>',
            (
                '<figure><img src="https://example.org/quay.jpg" alt="">'
                "<figcaption>The quay at dawn (Bo Lind)</figcaption></figure>"
            ),
            "<p>The first boat left at six on Monday.</p>",
            "<h2>What changes</h2>",
            "<ul><li>Four crossings a day<ul><li>five on Saturdays</li></ul></li><li>No lorries</li></ul>",
            "<blockquote><p>We waited long enough.</p><p>Now we sail.</p></blockquote>",
            "<table><tr><td>From</td><td>To</td></tr><tr><td>Quay</td><td>Island</td></tr></table>",
            "<pre>\n06:00\n  08:30</pre>",
            "<figure><figcaption>A timetable</figcaption></figure>",
            "</article>",
        ]
    )


def test_sizes_are_those_declared() -> None:
    html = Article(images=(Image(url="https://example.org/a.png", alt="A", width=640, height=0),)).html
    assert '<img src="https://example.org/a.png" alt="A" width="640">' in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//e.org/a", "vbscript:x"]
)
def test_no_address_but_http_and_https(url: str) -> None:
    assert Article(images=(Image(url=url, caption="Words"),)).html == (
        "<article>\n<figure><figcaption>Words</figcaption></figure>\n</article>"
    )
    assert Article(images=(Image(url=url),)).html == "<article>\n</article>"


def test_links_stand_on_their_words() -> None:
    link = Anchor(start=4, end=8, url='https://example.org/?a=1&b="2"')
    made = Block(index=0, kind="paragraph", text="The <b>& quay", path="p", links=(link,))
    html = Article(blocks=(made,)).html
    assert '<p>The <a href="https://example.org/?a=1&amp;b=&quot;2&quot;">&lt;b&gt;&amp;</a> quay</p>' in html
    cleaned = nh3.clean(html, tags={*ALLOWED, "a"}, attributes={"a": {"href"}}, link_rel=None)
    assert tree(cleaned) == tree(html)


@pytest.mark.parametrize("url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x"])
def test_links_to_what_is_no_web_page_are_left_out(url: str) -> None:
    link = Anchor(start=0, end=3, url=url)
    made = Block(index=0, kind="paragraph", text="The quay", path="p", links=(link,))
    assert "<p>The quay</p>" in Article(blocks=(made,)).html
