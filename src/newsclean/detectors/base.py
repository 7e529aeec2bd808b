"""What a detector is, and how a file becomes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from newsclean.cues.captions import head_of_story
from newsclean.page import NONE
from newsclean.verdict import DETECTOR, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsclean.model import Evidence
    from newsclean.page import Candidate, Reading
    from newsclean.verdict import Label

Finding: TypeAlias = "Callable[[Reading], Iterable[Verdict]]"

TAIL_BLOCKS: Final = 8
"""Footers of extracted text have at most so many lines (mirror addresses, share lines, an app line)."""

PROSE_WORDS: Final = 25
"""A line of so many words is part of the story; headlines and labels are shorter."""
_SENTENCE_END: Final = (".", "。", ".”", '."')


@dataclass(frozen=True, slots=True)
class Detector:
    """A named finder of one kind of block."""

    name: str
    find: Finding
    doc: str


def detector(name: str) -> Callable[[Finding], Detector]:
    """Makes a function a detector; its docstring is required."""

    def make(find: Finding) -> Detector:
        if not find.__doc__:
            message = f"detector {name!r} needs a docstring: it is its page in the docs"
            raise TypeError(message)
        return Detector(name, find, find.__doc__)

    return make


def say(
    name: str, block: int, label: Label, reason: str, *, confidence: float = 1.0, evidence: Evidence | None = None
) -> Verdict:
    """A detector's verdict."""
    return Verdict(
        block=block, label=label, by=f"{DETECTOR}{name}", reason=reason, confidence=confidence, evidence=evidence or {}
    )


def story_blocks(reading: Reading) -> Iterator[Candidate]:
    """The blocks that are in the text so far: what a detector may take out."""
    return (reading.page.blocks[i] for i in reading.body)


def head_blocks(reading: Reading) -> Iterator[Candidate]:
    """What readers see between headline and story and no field has yet, in the text so far or not.

    The engine leaves lines about the story out of its text; a detector that knows their field may still move them
    there.
    """
    for i in sorted(reading.once(head_of_story)):
        if reading.labels[i] in ("body", "boilerplate") and not reading.page.hidden(i):
            yield reading.page.blocks[i]


def last_prose(reading: Reading) -> int:
    """The last block of the text so far that is prose, or NONE; what stands below it is the end of the page."""
    return next((i for i in reversed(reading.body) if is_prose(reading.page.blocks[i])), NONE)


def is_prose(block: Candidate) -> bool:
    """Whether a line is prose: long, or it ends as a sentence does."""
    return block.words >= PROSE_WORDS or block.text.endswith(_SENTENCE_END)


def tail_blocks(reading: Reading) -> tuple[Candidate, ...]:
    """The last blocks of the text so far."""
    return tuple(reading.page.blocks[i] for i in reading.body[-TAIL_BLOCKS:])
