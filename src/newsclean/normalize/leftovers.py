"""Blocks that left the text for a field and that no field took: they count as removed, so that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from newsclean.html.headline import key
from newsclean.model import Removal
from newsclean.verdict import FieldLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.model import Image, Provenance, RemovalKind
    from newsclean.normalize.draft import Draft

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "standfirst": ("standfirst",),
    "byline": ("authors",),
    "date_line": ("date_published", "date_modified"),
    "breadcrumb": ("breadcrumbs",),
    "tags": ("keywords",),
    "license": ("license",),
}
"""Where the text of a moved block is to be found again: as value, raw value or losing candidate of these fields."""
_OF_PICTURES: Final[tuple[FieldLabel, ...]] = ("caption", "credit")
_LABELS: Final[tuple[FieldLabel, ...]] = get_args(FieldLabel)


def find_leftovers(
    draft: Draft, images: tuple[Image, ...], notes: tuple[str, ...], provenance: Mapping[str, Provenance]
) -> Mapping[int, Removal]:
    """Block to its removal, for the moved blocks whose text is in no field and in no provenance."""
    found = tuple(draft.moved(*_LABELS))
    labels = {moved.verdict.label for moved in found}
    shown = {label: _shown(label, images) for label in _OF_PICTURES if label in labels}
    texts = {"note": key(" ".join(notes))} if "note" in labels else {}
    for label in labels & _FIELDS.keys():
        texts[label] = _text(said for name in _FIELDS[label] if (said := provenance.get(name)))
    out = {}
    seen: set[str] = set()
    for moved in found:
        folded, label = key(moved.text), moved.verdict.label
        if label in shown:  # captions may repeat: galleries do
            placed, repeated = any(part in folded or folded in part for part in shown[label]), False
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


def _shown(label: FieldLabel, images: tuple[Image, ...]) -> list[str]:
    """The captions of images, a credit alone among them, or the credits."""
    texts = (image.caption or image.credit if label == "caption" else image.credit for image in images)
    return [folded for text in texts if text and (folded := key(text))]


def _text(said: Iterator[Provenance]) -> str:
    parts = (part for one in said for part in (one.raw or "", *(value for _, value in one.candidates)))
    return key(" ".join(parts))
