"""What the engine hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from newsclean.verdict import ENGINE, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    source: Literal["engine", "trafilatura"] = "engine"
    """Whose opinion on the body it is."""
    notices: tuple[Notice, ...] = ()
    kind: str | None = None
    """What the page is if it is no article, as `NotAnArticle.kind` has it."""
    evidence: Evidence = field(default_factory=dict)
    """What `kind` rests on."""

    def body(self) -> frozenset[int]:
        """The blocks that are the story."""
        return frozenset(verdict.block for verdict in self.verdicts if verdict.label == "body")


_REASONS: Mapping[str, str] = {
    "body": "Running text of the story.",
    "title": "The headline.",
    "caption": "Markup says that it is a picture's caption.",
    "boilerplate": "Outside the story, as the engine sees it.",
}


def verdicts(page: Page, labels: Mapping[int, Label], confidence: float) -> Iterable[Verdict]:
    """One engine verdict for every block; those without a label are boilerplate."""
    for block in page.blocks:
        label = labels.get(block.index, "boilerplate")
        yield Verdict(block=block.index, label=label, by=ENGINE, reason=_REASONS[label], confidence=confidence)
