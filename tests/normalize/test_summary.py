"""Standfirst, which readers see, and description, which machines are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.normalize.summary import find_description, find_standfirst

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

PAGE = """<html><head><meta name="description" content="Told to machines &amp;amp; others">
<meta property="og:description" content="Told to friends"></head>
<body><h1>Quay opens</h1><p>Two ferries came at once.</p><p>The day was fine.</p><p>Text.</p></body></html>"""


def test_the_description_is_what_is_declared(draft: Callable[..., Draft]) -> None:
    found = find_description(draft(PAGE))
    assert found.value == "Told to friends"
    assert found.provenance is not None
    assert found.provenance.candidates == (("meta:description", "Told to machines &amp; others"),)


def test_entities_that_were_escaped_twice_are_read(draft: Callable[..., Draft]) -> None:
    assert find_description(draft(PAGE.replace("og:description", "x"))).value == "Told to machines & others"


def test_the_standfirst_is_what_was_moved_for_it(draft: Callable[..., Draft]) -> None:
    made = draft(PAGE, labels={"Two ferries": "standfirst", "The day": "standfirst"})
    assert find_standfirst(made).value == "Two ferries came at once.\nThe day was fine."


def test_a_description_is_no_standfirst(draft: Callable[..., Draft]) -> None:
    assert find_standfirst(draft(PAGE)).value is None


def test_rules_outrank_all(draft: Callable[..., Draft]) -> None:
    fields = {"standfirst": (("rule:x", "One."),), "description": (("rule:x", "Two."),)}
    made = draft(PAGE, labels={"Two ferries": "standfirst"}, rule_fields=fields)
    assert (find_standfirst(made).value, find_description(made).value) == ("One.", "Two.")


def test_nothing_is_none(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("Quay opens\nText.")
    assert find_standfirst(made).value is None
    assert find_description(made).value is None


def test_markup_in_a_description_is_left_out(draft: Callable[..., Draft]) -> None:
    head = '<meta name="sailthru.description" content="&lt;p&gt;A &amp;amp; B&lt;/p&gt;">'
    made = draft(f"<html><head>{head}</head><body><h1>Q</h1><p>Text.</p></body></html>")
    assert find_description(made).value == "A & B"
