"""What somebody says of a block; rules, detectors and the engine all say it in this one type.

A verdict deletes nothing. `resolve` alone ranks verdicts and decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from newsclean.model import NoticeKind, RemovalKind

if TYPE_CHECKING:
    from newsclean.model import Evidence

FieldLabel: TypeAlias = Literal[
    "title", "standfirst", "byline", "date_line", "breadcrumb", "tags", "caption", "credit", "note", "license"
]
"""The block belongs to a field of the article and leaves the text."""
Label: TypeAlias = Literal["keep", "body"] | FieldLabel | RemovalKind
"""`keep`: a guard or rule wants the block in the text whatever others say; `body`: it is part of the story."""

FIELD_LABELS: Final[frozenset[str]] = frozenset(get_args(FieldLabel))
REMOVAL_KINDS: Final[frozenset[str]] = frozenset(get_args(RemovalKind))
TEXT_LABELS: Final[frozenset[str]] = frozenset(("keep", "body"))

ENGINE: Final = "engine"
DETECTOR: Final = "detector:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One statement about one block."""

    block: int
    """Index of the candidate block."""
    label: Label
    by: str
    """`engine`, `detector:<name>`, or a rule's id, `<rule file>/<entry>`."""
    reason: str
    """One sentence for `Removal.reason`."""
    confidence: float = 1.0
    """0 to 1; settles ties inside one rank."""
    evidence: Evidence = field(default_factory=dict, hash=False)
    picture: int | None = None
    """For captions and credits: index of the picture on the page, where known."""
    credit: str | None = None
    """For captions: the credit, where the speaker split it off already."""
    notice: NoticeKind | None = None
    """A warning that the article carries if this verdict decides the block."""
