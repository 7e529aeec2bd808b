"""What the engine hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from newsclean.verdict import ENGINE, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsclean.errors import NotAnArticleKind
    from newsclean.model import Evidence, Notice
    from newsclean.page import Page
    from newsclean.verdict import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The engine's word on a page."""

    verdicts: tuple[Verdict, ...]
    """One a block, in page order."""
    confidence: float
    """How sure it is of the text as a whole, 0 to 1."""
    source: str = "engine"
    """Whose opinion on the body it is: `engine`, `trafilatura` where it settled most of what was disputed, or where
    the story was found outside of the page's elements: `jsonld:articleBody`, `script`."""
    notices: tuple[Notice, ...] = ()
    kind: NotAnArticleKind | None = None
    """What the page is if it is no article, as `NotAnArticle.kind` has it."""
    evidence: Evidence = field(default_factory=dict)
    """What `kind` rests on."""

    def body(self) -> frozenset[int]:
        """The blocks that are the story."""
        return frozenset(verdict.block for verdict in self.verdicts if verdict.label == "body")


KNOWN: Final = 4096
"""Blocks whose commonest verdict is remembered."""
_REASONS: Mapping[str, str] = {
    "body": "Running text of the story.",
    "title": "The headline.",
    "caption": "Markup says that it is a picture's caption.",
}


def verdicts(page: Page, labels: Mapping[int, Label], confidence: float) -> Iterable[Verdict]:
    """One engine verdict for every block; those without a label are boilerplate."""
    for index in range(len(page.blocks)):
        label = labels.get(index)
        if label is None:
            yield _boilerplate(index)
        else:
            yield Verdict(block=index, label=label, by=ENGINE, reason=_REASONS[label], confidence=confidence)


@lru_cache(KNOWN)
def _boilerplate(index: int) -> Verdict:
    """The commonest verdict; most blocks of a page get it, and all pages the same ones."""
    return Verdict(block=index, label="boilerplate", by=ENGINE, reason="Outside the story, as the engine sees it.")
