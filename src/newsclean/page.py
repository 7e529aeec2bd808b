"""A page as a stream of candidate blocks: what the engine, the rules and the detectors look at.

HTML and plain text meet here; everything after is shared. Evidence that only markup has is at its neutral value in
text. All indices are positions in the tuples of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from newsclean.verdict import TEXT_LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from newsclean.html.document import Document
    from newsclean.model import BlockKind
    from newsclean.recurrence import Recurring
    from newsclean.verdict import Label

T = TypeVar("T")

NONE = -1
"""No such index."""


class Frame(NamedTuple):
    """A block-level element that stands around blocks."""

    tag: str
    classes: str
    """The class attribute, as written."""
    id: str
    parent: int
    """Index of the frame around it, or NONE."""
    nth: int
    """Which one of its tag in its parent, from 1."""
    depth: int
    """Frames above it."""
    figure: int
    """Index of the nearest figure-like frame, itself included, or NONE."""
    hidden: bool
    """Not shown to readers: itself or a frame around it."""
    node: Any
    """The element, opaque: only `Document` knows what to do with it."""
    hints: str = ""
    """What other attributes call it, a line each: its role, `itemprop`, `aria-label` and the like."""


class Candidate(NamedTuple):
    """One run of text that a reader sees as a unit; in text mode one line."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody needs here
    text: str
    kind: BlockKind
    level: int = 0
    frame: int = NONE
    words: int = 0
    link_chars: int = 0
    """Characters of `text` that are inside links."""
    line: int = 0
    """Text mode: the line's number, from 1."""
    after_gap: bool = True
    """Whether it is more than the next line of the same text: a blank line, or the start, stands before it in text
    mode; in HTML it does not follow a single line break."""


class Picture(NamedTuple):
    """An image element of the page."""

    attributes: Mapping[str, str | None]
    """Of the `img` and, under `srcset`, of its `source` siblings."""
    before: int
    """Index of the first block after it."""
    frame: int
    figure: int
    """Index of the figure-like frame that it stands in, or NONE."""


class Embed(NamedTuple):
    """An element of the page that shows another page."""

    attributes: Mapping[str, str | None]
    before: int
    """Index of the first block after it."""
    frame: int
    """The innermost of the frames that stood around a block or picture when it came."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page, read once."""

    mode: Literal["html", "text"]
    url: str | None = None
    blocks: tuple[Candidate, ...]
    frames: tuple[Frame, ...] = ()
    pictures: tuple[Picture, ...] = ()
    embeds: tuple[Embed, ...] = ()
    document: Document | None = None
    """The parsed page, for selectors and structured data; None in text mode."""

    @cached_property
    def _frame_paths(self) -> tuple[str, ...]:
        out: list[str] = []
        for frame in self.frames:
            parent, nth = frame.parent, frame.nth
            step = frame.tag if nth == 1 else f"{frame.tag}[{nth}]"
            out.append(f"{out[parent]}/{step}" if parent != NONE else step)
        return tuple(out)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Where each block stands, for people: a DOM path of block-level elements, or `line N`."""
        frames = self._frame_paths
        return tuple(frames[block.frame] if block.frame != NONE else f"line {block.line}" for block in self.blocks)

    def path(self, block: int) -> str:
        """Where a block stands."""
        return self.paths[block]

    def ancestors(self, frame: int) -> Iterator[int]:
        """The frame itself and those around it, innermost first."""
        while frame != NONE:
            yield frame
            frame = self.frames[frame].parent

    def hidden(self, block: int) -> bool:
        """Whether readers do not see the block."""
        frame = self.blocks[block].frame
        return frame != NONE and self.frames[frame].hidden

    def figure(self, block: int) -> int:
        """Index of the figure-like frame that the block stands in, or NONE."""
        frame = self.blocks[block].frame
        return self.frames[frame].figure if frame != NONE else NONE


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A page as the engine and the site rules understand it: what detectors are given.

    Detectors see what was said before them and not one another, so their order cannot matter.
    """

    page: Page
    labels: tuple[Label, ...]
    """One a block: what the engine and the site rules say of it."""
    language: str | None = None
    """BCP-47 primary subtag, for the lexicons; None when unknown."""
    recurring: Mapping[int, Recurring] = field(default_factory=dict)
    """Blocks that other pages of the site have too, where several are read together."""
    _answers: dict[Callable[[Reading], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, question: Callable[[Reading], T]) -> T:
        """The answer to a question that several detectors ask of the same reading, found once."""
        if question not in self._answers:
            self._answers[question] = question(self)
        answer: T = self._answers[question]
        return answer

    @cached_property
    def body(self) -> tuple[int, ...]:
        """Blocks that belong to the story so far, in order."""
        return tuple(i for i, label in enumerate(self.labels) if label in TEXT_LABELS)

    @cached_property
    def title(self) -> int:
        """The block that is the headline, or NONE."""
        return next((i for i, label in enumerate(self.labels) if label == "title"), NONE)

    @cached_property
    def captions(self) -> tuple[int, ...]:
        """Blocks that are captions so far."""
        return tuple(i for i, label in enumerate(self.labels) if label == "caption")

    @cached_property
    def body_text(self) -> str:
        """Title and body, for comparing words."""
        wanted = (self.title, *self.body) if self.title != NONE else self.body
        return "\n".join(self.page.blocks[i].text for i in wanted)
