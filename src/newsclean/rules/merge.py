"""Rules on top of rules: an entry replaces the one of the same id, in its place; new entries follow."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsclean.rules.model import Expect, Fields, Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsclean.rules.model import SiteRules


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def extend(base: SiteRules, site: SiteRules) -> SiteRules:
    """A site's rules on top of the layer that it extends: hosts, signature and tests are the site's own."""
    return replace(_on_top(base, site), hosts=site.hosts, signature=site.signature, test=site.test, extends=None)


def override(base: SiteRules, later: SiteRules) -> SiteRules:
    """Later rules for the same site on top of earlier ones: hosts, signature and tests are those of both."""
    return replace(
        _on_top(base, later),
        hosts=_union(base.hosts, later.hosts),
        signature=_union(base.signature, later.signature),
        test=tuple(dict.fromkeys((*base.test, *later.test))),
    )


def _on_top(base: SiteRules, over: SiteRules) -> SiteRules:
    return replace(
        over,
        name=over.name or base.name,
        fields=_fields(base.fields, over.fields),
        drop=_by_id(base.drop, over.drop),
        keep=_by_id(base.keep, over.keep),
        caption=_by_id(base.caption, over.caption),
        tail=_by_id(base.tail, over.tail),
        layout=_by_id(base.layout, over.layout, _layout),
    )


def _layout(base: Layout, over: Layout) -> Layout:
    """A layout on top of the one of the same id: what it leaves out stays."""
    return replace(
        over,
        detect=over.detect or base.detect,
        since=over.since or base.since,
        until=over.until or base.until,
        body=over.body or base.body,
        fields=_fields(base.fields, over.fields),
        caption=_by_id(base.caption, over.caption),
        drop=_by_id(base.drop, over.drop),
        keep=_by_id(base.keep, over.keep),
        tail=_by_id(base.tail, over.tail),
        expect=over.expect if over.expect != Expect() else base.expect,
    )


def _fields(base: Fields, over: Fields) -> Fields:
    return Fields(**{f.name: getattr(over, f.name) or getattr(base, f.name) for f in fields(Fields)})


def _by_id(base: Iterable[_N], over: Iterable[_N], merged: Callable[[_N, _N], _N] | None = None) -> tuple[_N, ...]:
    out = {entry.id: entry for entry in base}
    for entry in over:
        earlier = out.get(entry.id)
        out[entry.id] = merged(earlier, entry) if merged and earlier is not None else entry
    return tuple(out.values())


def _union(base: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*base, *more)))
