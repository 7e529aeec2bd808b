"""Whatever a page declares of itself, the article is built, or one of our errors is raised; it never loops."""

from __future__ import annotations

import copy
import html
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean import Article, Cleaner, NewscleanError, Options

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": ["NewsArticle", "LiveBlogPosting"],
            "@id": "#story",
            "headline": "The longest quay opens",
            "alternativeHeadline": "Two ferries came at once",
            "description": "Two ferries came at once, and the harbour master kept his promise.",
            "datePublished": "2024-05-02T10:00:00+02:00",
            "dateModified": "2024-05-03",
            "author": [{"@type": "Person", "name": "Ann Lund", "url": "/ann", "jobTitle": "Editor"}, {"@id": "#board"}],
            "publisher": {"@id": "#board"},
            "image": [{"@type": "ImageObject", "url": "/quay.jpg", "width": "1200", "caption": "The quay"}, "/b.jpg"],
            "articleSection": ["Harbour"],
            "keywords": "quay, ferries; harbour",
            "inLanguage": "en-GB",
            "isAccessibleForFree": "False",
            "wordCount": 400,
            "articleBody": "The harbour office opened its longest quay on Monday.",
            "license": {"@type": "CreativeWork", "url": "/licence"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.org/quay"},
            "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "A ferry", "datePublished": "2024-05-02T11:00"}],
        },
        {"@type": "Organization", "@id": "#board", "name": "Harbour Herald", "logo": {"@id": "#story"}},
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home", "item": "/"},
                {"@type": "ListItem", "position": "2", "item": {"@id": "/world", "name": "World"}},
            ],
        },
    ],
}
META = (
    "og:title og:description og:type og:image og:url og:site_name og:locale twitter:title twitter:label1 twitter:data1 "
    "article:published_time article:modified_time article:author article:section article:tag author date dc.creator "
    "dc.date.issued dc.rights parsely-author parsely-pub-date sailthru.date keywords news_keywords itemprop"
).split()
BODY = "".join(
    f"<p>The harbour office opened its longest quay on {day}, after eleven years of work on the old pier and its sheds.</p>"
    for day in ("Monday", "Tuesday", "Friday")
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=40)
    | st.sampled_from(
        [
            "#story",
            "#board",
            "http://[",
            "0000-00-00",
            "9999-12-31T24:00",
            "javascript:x",
            "By ,,",
            "\\ud800",
            "2024-05-02T10:00:00+99:99",
            "/Date(9999999999999)/",
            "二〇二四年十三月九日",
            "5 ΜΑΡΤΙΟΥ 2024",
            "((((",
            "Ann Lee/" * 50,
            "[" * 300,
            "{" * 300,
            "A" * 20_000,
            "Lee, " * 3_000,
            "<b>" * 500,
            "&amp;" * 500,
            "1" * 400,
            "，" * 999,
            "by " * 400,
            "a @b " * 200,
        ]
    )
)


def _nested(kind: str, depth: int) -> Any:
    """A value in lists, or in objects that refer to one another, to a depth."""
    value: Any = "Ann Lee"
    for level in range(depth):
        value = (
            [value]
            if kind == "list"
            else {"@id": f"#{level % 3}", kind: value, "@type": "Person", "name": {"@id": f"#{(level + 1) % 3}"}}
        )
    return value


DEEP = st.builds(
    _nested, st.sampled_from(["list", "author", "@graph", "mainEntity", "item", "hasPart"]), st.integers(0, 60)
)
VALUES = st.recursive(
    SCALARS | DEEP,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@id",
                    "@type",
                    "@value",
                    "@graph",
                    "name",
                    "url",
                    "headline",
                    "item",
                    "author",
                    "hasPart",
                    "mainEntity",
                    "sameAs",
                    "roleName",
                ]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
