"""The title of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.normalize.title import find_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

PAGE = """<html><head><title>Quay opens - Harbour Post</title><meta property="og:site_name" content="Harbour Post"></head>
<body><h1>Quay\u00a0opens</h1><p>Text.</p></body></html>"""


def test_the_headline_of_the_page(draft: Callable[..., Draft]) -> None:
    found = find_title(draft(PAGE))
    assert found.value == "Quay opens"
    assert found.provenance is not None
    assert found.provenance.source == "dom:h1"
    assert not found.provenance.conflict
    assert ("dom:title", "Quay opens") in found.provenance.candidates


def test_plain_text_gives_the_block_that_is_the_title(text_draft: Callable[..., Draft]) -> None:
    found = find_title(text_draft("Quay opens\nText.", labels={"Quay": "title"}))
    assert found.value == "Quay opens"
    assert found.provenance is not None
    assert found.provenance.source == "block:engine"


def test_a_rule_outranks_all_and_the_block_stays_on_record(text_draft: Callable[..., Draft]) -> None:
    made = text_draft(
        "Quay opens\nText.", labels={"Quay": "title"}, rule_fields={"title": (("rule:x", "Pier  closes"),)}
    )
    found = find_title(made)
    assert found.value == "Pier closes"
    assert found.provenance is not None
    assert found.provenance.candidates == (("block:engine", "Quay opens"),)
    assert found.provenance.conflict


def test_no_title_is_none(draft: Callable[..., Draft], text_draft: Callable[..., Draft]) -> None:
    assert find_title(draft("<p>Text.</p>")).value is None
    assert find_title(text_draft("Text.")).value is None
