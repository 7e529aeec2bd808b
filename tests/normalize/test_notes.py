"""Corrections and notes as fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.normalize.notes import CORRECTION_GUARD, find_corrections, find_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

TEXT = """Quay opens
The harbour office opened its quay.
Correction: the quay is 300 metres long.
Editor's note: this story has a sequel.
Reporting by Ann Lee; editing by Bo Wang"""
GUARD = {"label": "keep", "by": CORRECTION_GUARD}
LABELS = {"Quay": "title", "Correction": GUARD, "Editor": GUARD, "Reporting": "note"}


def test_what_the_guard_kept_is_quoted(text_draft: Callable[..., Draft]) -> None:
    made = text_draft(TEXT, labels=LABELS)
    assert find_corrections(made, "en") == ("Correction: the quay is 300 metres long.",)
    assert find_notes(made, "en") == (
        "Editor's note: this story has a sequel.",
        "Reporting by Ann Lee; editing by Bo Wang",
    )


def test_an_editors_note_that_corrects_is_a_correction(text_draft: Callable[..., Draft]) -> None:
    wrong = "Editor's note: an earlier version of this story had the wrong length."
    later = "Editor's note: this story has been updated with the harbour office's answer."
    made = text_draft(f"Quay opens\nThe quay is open.\n{wrong}\n{later}", labels={"Quay": "title", "Editor": GUARD})
    assert find_corrections(made, "en") == (wrong,)
    assert find_notes(made, "en") == (later,)


def test_quoted_blocks_stay_in_the_text(text_draft: Callable[..., Draft]) -> None:
    draft = text_draft(TEXT, labels=LABELS)
    assert any("Correction: the quay" in draft.page.blocks[index].text for index in draft.outcome.kept)


def test_what_is_said_to_be_quoted_comes_first(text_draft: Callable[..., Draft]) -> None:
    made = text_draft(TEXT, labels=LABELS, quoted={1: "correction", 2: "note"})
    assert find_corrections(made, "en") == ("The harbour office opened its quay.",)
    assert find_notes(made, "en")[0] == "Correction: the quay is 300 metres long."


def test_another_guard_quotes_nothing(text_draft: Callable[..., Draft]) -> None:
    made = text_draft(TEXT, labels=LABELS | {"Correction": {"label": "keep", "by": "detector:other"}})
    assert find_corrections(made, "en") == ()


def test_nothing_is_an_empty_tuple(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("Quay opens\nText.")
    assert find_corrections(made, None) == find_notes(made, None) == ()
