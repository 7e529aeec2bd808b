"""The texts of an element and the links around them."""

from __future__ import annotations

from newsclean.blocks.anchors import linked_texts
from newsclean.html.document import Document, node_id


def told(html: str) -> list[tuple[str, str | None, int]]:
    return [tuple(text) for text in linked_texts(Document(f"<div>{html}</div>").body).texts if text.text.strip()]


def test_texts_come_in_page_order_with_the_link_around_them() -> None:
    assert told("Old <a href=/q>quay <b>opens</b></a> at <a href=/q>noon</a>.") == [
        ("Old ", None, 0),
        ("quay ", "/q", 1),
        ("opens", "/q", 1),
        (" at ", None, 0),
        ("noon", "/q", 2),
        (".", None, 0),
    ]


def test_a_link_without_an_address_has_none() -> None:
    assert told("<a name=top>Quay</a>") == [("Quay", None, 1)]


def test_what_readers_do_not_see_is_no_text() -> None:
    assert told("<a href=/q>Quay<script>x()</script><svg><text>icon</text></svg></a><noscript>off</noscript>") == [
        ("Quay", "/q", 1)
    ]


def test_an_empty_element_has_no_texts() -> None:
    assert told("") == []


def test_depth_is_no_obstacle() -> None:
    assert told("<b>" * 400 + "<a href=/q>Quay") == [("Quay", "/q", 1)]


def test_elements_around_blocks_know_their_texts() -> None:
    body = Document("<div>Old<p>quay <b>opens</b></p>at noon</div>").body
    texts, spans = linked_texts(body)
    box = body.first_child  # type: ignore[union-attr]
    line = box.first_child.next
    told = [[text.text for text in texts[slice(*spans[node_id(node)])]] for node in (body, box, line)]
    assert told == [["Old", "quay ", "opens", "at noon"], ["Old", "quay ", "opens", "at noon"], ["quay ", "opens"]]
    assert node_id(line.first_child.next) not in spans
