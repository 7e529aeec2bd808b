"""The fields `corrections` and `notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.cues.corrections import annotates
from newsclean.normalize.text import normalise

if TYPE_CHECKING:
    from newsclean.normalize.draft import Draft, Quoted

CORRECTION_GUARD: Final = "detector:correction"
"""The guard that speaks for corrections and editor's notes alike."""


def find_corrections(draft: Draft, language: str | None) -> tuple[str, ...]:
    """Corrections and clarifications, quoted from the text."""
    return tuple(_quoted(draft, "correction", language))


def find_notes(draft: Draft, language: str | None) -> tuple[str, ...]:
    """Contributor and provenance lines, which left the text, and editor's notes, quoted from it, in page order."""
    placed = {moved.block: moved.text for moved in draft.moved("note")}
    placed |= {index: normalise(draft.page.blocks[index].text) for index in _indices(draft, "note", language)}
    return tuple(dict.fromkeys(placed[index] for index in sorted(placed)))


def _quoted(draft: Draft, kind: Quoted, language: str | None) -> list[str]:
    return [normalise(draft.page.blocks[index].text) for index in _indices(draft, kind, language)]


def _indices(draft: Draft, kind: Quoted, language: str | None) -> list[int]:
    found = dict(draft.quoted)
    for index, verdict in draft.outcome.guarded.items():
        if verdict.by == CORRECTION_GUARD and index not in found:
            found[index] = "note" if annotates(draft.page.blocks[index].text, language) else "correction"
    return sorted(index for index, what in found.items() if what == kind)
