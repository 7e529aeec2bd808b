"""What a page declares about its story, held against the blocks: titles, description, JSON-LD `articleBody`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.cues.lexicon import fold
from newsclean.engine.vocabulary import line_tokens
from newsclean.html.embedded import article_body
from newsclean.html.headline import headline
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.page import Page

PROBE: Final = 40
"""Characters of a block that are looked for in a witness."""
TITLE_WORD: Final = 3
"""Characters of a word that tells: "of" and "in" are in every line."""
MIN_PROBE: Final = 16
"""A shorter block stands in a long text by chance."""


class Witnesses(NamedTuple):
    """What speaks of the story from outside the blocks."""

    title: int
    """The block that shows the headline, or NONE."""
    title_words: frozenset[str]
    description: str
    """Squeezed, as `squeeze` has it; "" when there is none."""
    body: str
    """The `articleBody`, squeezed; "" when there is none."""

    def body_hit(self, head: str, tail: str) -> float:
        """How much of a block's ends stands in the `articleBody`: 0, a half or 1; -1 when nothing can be said.

        Args:
            head: the first `PROBE` characters of the block, squeezed.
            tail: the last ones.
        """
        if not self.body or len(head) < MIN_PROBE:
            return -1.0
        return ((head in self.body) + (tail in self.body)) / 2

    def description_hit(self, head: str) -> float:
        """Whether a block begins as the description does, or stands in it: 0 or 1; -1 when nothing can be said.

        Args:
            head: the first `PROBE` characters of the block, squeezed.
        """
        if not self.description or len(head) < MIN_PROBE:
            return -1.0
        return float(head in self.description or head.startswith(self.description[:PROBE]))


NOTHING: Final = Witnesses(NONE, frozenset(), "", "")


def squeeze(text: str) -> str:
    """A text as witnesses are compared: no case, no white space."""
    return "".join(text.casefold().split())


def read_witnesses(page: Page) -> Witnesses:
    """The witnesses of a page of HTML."""
    if page.document is None:
        return NOTHING
    structured = page.document.structured
    h1 = tuple(block.text for block in page.blocks if page.frames[block.frame].tag == "h1")
    found = headline(structured, h1)
    names = [text for text in (found.value, found.raw, found.shown) if text] if found else []
    tokens = line_tokens(names[0], line=True) if names else ()
    return Witnesses(
        title=_title(page, names),
        title_words=frozenset(token for token in tokens if len(token) >= TITLE_WORD),
        description=squeeze(structured.first("og:description", "description", "twitter:description") or ""),
        body=squeeze(article_body(structured) or ""),
    )


def _title(page: Page, names: Sequence[str]) -> int:
    """The block that shows the headline, or NONE."""
    wanted = {fold(name) for name in names}
    lengths = {len(name) for name in names}
    if not lengths:
        return NONE
    low, high = min(lengths) // 2, max(lengths) * 2
    same = [
        block
        for block in page.blocks
        if low <= len(block.text) <= high and fold(block.text) in wanted and not page.frames[block.frame].hidden
    ]
    best = min(same, key=lambda b: (b.kind != "heading", b.level or 9, b.index), default=None)
    return best.index if best else NONE
