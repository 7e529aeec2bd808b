"""Moved blocks that no field took are reported as removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.normalize.article import build_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft


@pytest.mark.parametrize(
    ("line", "label", "kind"),
    [
        ("Sometime in spring", "date_line", "boilerplate"),
        ("by the harbour office", "byline", "boilerplate"),
        ("12345", "byline", "boilerplate"),
        ("2 May 2024", "date_line", None),
        ("By Ann Lee", "byline", None),
        ("Quay opens", "title", "duplicate"),
        ("News / World", "breadcrumb", None),
        ("Tags: quay, pier", "tags", None),
        ("Two ferries came.", "standfirst", None),
        ("© Harbour Post", "license", None),
        ("Reporting by Ann Lee", "note", None),
        ("The quay at dawn", "caption", None),
        ("(Photo by Ann Lee)", "credit", None),
    ],
)
def test_every_moved_line_is_in_a_field_or_removed(
    text_draft: Callable[..., Draft], line: str, label: str, kind: str | None
) -> None:
    made = text_draft(f"Quay opens\n{line}\nThe harbour office opened its quay.", labels={"Quay": "title", line: label})
    removed = build_article(made).removed
    assert [removal.kind for removal in removed] == ([kind] if kind else [])


def test_it_says_who_moved_it_and_why_it_was_of_no_use(text_draft: Callable[..., Draft]) -> None:
    made = text_draft(
        "Quay opens\nSometime in spring\nText.",
        labels={"Quay": "title", "Sometime": {"label": "date_line", "by": "x.org/date"}},
    )
    (removal,) = build_article(made).removed
    assert (removal.text, removal.by, removal.path) == ("Sometime in spring", "x.org/date", "line 2")
    assert removal.reason == "So it was said. Nothing could be read from it (date_line)."


def test_captions_may_repeat(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("The quay at dawn\nThe quay at dawn\nText.", labels={"The quay": "caption"})
    assert build_article(made).removed == ()
