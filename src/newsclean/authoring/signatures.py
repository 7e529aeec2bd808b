"""Lines by which a site can be told in plain text, when nobody knows the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.authoring.lines import line_pattern
from newsclean.rules.library import SIGNATURE_FIRST, SIGNATURE_LAST
from newsclean.rules.patterns import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.authoring.specimen import Specimen

MOST: Final = 3
"""Lines that are proposed."""
MIN_LABEL: Final = 4
"""Letters of a part of a host that names a site; `www`, `m` and `co` do not."""
MAX_WORDS: Final = 15
"""Words of a line; a longer one is a sentence that a story may quote."""


def signatures(specimens: Sequence[Specimen], name: str | None, hosts: Sequence[str]) -> tuple[str, ...]:
    """Patterns of lines that name the site and stand right before or behind the story on each of some pages.

    Args:
        specimens: pages of one site.
        name: what its readers call it.
        hosts: its hosts; the longest part of one names the site too.
    """
    names = {fold(name).casefold()} if name else set()
    labels = (max(host.split(".")[:-1] or [host], key=len) for host in hosts)
    names |= {label for label in labels if len(label) >= MIN_LABEL}
    found = [dict.fromkeys(_near(specimen, names)) for specimen in specimens]
    first, *others = found or [{}]
    return tuple(pattern for pattern in first if all(pattern in other for other in others))[:MOST]


def _near(specimen: Specimen, names: set[str]) -> list[str]:
    """Patterns of the lines of one page that name the site."""
    first, last = min(specimen.kept), max(specimen.kept)
    before = [block for block in specimen.visible if block < first][-SIGNATURE_FIRST:]
    behind = [block for block in specimen.visible if block > last][:SIGNATURE_LAST]
    lines = (specimen.page.blocks[block] for block in (*behind, *before) if block not in specimen.moved)
    return [
        line_pattern(line.text)
        for line in lines
        if line.words <= MAX_WORDS and any(name in fold(line.text).casefold() for name in names)
    ]
