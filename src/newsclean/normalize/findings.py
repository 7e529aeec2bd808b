"""Candidates for a field: where each comes from, what it says, how far it is trusted; and the choice among them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from newsclean.model import Provenance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsclean.model import Precision

T_co = TypeVar("T_co", covariant=True)

_weight: Final = attrgetter("weight")

RULE_WEIGHT: Final = 100.0
"""A site rule was written for this very site: nothing outranks it."""


class Finding(NamedTuple, Generic[T_co]):
    """One candidate for a field."""

    source: str
    """As `jsonld:headline`, `meta:og:title`, `dom:h1`, `block:byline`, `url`, `rule:<name>`."""
    value: T_co
    raw: str
    """What the source says, before it was read."""
    weight: float
    """Higher wins; compared inside one field only."""
    precision: Precision | None = None


class Found(NamedTuple, Generic[T_co]):
    """The value of a field, and where it came from; both None when nothing was found."""

    value: T_co | None
    provenance: Provenance | None


def choose(findings: Sequence[Finding[T_co]], key: Callable[[T_co], Any] | None = None) -> Found[T_co]:
    """The heaviest candidate, the first among equals; the others are its losers.

    Args:
        findings: the candidates, in order of page.
        key: what two values are compared by, for `Provenance.conflict`; the values themselves by default.
    """
    if not findings:
        return Found(None, None)
    winner = findings[0] if len(findings) == 1 else max(findings, key=_weight)
    return Found(winner.value, provenance(winner, findings, key))


def provenance(
    winner: Finding[Any], findings: Sequence[Finding[Any]], key: Callable[[Any], Any] | None = None
) -> Provenance:
    """Where a chosen candidate came from, and what the others said."""
    losers = [finding for finding in findings if finding is not winner]
    if not losers:
        return Provenance(source=winner.source, raw=winner.raw, precision=winner.precision)
    return Provenance(
        source=winner.source,
        raw=winner.raw,
        candidates=tuple(dict.fromkeys([(finding.source, finding.raw) for finding in losers])),
        conflict=_differ(losers, winner, key),
        precision=winner.precision,
    )


def _differ(losers: Sequence[Finding[Any]], winner: Finding[Any], key: Callable[[Any], Any] | None) -> bool:
    """Whether one says something else; equal values do not, as one moment in two zones on different days."""
    others = [finding.value for finding in losers if finding.value != winner.value]
    if key is None or not others:
        return bool(others)
    won = key(winner.value)
    return any(key(value) != won for value in others)
