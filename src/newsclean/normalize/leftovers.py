"""Blocks that left the text for a field and that no field took: they count as removed, so that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.html.headline import key
from newsclean.model import Removal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.model import Image, Provenance, RemovalKind
    from newsclean.normalize.draft import Draft
    from newsclean.verdict import FieldLabel

_FIELDS: Final[Mapping[FieldLabel, tuple[str, ...]]] = {
    "title": ("title",),
    "standfirst": ("standfirst",),
    "byline": ("authors",),
    "date_line": ("date_published", "date_modified"),
    "breadcrumb": ("breadcrumbs",),
    "tags": ("keywords",),
    "license": ("license",),
}
"""Where the text of a moved block is to be found again: as value, raw value or losing candidate of these fields."""
_LABELS: Final[tuple[FieldLabel, ...]] = (*_FIELDS, "caption", "credit", "note")


def find_leftovers(
    draft: Draft, images: tuple[Image, ...], notes: tuple[str, ...], provenance: Mapping[str, Provenance]
) -> Mapping[int, Removal]:
    """Block to its removal, for the moved blocks whose text is in no field and in no provenance."""
    pictures = [part for image in images for part in (image.caption, image.credit, image.alt) if part]
    shown = [folded for part in pictures if (folded := key(part))]
    found = tuple(draft.moved(*_LABELS))
    used = {moved.verdict.label for moved in found}
    texts: dict[str, str] = {
        label: _text(said for name in names if (said := provenance.get(name)))
        for label, names in _FIELDS.items()
        if label in used
    }
    texts |= {"note": key(" ".join(notes))}
    out = {}
    seen: set[str] = set()
    for moved in found:
        folded, label = key(moved.text), moved.verdict.label
        if label in {"caption", "credit"}:  # captions may repeat: galleries do
            placed, repeated = any(part in folded for part in shown), False
        else:
            placed, repeated = folded in texts[label], f"{label} {folded}" in seen
        seen.add(f"{label} {folded}")
        if placed and not repeated:
            continue
        kind: RemovalKind = "duplicate" if placed else "boilerplate"
        why = "It repeats what the field has already" if placed else "Nothing could be read from it"
        out[moved.block] = Removal(
            text=draft.page.blocks[moved.block].text,
            kind=kind,
            by=moved.verdict.by,
            reason=f"{moved.verdict.reason.rstrip('.')}. {why} ({label}).",
            evidence=moved.verdict.evidence,
            path=draft.page.path(moved.block),
        )
    return out


def _text(said: Iterator[Provenance]) -> str:
    parts = (part for one in said for part in (one.raw or "", *(value for _, value in one.candidates)))
    return key(" ".join(parts))
