"""What changes on saved pages when one set of rules takes the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.authoring.parts import changes
from newsclean.authoring.reader import Reader, library_of, open_page
from newsclean.authoring.saved import read_saved
from newsclean.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.authoring.parts import Change
    from newsclean.authoring.saved import Saved
    from newsclean.rules.model import SiteRules


class PageDiff(NamedTuple):
    """What changes on one page."""

    page: Saved
    changes: tuple[Change, ...]
    error: str | None = None
    """Why the page could not be read at all, with either rules."""


def diff(old: Iterable[SiteRules], new: Iterable[SiteRules], pages: Iterable[Saved]) -> Iterator[PageDiff]:
    """What each page gains and loses, in the order of the pages; those without a change included.

    Args:
        old: rules; no others apply.
        new: the rules that take their place.
        pages: saved pages.
    """
    before, after = Reader(library_of(old)), Reader(library_of(new))
    for page in pages:
        try:
            opened = open_page(read_saved(page), page.url)
            found = changes(before.read(opened), after.read(opened))
        except InputError as error:
            yield PageDiff(page, (), str(error))
        else:
            yield PageDiff(page, found)
