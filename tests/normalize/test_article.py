"""The whole article out of a draft, of a page and of plain text."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.blocks import read_html, read_text
from newsclean.digest import digest
from newsclean.html.document import Document
from newsclean.model import Notice, Response
from newsclean.normalize.article import Draft, build_article
from newsclean.resolve import resolve
from newsclean.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.article import Article
    from newsclean.page import Page

PAGE = """<!doctype html><html lang="en-GB"><head><title>Quay opens | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="og:description" content="A new quay.">
<link rel="canonical" href="https://www.example.org/world/quay?utm_source=x">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay opens","datePublished":"2024-05-02T10:00:00+01:00",
"dateModified":"2024-05-03","author":{"@type":"Person","name":"Ann Lee"},"isAccessibleForFree":true,
"publisher":{"@type":"Organization","name":"Harbour Press"},"articleSection":"World","keywords":["quay"]}</script></head>
<body><h1>Quay opens</h1><figure><img src="/quay.jpg" alt="A quay"><figcaption>The quay at dawn (Photo by Bo Wang)</figcaption></figure>
<p>The harbour\u00a0office  opened its longest quay on Monday.</p><p>Subscribe to our letter</p>
<p>Two ferries came at once.</p><p>Correction: it is 300 metres long.</p></body></html>"""
LABELS = {
    "The quay": "caption",
    "Subscribe": {"label": "newsletter", "by": "detector:newsletter", "evidence": {"words": 4}},
}
URL = "https://www.example.org/world/quay"


@pytest.fixture
def article(draft: Callable[..., Draft]) -> Article:
    response = Response(url=URL, requested_url="https://example.org/q", fetched_at=datetime(2024, 5, 10, tzinfo=UTC))
    notice = Notice(kind="low_confidence", message="So it is.")
    made = draft(
        PAGE,
        url=URL,
        labels=LABELS,
        response=response,
        confidence=0.9,
        body_source="engine",
        quoted={5: "correction"},
        notices=(notice,),
    )
    return build_article(made)


def test_the_body_in_order_and_in_one_form(article: Article) -> None:
    assert article.text == (
        "The harbour office opened its longest quay on Monday.\n\nTwo ferries came at once.\n\nCorrection: it is 300 metres long."
    )
    assert [block.path for block in article.blocks] == [
        "html/body/p",
        "html/body/p[3]",
        "html/body/p[4]",
    ] or article.blocks[0].path


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("<th><th>2019<th>2020", "| 2019 | 2020"),
        ("<td>Boats<td><td>7", "Boats | | 7"),
        ("<td>Boats<td>a | b<td><td>7", "Boats | a | b | 7"),
    ],
)
def test_cells_stand_in_their_columns(draft: Callable[..., Draft], row: str, text: str) -> None:
    made = build_article(draft(f"<table><tr>{row}<tr><td>Boats at the quay<td>3<td>4</table>"))
    assert made.blocks[0].text == text


def test_every_field_of_the_page(article: Article) -> None:
    assert article.title == "Quay opens"
    assert article.description == "A new quay."
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2024-05-02T10:00:00+01:00"
    assert article.date_modified is not None
    assert article.date_modified.isoformat() == "2024-05-03T00:00:00"
    assert (article.site, article.publisher, article.host) == ("Harbour Post", "Harbour Press", "example.org")
    assert (article.url, article.requested_url, article.canonical_url) == (URL, "https://example.org/q", URL)
    assert (article.section, article.keywords, article.language, article.kind) == ("World", ("quay",), "en-GB", "news")
    assert article.is_accessible_for_free is True
    assert article.fetched_at == datetime(2024, 5, 10, tzinfo=UTC)
    assert article.confidence == 0.9


def test_the_caption_is_on_its_picture_with_its_credit_apart(article: Article) -> None:
    (image,) = article.images
    assert (image.url, image.caption, image.credit, image.alt, image.is_main) == (
        "https://www.example.org/quay.jpg", "The quay at dawn", "Bo Wang", "A quay", True,
    )  # fmt: skip


def test_what_was_dropped_is_reported_whole(article: Article) -> None:
    (removal,) = article.removed
    assert (removal.text, removal.kind, removal.by) == ("Subscribe to our letter", "newsletter", "detector:newsletter")
    assert removal.evidence == {"words": 4}


def test_corrections_are_quoted_and_stay(article: Article) -> None:
    assert article.corrections == ("Correction: it is 300 metres long.",)
    assert "300 metres" in article.text


def test_every_value_has_a_source(article: Article) -> None:
    sources = {name: provenance.source for name, provenance in article.provenance.items()}
    assert sources["title"] == "jsonld:headline" or sources["title"] == "dom:h1"
    assert sources["date_published"] == "jsonld:datePublished"
    assert sources["authors"] == "jsonld:author"
    assert sources["blocks"] == "engine"
    assert sources["images"] == "dom:img"
    assert "standfirst" not in sources
    assert article.provenance["date_published"].precision == "second"
    assert article.provenance["date_modified"].precision == "day"


def test_warnings_are_those_of_all_stages(draft: Callable[..., Draft]) -> None:
    html = PAGE.replace("2024-05-03", "2024-04-01")
    notices = (Notice(kind="brake", message="So it is."),)
    assert [n.kind for n in build_article(draft(html, labels=LABELS, notices=notices)).warnings] == [
        "brake",
        "impossible_dates",
    ]


def test_the_hash_is_that_of_the_words(draft: Callable[..., Draft], article: Article) -> None:
    other = build_article(draft(PAGE.replace("<p>", "<div class=x>").replace("</p>", "</div>"), url=URL, labels=LABELS))
    assert other.content_hash == article.content_hash == digest(article.text)
    assert digest("another") != article.content_hash


def test_an_article_is_a_value(draft: Callable[..., Draft]) -> None:
    one, two = (build_article(draft(PAGE, labels=LABELS)) for _ in range(2))
    assert one == two
    assert pickle.loads(pickle.dumps(one)) == one


def test_plain_text(text_draft: Callable[..., Draft]) -> None:
    text = """News / World / Asia
