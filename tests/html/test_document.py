"""A parsed page: selectors, texts, attributes, and that nothing changes it."""

from __future__ import annotations

import pytest

from newsclean.blocks import read_html
from newsclean.engine import judge
from newsclean.html.document import Document, SelectorError, is_bold, node_id, tag_ids, text_id

HTML = """<html><head><title>Quay opens</title></head><body class="story">
<h1>Quay   <em>opens</em></h1><p id="a" data-x>One <b>two</b></p><p></p>
<figure><img src="q.jpg" alt></figure></body></html>"""


@pytest.fixture
def document() -> Document:
    return Document(HTML, url="https://example.org/quay")


def test_the_page_and_its_address_are_kept(document: Document) -> None:
    assert document.html == HTML
    assert document.url == "https://example.org/quay"


def test_texts_are_folded_and_empty_ones_left_out(document: Document) -> None:
    assert list(document.texts("h1, p")) == ["Quay opens", "One two"]


def test_a_selector_that_matches_nothing(document: Document) -> None:
    assert list(document.texts("h5")) == []
    assert document.match("h5") == frozenset()


def test_matches_are_known_by_the_ids_of_nodes(document: Document) -> None:
    page = read_html(document)
    matched = document.match("p#a")
    assert [frame.tag for frame in page.frames if node_id(frame.node) in matched] == ["p"]
    assert sum(node_id(frame.node) not in matched for frame in page.frames) == len(page.frames) - 1


def test_attributes_without_a_value_are_none(document: Document) -> None:
    assert list(document.attributes("#a")) == [{"id": "a", "data-x": None}]
    assert next(iter(document.attributes("img")))["src"] == "q.jpg"


@pytest.mark.parametrize("css", ["p[", "p:no-such-thing", ">>", ""])
@pytest.mark.parametrize("method", ["match", "texts", "attributes"])
def test_a_selector_that_cannot_be_read(document: Document, method: str, css: str) -> None:
    with pytest.raises(SelectorError, match="not a CSS selector"):
        list(getattr(document, method)(css))


def test_structured_data_are_read_once(document: Document) -> None:
    assert document.structured is document.structured


@pytest.mark.parametrize("html", ["", " ", "<", "</", "<!", "<!--", "\x00", "<html", "&#0;", "\ud800"])
def test_broken_markup_is_a_page_too(html: str) -> None:
    assert len(read_html(Document(html)).blocks) <= 1


def test_reading_a_page_does_not_change_it(document: Document) -> None:
    before = document._tree.html
    page = read_html(document)
    judge(page)
    list(document.texts("*"))
    assert document.structured is not None
    assert document._tree.html == before


def test_the_page_is_the_same_from_its_bytes() -> None:
    page = HTML.replace("Quay", "Kai für Äpfel, 岸").replace("<head>", "<head><meta charset=iso-8859-1>")
    given, encoded = Document(page), Document(page, utf8=page.encode())
    assert read_html(encoded).blocks == read_html(given).blocks
    assert encoded.structured == given.structured


def test_elements_know_the_number_of_their_tag() -> None:
    body = Document("<div>One</div><x-note>Two</x-note>").body
    assert body is not None
    numbers = tag_ids(("div", "p", "x-note"))
    assert sorted(numbers.values()) == ["div", "p"]
    assert numbers[body.first_child.tag_id] == "div"
    assert body.first_child.next.tag_id not in numbers
    assert body.first_child.first_child.tag_id == text_id()


def test_the_tree_is_as_the_page_wrote_it() -> None:
    html = "<select><button><selectedcontent></selectedcontent></button><option selected>One</option></select>"
    assert list(Document(html).texts("selectedcontent")) == []


@pytest.mark.parametrize(
    ("html", "bold"),
    [
        ("<p><b>All of it.</b></p>", True),
        ("<p> <span><strong>All of it.</strong></span>\n</p>", True),
        ("<p><b>Some</b> of it.</p>", False),
        ("<p><b>One</b><b>two</b></p>", False),
        ("<p>None.</p>", False),
        ("<p></p>", False),
    ],
)
def test_whether_all_of_an_element_is_bold(html: str, bold: bool) -> None:  # noqa: FBT001 - a parameter of the test
    body = Document(html).body
    assert body is not None
    assert is_bold(body.child) is bold
