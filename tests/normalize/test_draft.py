"""What an article is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.model import Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft


def test_plain_text_declares_nothing(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("Quay opens\nText.")
    assert made.structured.meta == {}
    assert made.stories == ()


def test_the_address_after_redirects_counts(draft: Callable[..., Draft]) -> None:
    response = Response(url="https://example.org/final", requested_url="https://example.org/asked")
    assert draft("<p>Text.</p>", response=response).url == "https://example.org/final"
    assert draft("<p>Text.</p>", url="https://example.org/given").url == "https://example.org/given"


def test_relative_addresses_lead_from_the_base_element(draft: Callable[..., Draft]) -> None:
    assert draft("<head><base href=/deep/></head><p>Text.</p>").base == "https://www.example.org/deep/"
    assert draft("<p>Text.</p>").base == "https://www.example.org/world/2024/05/02/quay"


def test_moved_blocks_in_page_order(draft: Callable[..., Draft]) -> None:
    made = draft("<h1>Quay\u00a0opens</h1><p>b</p><p>a</p>", labels={"b": "note", "a": "note"})
    assert [moved.text for moved in made.moved("note", "title")] == ["Quay opens", "b", "a"]


def test_empty_values_of_rules_are_left_out(draft: Callable[..., Draft]) -> None:
    made = draft("<p>Text.</p>", rule_fields={"title": (("rule:x", " "), ("rule:x", " Quay  opens "))})
    assert list(made.rule_values("title")) == [("rule:x", "Quay opens")]
    assert list(made.rule_values("section")) == []


def test_the_block_of_the_headline(draft: Callable[..., Draft]) -> None:
    html = "<p>News</p><h1>Quay opens</h1><p>The harbour office opened its quay.</p>"
    assert draft(html).title_block == 1
    assert draft(html, labels={"Quay": "boilerplate", "News": "boilerplate"}).title_block == 1  # by its heading
    assert draft("<p>News</p><p>The quay.</p>", labels={"News": "boilerplate"}).title_block == 1  # by the story
    assert draft("<p>News</p>", labels={"News": "boilerplate"}).title_block == 0
