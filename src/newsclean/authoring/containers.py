"""The element that holds the whole story: the same selector on several pages, and little else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.authoring.places import MIN_PAGES
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.authoring.specimen import Specimen

MIN_COVER: Final = 0.95
"""Share of the story's words that the element must hold: the general path itself errs by a line or two. In a trial on
the sites of benchmarks/learned_rules.py 0.90 and 0.98 gave rules that took the same half of the residue."""
MIN_CLAIM: Final = 0.2
"""Share of the story's words from which an element that does not hold it all would bound the text all the same, and
wrongly: such a selector is of no use. `rules.layouts.MIN_BODY_SHARE` sets aside what holds less."""


class Container(NamedTuple):
    """A selector of the story's element."""

    css: str
    pages: frozenset[int]
    """Pages on which it matches one element, and that holds the story."""
    waste: float
    """Words in it that are not of the story, as a share of the story's words; the mean of its pages."""


def containers(specimens: Sequence[Specimen], least: int = MIN_PAGES) -> tuple[Container, ...]:
    """Selectors of the story's element: the one that fits most pages first, then those for the pages that are left.

    Args:
        specimens: pages of one site.
        least: pages that a selector must fit.
    """
    found = [container for css in _named(specimens) if (container := _fit(css, specimens)) is not None]
    usable = [container for container in found if len(container.pages) >= least]
    chosen: list[Container] = []
    left = frozenset(range(len(specimens)))
    while usable:
        best = max(usable, key=lambda c: (len(c.pages & left), -c.waste, -len(c.css), c.css))
        if not best.pages & left:
            break
        chosen.append(best)
        left -= best.pages
    return tuple(chosen)


def bounded(specimen: Specimen, chosen: Sequence[Container], page: int) -> frozenset[int]:
    """The blocks that the element bounds: behind its first block, outside of it, and in no figure."""
    css = next((container.css for container in chosen if page in container.pages), None)
    if css is None:
        return frozenset()
    return outside(specimen, specimen.within(css))


def outside(specimen: Specimen, inside: frozenset[int]) -> frozenset[int]:
    """The blocks that an element bounds, as `rules.apply` has it."""
    first = min(inside)
    return frozenset(
        block
        for block in specimen.visible
        if block > first and block not in inside and specimen.page.figure(block) == NONE
    )


def _named(specimens: Sequence[Specimen]) -> Iterator[str]:
    return iter(sorted({css for specimen in specimens for block in specimen.kept for css in specimen.around[block]}))


def _fit(css: str, specimens: Sequence[Specimen]) -> Container | None:
    """The pages that a selector fits; None where it would bound a story that it does not hold."""
    fits: list[int] = []
    waste = 0.0
    for nth, specimen in enumerate(specimens):
        inside = specimen.within(css)
        story = specimen.words(specimen.kept)
        if not inside or specimen.elements(css) != 1:
            continue
        share = specimen.words(inside & specimen.kept) / story
        if share >= MIN_COVER and outside(specimen, inside) & specimen.moved:
            return None  # a field is read there, as keywords are below the story
        if share >= MIN_COVER:
            fits.append(nth)
            waste += specimen.words(inside - specimen.kept) / story
        elif share >= MIN_CLAIM:
            return None
    return Container(css, frozenset(fits), waste / len(fits)) if fits else None