CLEANER = Cleaner(Options(rules=None, accept="any", second_opinion=False))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a value with every key in it."""
    stack = [value]
    while stack:
        inside = stack.pop()
        keys = list(inside) if isinstance(inside, dict) else range(len(inside)) if isinstance(inside, list) else ()
        for key in keys:
            yield inside, key
            stack.append(inside[key])


@st.composite
def scripts(draw: st.DrawFn) -> str:
    """JSON-LD with some values replaced, and then some characters."""
    data = copy.deepcopy(STORY)
    for _ in range(draw(st.integers(0, 4))):
        container, key = draw(st.sampled_from(list(_places(data))))
        container[key] = draw(VALUES)
    text = json.dumps(data)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(st.text(max_size=5)) + text[start + draw(st.integers(0, 9)) :]
    return text.replace("</", "<\\/")


ITEMS = st.recursive(
    st.builds(
        lambda tag, prop, attribute, value, text: (
            f'<{tag} itemprop="{prop}" property="{prop}" class="{prop}" {attribute}="{html.escape(value)}">{html.escape(text)}</{tag}>'
        ),
        st.sampled_from(["span", "a", "meta", "time", "link", "img", "address", "h1"]),
        st.sampled_from(
            [
                "author",
                "name",
                "headline",
                "datePublished",
                "dateModified",
                "image",
                "publisher",
                "url",
                "byline",
                "itemListElement",
            ]
        ),
        st.sampled_from(["content", "datetime", "href", "src", "srcset", "data-src", "title"]),
        st.text(max_size=20)
        | st.sampled_from(["/q.jpg 1x, ,, /r.jpg 2w", "2024-05-02", "http://[", "data:x", ", ,", "1e999w"]),
        st.text(max_size=20) | st.sampled_from(["Ann Lee", "By Ann Lee and", "3 hours ago", "2024. május 2."]),
    ),
    lambda inner: st.builds(
        lambda kind, prop, parts: (
            f'<div itemscope itemtype="https://schema.org/{kind}" typeof="{kind}" itemprop="{prop}">{"".join(parts)}</div>'
        ),
        st.sampled_from(["NewsArticle", "Person", "BreadcrumbList", "ImageObject", "LiveBlogPosting"]),
        st.sampled_from(["author", "image", "publisher", "", "itemListElement"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=8,
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    tags = [
        f'<meta property="{draw(st.sampled_from(META))}" content="{html.escape(str(draw(SCALARS)))}">'
        for _ in range(draw(st.integers(0, 4)))
    ]
    marks = [
        f'<span itemprop="{name}" datetime="{html.escape(draw(st.text(max_size=20)))}">{html.escape(draw(st.text(max_size=30)))}</span>'
        for name in draw(st.lists(st.sampled_from(["datePublished", "author", "headline", "name"]), max_size=3))
    ]
    return (
        f'<html><head>{"".join(tags)}<script type="application/ld+json">{draw(scripts())}</script></head>'
        f"<body><h1>The longest quay opens</h1>{''.join(marks)}{draw(ITEMS)}{BODY}</body></html>"
    )


@pytest.mark.timeout(300)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(pages(), st.sampled_from([None, "https://www.example.org/2024/05/02/quay", "http://["]))
def test_mangled_declarations_give_an_article_or_one_of_our_errors(page: str, url: str | None) -> None:
    try:
        article = CLEANER.parse(page, url=url)
    except NewscleanError:
        return
    assert Article.from_json(article.to_json()) == Article.from_json(article.to_json())
    assert article.text.count("longest quay") >= 1
    _check(article)


FIELDS = (
    "title standfirst description authors date_published date_modified images keywords section breadcrumbs language "
    "publisher site canonical_url is_accessible_for_free license updates"
).split()


def _check(article: Article) -> None:
    """What holds of every article: fields without oddities, each found one with its source."""
    for name in FIELDS:
        value = getattr(article, name)
        if value not in (None, ()):
            assert article.provenance[name].source, name
        if isinstance(value, str):
            assert value.strip() == value != "", name
    for author in article.authors:
        assert author.name.strip() == author.name != ""
        assert author.kind in ("person", "organisation")
        assert author.url is None or author.url.startswith(("http://", "https://"))
    for image in article.images:
        assert image.url is None or image.url.startswith(("http://", "https://"))
    assert sum(image.is_main for image in article.images) <= 1
    assert article.canonical_url is None or article.canonical_url.startswith(("http://", "https://"))
    assert all(keyword.strip() == keyword != "" for keyword in (*article.keywords, *article.breadcrumbs))