Quay opens
By Ann Lee
2 May 2024
The quay at dawn (Photo by Bo Wang)
The harbour office opened its longest quay on Monday.
Share this story"""
    labels = {
        "News": "breadcrumb",
        "Quay": "title",
        "By": "byline",
        "2 May": "date_line",
        "The quay": "caption",
        "Share": "share",
    }
    article = build_article(text_draft(text, labels=labels))
    assert article.title == "Quay opens"
    assert article.breadcrumbs == ("News", "World", "Asia")
    assert article.section == "World"
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert article.date_published is not None
    assert [(image.caption, image.credit, image.url) for image in article.images] == [
        ("The quay at dawn", "Bo Wang", None)
    ]
    assert article.text == "The harbour office opened its longest quay on Monday."
    assert article.blocks[0].path == "line 6"
    assert [removal.text for removal in article.removed] == ["Share this story"]
    assert (article.host, article.url, article.fetched_at, article.date_modified) == (None, None, None, None)


def test_an_empty_page_gives_an_empty_article(draft: Callable[..., Draft], text_draft: Callable[..., Draft]) -> None:
    for made in (draft("", url=None), text_draft("")):
        article = build_article(made)
        assert article.text == ""
        assert article.title is None
        assert article.provenance == {}


def everything(page: Page, labels: list[str]) -> Article:
    said = [
        Verdict(block=block.index, label=labels[block.index % len(labels)], by="engine", reason="So.")  # type: ignore[arg-type]
        for block in page.blocks
    ]
    return build_article(Draft(page=page, outcome=resolve(page, said)))


LABEL = st.sampled_from(
    [
        "body",
        "keep",
        "title",
        "standfirst",
        "byline",
        "date_line",
        "breadcrumb",
        "tags",
        "caption",
        "credit",
        "note",
        "license",
        "share",
    ]
)
MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<h1>", "</h1>", "<figure>", "</figure>", "<img src=/a.jpg>", "<img srcset='a 1x,,b 2w'>", "<time datetime=",
            "'2024-99-99'>", "</time>", '<meta property="og:title" content="', '">', "<title>", "</title>", "By Ann Lee", " | ",
            '<script type="application/ld+json">', "</script>", '{"@type":"NewsArticle",', '"author":[{"@id":"#a"}],', '"@graph":[[[', "}",
            '"datePublished":1e999,', '"image":{"url":[1,{}]}', "<div class=author>", "</div>", "2 May 2024", "News / World", "\x00", "é",
            '<meta itemprop="datePublished" content="', "<link rel=canonical href=http://[>", "<base href=//>", "\u200c", "🚀",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(MARKUP, st.lists(LABEL, min_size=1, max_size=5))
def test_any_page_gives_an_article_and_loses_no_block(html: str, labels: list[str]) -> None:
    page = read_html(Document(html, url="https://example.org/2024/05/02/a"))
    article = everything(page, labels)
    assert article == everything(read_html(Document(html, url="https://example.org/2024/05/02/a")), labels)
    assert {block.index for block in article.blocks} <= set(range(len(page.blocks)))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.lists(LABEL, min_size=1, max_size=5))
def test_any_text_gives_an_article(text: str, labels: list[str]) -> None:
    page = read_text(text)
    article = everything(page, labels)
    kept = {index for index, _ in enumerate(page.blocks) if labels[index % len(labels)] in {"body", "keep"}}
    assert {block.index for block in article.blocks} <= kept
