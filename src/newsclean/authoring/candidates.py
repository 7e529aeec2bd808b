"""What on a page may need a rule, for a person to choose from."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.authoring.containers import containers
from newsclean.authoring.entry_ids import Ids
from newsclean.authoring.places import cover, tally
from newsclean.rules.model import DEFAULT_DROP_SHARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.authoring.containers import Container
    from newsclean.authoring.specimen import Specimen

MOST: Final = 8
"""Candidates of each sort; a person reads no more of them."""
ODD_SHARE: Final = DEFAULT_DROP_SHARE
"""Share of the story's words that elements of one name may hold and still be odd ones out: a drop that takes more is
set aside."""
NEAR_PICTURE: Final = 2
"""Blocks behind a picture in which its caption stands, with or without a credit before it."""

Spot = tuple[int, int]
"""Page and block, each by its index."""


class Candidate(NamedTuple):
    """An element that may need a rule."""

    id: str
    css: str
    blocks: int
    """Blocks in such elements, on all pages."""
    pages: int
    text: str
    """The first of them."""
    is_caption: bool
    """Whether it follows a picture, or was called a caption."""


class Candidates(NamedTuple):
    """What a person may choose from."""

    bodies: tuple[Container, ...]
    leaks: tuple[Candidate, ...]
    """Elements in the text that have a name of their own, which the rest of the text has not."""
    gone: tuple[Candidate, ...]
    """Elements among the paragraphs of the story that the general path takes out by itself."""
    captions: tuple[Candidate, ...]
    """Elements of what the general path calls captions."""


def candidates(specimens: Sequence[Specimen]) -> Candidates:
    """What may need a rule on some pages of one site, or on one page."""
    ids = Ids()
    at = tally(specimens)
    kept = {(n, block) for n, one in enumerate(specimens) for block in one.kept}
    dropped = {(n, block) for n, one in enumerate(specimens) for block in _among(one) if block in one.dropped}
    captions = {(n, block) for n, one in enumerate(specimens) for block in one.captions}
    places = _places(specimens)
    odd = {css: spots for css, spots in places.items() if _is_odd(specimens, spots)}
    pure = {css: spots for css, spots in places.items() if not at[css].kept and not at[css].captions}
    named = {css: spots for css, spots in places.items() if not at[css].kept and at[css].captions}

    def chosen(wanted: set[Spot], offers: Mapping[str, frozenset[Spot]]) -> Iterator[Candidate]:
        for _, css in zip(range(MOST), cover(set(wanted), offers, 1), strict=False):
            yield _candidate(ids, css, sorted(offers[css] & wanted), specimens)

    return Candidates(
        bodies=containers(specimens, least=1),
        leaks=tuple(chosen(kept, odd)),
        gone=tuple(chosen(dropped, pure)),
        captions=tuple(chosen(captions, named)),
    )


def _places(specimens: Sequence[Specimen]) -> dict[str, frozenset[Spot]]:
    found: defaultdict[str, set[Spot]] = defaultdict(set)
    for n, specimen in enumerate(specimens):
        for css, blocks in specimen.places.items():
            found[css].update((n, block) for block in blocks)
    return {css: frozenset(spots) for css, spots in found.items()}


def _among(specimen: Specimen) -> range:
    """The blocks from the first to the last of the story."""
    return range(min(specimen.kept), max(specimen.kept) + 1)


def _is_odd(specimens: Sequence[Specimen], spots: frozenset[Spot]) -> bool:
    """Whether a place holds text of the story, all of it kept, and little of it on every page that has the place."""
    by_page = Counter[int]()
    for n, block in spots:
        if block not in specimens[n].kept:
            return False
        by_page[n] += specimens[n].page.blocks[block].words
    return all(words <= ODD_SHARE * specimens[n].words(specimens[n].kept) for n, words in by_page.items())


def _candidate(ids: Ids, css: str, spots: Sequence[Spot], specimens: Sequence[Specimen]) -> Candidate:
    n, block = spots[0]
    specimen = specimens[n]
    return Candidate(
        id=ids.of(css),
        css=css,
        blocks=len(spots),
        pages=len({page for page, _ in spots}),
        text=specimen.page.blocks[block].text,
        is_caption=block in specimen.captions or _follows_picture(specimen, block),
    )


def _follows_picture(specimen: Specimen, block: int) -> bool:
    return any(0 <= block - picture.before < NEAR_PICTURE for picture in specimen.page.pictures)
