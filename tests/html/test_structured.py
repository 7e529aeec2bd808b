"""What a page declares about itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.html.document import Document
from newsclean.html.structured import MAX_H1, MAX_MARKS, MAX_OWN_MARKS, Mark, StructuredData


def read(html: str, url: str | None = "https://example.org/a/b") -> StructuredData:
    return Document(html, url=url).structured


def mark(html: str) -> Mark:
    (found,) = read(f"<body><h1></h1>{html}</body>").marks
    return found


def test_an_empty_page_declares_nothing() -> None:
    assert read("", url=None) == StructuredData()


def test_names_of_dublin_core_with_colons_are_those_with_dots() -> None:
    found = read(
        '<meta name="dc:creator" content="Ann"><meta property="dcterms:issued" content="2024"><meta name="dcx:a" content="b">'
    )
    assert found.meta == {"dc.creator": ("Ann",), "dcterms.issued": ("2024",), "dcx:a": ("b",)}


def test_meta_tags_by_all_of_their_names() -> None:
    found = read("""<meta property="OG:Title" content=" Quay "><meta name="author" content="Ann"><meta name="author" content="Bo">
    <meta itemprop="datePublished" content="2024"><meta http-equiv="content-language" content="en"><meta name="x" content="">
    <meta property="og:title og:headline" content="Pier"><meta name="og:image" value="/q.jpg">""")
    assert found.meta == {
        "og:title": ("Quay", "Pier"),
        "author": ("Ann", "Bo"),
        "datepublished": ("2024",),
        "content-language": ("en",),
        "og:headline": ("Pier",),
        "og:image": ("/q.jpg",),
    }
    assert found.first("nothing", "author") == "Ann"
    assert found.first("nothing") is None


def test_links_are_absolute_and_only_those_that_speak_of_the_story() -> None:
    found = read(
        '<link rel="canonical" href="../quay"><link rel="stylesheet" href="/x.css"><link rel="amphtml license" href="//amp.example.org/q">'
    )
    assert found.links == {
        "canonical": ("https://example.org/quay",),
        "amphtml": ("https://amp.example.org/q",),
        "license": ("https://amp.example.org/q",),
    }


def test_the_base_element_counts() -> None:
    assert read('<base href="/deep/"><link rel="canonical" href="q">').links["canonical"] == (
        "https://example.org/deep/q",
    )


def test_addresses_that_are_none_are_left_as_they_are() -> None:
    assert read('<link rel="canonical" href="http://[">').links["canonical"] == ("http://[",)


def test_title_language_and_main_headings() -> None:
    found = read(
        "<html lang=' en-GB '><svg><title>Icon</title></svg><title> Quay  opens </title><body><h1> Quay <b>opens</b></h1><h1></h1></body>"
    )
    assert (found.title, found.language, found.h1) == ("Quay opens", "en-GB", ("Quay opens",))


def test_json_ld_of_all_scripts_in_order() -> None:
    found = read("""<script type="application/LD+JSON">{"@type":"A"}</script><script>{"@type":"B"}</script>
    <body><script type="application/ld+json; charset=utf-8">[{"@type":"NewsArticle"}]</script></body>""")
    assert [node["@type"] for node in found.jsonld] == ["A", "NewsArticle"]
    assert [node["@type"] for node in found.stories] == ["NewsArticle"]


def test_a_mark_says_what_it_is_and_where_it_stands() -> None:
    found = mark(
        '<p><time class="Entry-Date" id=d itemprop=datePublished datetime=2024-05-02> 2 <b>May</b> </time></p>'
    )
    assert (found.tag, found.names, found.prop) == ("time", "entry-date d datepublished", "datePublished")
    assert (found.text, found.value, found.href) == ("2 May", "2024-05-02", None)
    assert (found.after_title, found.aside, found.margin, found.depth) == (True, False, False, 0)


@pytest.mark.parametrize(
    "html",
    [
        "<time>x</time>",
        "<a rel=author href=/x>x</a>",
        "<a href=/authors/x>x</a>",
        "<p class=article-Byline>x</p>",
        "<i class=post-date>x</i>",
        "<b itemprop=name>x</b>",
        "<b property=dc:date>x</b>",
        "<address>x</address>",
    ],
)
def test_what_is_marked(html: str) -> None:
    assert mark(html).text == "x"


def test_an_element_that_several_signs_mark_is_read_once() -> None:
    assert mark("<a class='author byline' rel=author itemprop=author href=/x>Ann</a>").href == "https://example.org/x"


@pytest.mark.parametrize(
    ("around", "aside", "margin"),
    [
        ("<div class=related-stories>", True, False),
        ("<nav>", True, False),
        ("<blockquote>", True, False),
        ("<div id=comments>", True, False),
        ("<section class=sidebar>", True, False),
        ("<aside>", False, True),
        ("<footer>", False, True),
        ("<div class='elementor-widget'>", False, False),
        ("<article class=teaser>", False, False),
        ("<div class=ArticleHeaderComment>", False, False),
    ],
)
def test_what_stands_aside_of_the_story(around: str, aside: bool, margin: bool) -> None:  # noqa: FBT001 - a case
    found = mark(f"{around}<div><time>2024-05-02</time></div>")
    assert (found.aside, found.margin) == (aside, margin)


def test_what_stands_around_the_headline_is_no_list_of_others() -> None:
    time = "<time>2024-05-02</time>"
    with_headline, beside, menu = read(
        f"<div class=has-sidebar><div><h1>Quay</h1>{time}</div><div class=sidebar>{time}</div></div><nav>{time}</nav>"
    ).marks[1:]
    assert (with_headline.aside, beside.aside, menu.aside) == (False, True, True)
    assert read(f"<nav><h1>Quay</h1>{time}</nav>").marks[-1].aside


def test_marks_in_marks_and_beside_one_another() -> None:
    box, one, two, other = read(
        "<div class=byline><a rel=author>A</a><a rel=author>B</a></div><p><a rel=author>C</a></p>"
    ).marks
    assert (box.depth, one.depth, two.depth, other.depth) == (0, 1, 1, 0)
    assert one.place == two.place != other.place
    assert not box.after_title


def test_containers_and_empty_elements_are_no_marks() -> None:
    assert read(f"<div class=author-page><p>{'long ' * 200}</p></div><time></time>").marks == ()


def test_lists_without_end_are_cut() -> None:
    found = read("<h1>x</h1><time>2024</time>" * 500)
    assert len(found.marks) == MAX_OWN_MARKS
    assert len(found.h1) <= MAX_H1


def test_a_long_menu_hides_no_author() -> None:
    menu = "<a itemprop=url href=/x>Pier</a>" * 80
    found = read(f"<nav>{menu}</nav><a rel=author href=/ann>Ann</a>").marks
    assert (len(found), found[-1].text) == (MAX_MARKS + 1, "Ann")
    assert read(f"<nav>{menu * 9}</nav><a rel=author href=/ann>Ann</a>").marks[-1].text == "Pier"


@pytest.mark.timeout(30)
def test_containers_in_one_another_do_not_hang() -> None:
    read("<div class=author>" * 900 + "word " * 200_000)


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/\"'= abmetahrefpropcontentscriptld+json{}[],:@typeh1\x00é"), max_size=300))
def test_any_markup_is_read(html: str) -> None:
    assert isinstance(read(html), StructuredData)
