"""The rules of a site one by one, and the site without each of them."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.rules.drift import rule_id
from newsclean.rules.model import Fields
from newsclean.rules.validate import BODY, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.rules.model import Expect, Layout, SiteRules

FIELD: Final = "fields."
"""What the names of field rules begin with, as in `expect.must_match`."""


class Variant(NamedTuple):
    """One rule of a site, and all others."""

    rule: str
    """Its name, as in `Removal.by` and `Options.disable`; a layout's name stands for its `body`."""
    does: str
    """`keep`, `caption`, `drop`, `tail`, `body` or `fields`."""
    without: SiteRules
    """The site's rules without this one; what `must_match` asks of it is not asked either."""


def variants(site: SiteRules) -> Iterator[Variant]:
    """Each rule of a site: its fields, then the entries of the top level, then those of each layout."""
    for name in _field_names(site):
        yield Variant(rule_id(site.id, FIELD + name), "fields", _without_field(site, name))
    for kind in KINDS:
        for entry in getattr(site, kind):
            yield Variant(rule_id(site.id, entry.id), kind, _without_shared(site, kind, entry.id))
    for nth, layout in enumerate(site.layout):
        for rule, does, less in _of_layout(layout):
            layouts = (*site.layout[:nth], less, *site.layout[nth + 1 :])
            yield Variant(rule_id(site.id, rule), does, replace(site, layout=layouts))


def _of_layout(layout: Layout) -> Iterator[tuple[str, str, Layout]]:
    if layout.body:
        yield layout.id, BODY, replace(layout, body=(), expect=_not_asking(layout.expect, BODY))
    for kind in KINDS:
        for entry in getattr(layout, kind):
            rest = tuple(other for other in getattr(layout, kind) if other.id != entry.id)
            less: Any = {kind: rest}
            yield entry.id, kind, replace(layout, **less, expect=_not_asking(layout.expect, entry.id))


def _without_field(site: SiteRules, name: str) -> SiteRules:
    layouts = (
        replace(layout, fields=replace(layout.fields, **{name: ()}), expect=_not_asking(layout.expect, FIELD + name))
        for layout in site.layout
    )
    return replace(site, fields=replace(site.fields, **{name: ()}), layout=tuple(layouts))


def _without_shared(site: SiteRules, kind: str, name: str) -> SiteRules:
    rest = tuple(entry for entry in getattr(site, kind) if entry.id != name)
    layouts = tuple(replace(layout, expect=_not_asking(layout.expect, name)) for layout in site.layout)
    less: Any = {kind: rest}
    return replace(site, **less, layout=layouts)


def _not_asking(expect: Expect, name: str) -> Expect:
    return replace(expect, must_match=tuple(wanted for wanted in expect.must_match if wanted != name))


def _field_names(site: SiteRules) -> Iterator[str]:
    owners = (site.fields, *(layout.fields for layout in site.layout))
    return (field.name for field in fields(Fields) if any(getattr(owner, field.name) for owner in owners))
