"""Rules that pages of one site show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.authoring.conftest import STORIES, specimen

from newsclean.authoring.learn import learn
from newsclean.rules.check import lint
from newsclean.rules.load import read_rules
from newsclean.rules.writing import dumps

if TYPE_CHECKING:
    from newsclean.authoring.learn import Learned
    from newsclean.authoring.specimen import Specimen

BOX = '<div class="box"><p>R More on rivers</p><p>R More on mills</p></div>'
STRIP = '<p class="strip">C The old wall in June</p>'
HEAD = '<header class="top"><p>D Home</p><p>D Sport</p></header>'


def page(name: str, *inside: str, head: str = HEAD, body: str = "text") -> Specimen:
    """A story with something after each of its paragraphs."""
    texts = [f"<p>K {text}</p>" for text in STORIES[name][1:]]
    both = "".join(text + extra for text, extra in zip(texts, (*inside, "", "", ""), strict=False))
    return specimen(f'{head}<main><h1>Title</h1><div class="{body}">{both}</div><p>D Behind</p><p>D Below</p></main>')


def learned(*pages: Specimen) -> Learned:
    return learn(pages, site="kallmoor.example", name="The Courier", hosts=("kallmoor.example",))


def test_the_element_of_the_story_bounds_it() -> None:
    found = learned(*(page(name) for name in STORIES))
    (layout,) = found.rules.layout
    assert (layout.body, layout.detect, layout.expect.body) == (("div.text",), "div.text", "one")
    assert found.notes["learned"] == "div.text holds the story on 3 of 3 pages, with 0% of other words."


def test_an_element_on_every_page_is_dropped_in_every_layout() -> None:
    found = learned(*(page(name) for name in STORIES))
    assert [(drop.css, drop.kind) for drop in found.rules.drop if drop.css] == [("header.top", "boilerplate")]
    assert found.notes["top"] == "The general path drops 6 of 6 blocks there, on 3 of 3 pages."


def test_an_element_of_some_pages_is_dropped_in_the_layout() -> None:
    found = learned(page("weir", BOX), page("library", BOX), page("orchard"))
    (drop,) = found.rules.layout[0].drop
    assert (drop.id, drop.css, drop.kind) == ("box", "div.box", "related")
    assert 0.05 <= drop.max_share < 0.25


def test_what_stands_on_one_page_only_is_not_learned() -> None:
    found = learned(page("weir", BOX), page("library"), page("orchard"))
    assert not found.rules.layout[0].drop


def test_an_element_with_text_of_the_story_is_none_unless_it_is_the_exception() -> None:
    leak = '<div class="box"><p>R More on rivers</p><p>K More on mills</p></div>'
    assert not learned(page("weir", BOX), page("library", leak), page("orchard", BOX)).rules.layout[0].drop
    often = [page(name, BOX, BOX) for name in STORIES for _ in range(2)]
    found = learned(*often, page("weir", leak, BOX), page("weir", head="", body="text"))
    assert "box" in {drop.id for drop in found.rules.layout[0].drop}
    assert found.notes["box"] == "The general path drops 27 of 28 blocks there, on 7 of 8 pages; it kept 1 on 1."


def test_quotes_in_the_text_are_no_exception() -> None:
    leak = '<div class="box"><p>R More on rivers</p><blockquote><p>K More on mills</p></blockquote></div>'
    often = [page(name, BOX, BOX) for name in STORIES for _ in range(2)]
    assert "box" not in learned(*often, page("weir", leak, BOX)).notes


def test_an_element_from_which_a_field_is_read_is_not_dropped() -> None:
    head = '<header class="top"><p>D Home</p><p>D Sport</p><p>By the staff</p></header>'
    assert not [drop for drop in learned(*(page(name, head=head) for name in STORIES)).rules.drop if drop.css]


def test_captions_have_their_element() -> None:
    found = learned(*(page(name, STRIP) for name in STORIES))
    (caption,) = found.rules.layout[0].caption
    assert (caption.id, caption.css) == ("strip", "p.strip")
    assert found.notes["strip"] == "3 of 3 blocks there are captions, on 3 of 3 pages."


def test_without_a_common_element_there_is_no_layout() -> None:
    found = learned(page("weir", STRIP, body="a"), page("library", STRIP, body="b"))
    assert [container.css for container in found.bodies] == ["main"]
    found = learned(specimen(f"<p>K {STORIES['weir'][1]}</p>{STRIP}{STRIP}"), specimen(f"<p>K x</p>{STRIP}"))
    assert not found.rules.layout
    assert [caption.css for caption in found.rules.caption] == ["p.strip"]


def test_what_is_learned_can_be_read_and_has_no_mistakes_but_that_tests_are_missing() -> None:
    found = learned(*(page(name, BOX, STRIP) for name in STORIES))
    again = read_rules(dumps(found.rules, notes=found.notes), site="kallmoor.example")
    assert again == found.rules
    assert {finding.kind for finding in lint(again)} == {"untested"}


def test_the_order_of_the_pages_does_not_matter() -> None:
    pages = [page(name, BOX, STRIP) for name in STORIES]
    assert learned(*pages).rules == learned(*reversed(pages)).rules
