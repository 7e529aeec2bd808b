"""How far a site's rules and the general path agree on the story of a page; where they do not, one of them is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.model import Notice
from newsclean.verdict import TEXT_LABELS

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from newsclean.page import Page
    from newsclean.rules.apply import RuleOutcome

LOW: Final = 0.5
"""Share of the story's words below which a warning is given. A judgement: rules are there to disagree on captions and
footers, which are a tenth of a page; who disagrees on half of the words speaks of another story."""


class Agreement(NamedTuple):
    """On how many words of the story both agree."""

    words: int
    """Of the blocks that either takes for the story."""
    agreed: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.agreed / self.words

    def __str__(self) -> str:
        return f"agrees on {self.share:.0%} of {self.words} words"


def compare(page: Page, body: AbstractSet[int], said: RuleOutcome) -> Agreement | None:
    """The agreement on a page, or None where the rules say nothing of the text, or nobody finds any.

    Args:
        page: the page.
        body: blocks that the general path takes for the story.
        said: what the rules say; where they say nothing they leave it to the general path, and agree.
    """
    if not said.verdicts:
        return None
    kept = {verdict.block for verdict in said.verdicts if verdict.label in TEXT_LABELS}
    left_out = {verdict.block for verdict in said.verdicts} - kept
    words = _words(page, body | kept)
    return Agreement(words, words - _words(page, (body & left_out) | (kept - body))) if words else None


def _words(page: Page, blocks: AbstractSet[int]) -> int:
    return sum(page.blocks[block].words for block in blocks)


def doubt(site: str, agreement: Agreement) -> Notice | None:
    """The warning that rules and general path speak of different stories."""
    if agreement.share >= LOW:
        return None
    message = (
        f"The site rules {site} and the general path agree on {agreement.share:.0%} of the story's words: "
        "perhaps the site has changed."
    )
    return Notice(
        kind="rule_drift",
        message=message,
        evidence={"rule": site, "agreement": round(agreement.share, 3), "words": agreement.words},
    )
