"""What became of an article's paragraphs between two readings: kept, changed, added, removed."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from newsclean.digest import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.model import Block

ChangeKind: TypeAlias = Literal["kept", "changed", "added", "removed"]

SIMILAR: Final = 0.6
"""Share of words in common from which two paragraphs are one that was changed: the rule of thumb that difflib's
documentation gives for close matches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one paragraph."""

    kind: ChangeKind
    before: Block | None = None
    """The paragraph in the older text; None when it was added."""
    after: Block | None = None
    """The paragraph in the newer text; None when it was removed."""


def changes(before: Sequence[Block], after: Sequence[Block]) -> tuple[Change, ...]:
    """A change for every paragraph of either text, in reading order: each appears once, alone or with its counterpart.

    Paragraphs that only changed places count as removed and added.
    """
    matcher = SequenceMatcher(None, [fold(b.text) for b in before], [fold(b.text) for b in after], autojunk=False)
    out: list[Change] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        old, new = before[start:end], after[new_start:new_end]
        if tag == "equal":
            out += [Change(kind="kept", before=one, after=other) for one, other in zip(old, new, strict=True)]
        else:
            out += _rewritten(old, new)
    return tuple(out)


def _rewritten(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    """Each paragraph with the first similar one behind the last that found its counterpart."""
    done = 0
    for block in old:
        match = next((at for at in range(done, len(new)) if _similar(block.text, new[at].text)), None)
        if match is None:
            yield Change(kind="removed", before=block)
            continue
        yield from (Change(kind="added", after=added) for added in new[done:match])
        yield Change(kind="changed", before=block, after=new[match])
        done = match + 1
    yield from (Change(kind="added", after=added) for added in new[done:])


def _similar(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    # the bounds above the ratio cost a tenth of it
    return matcher.real_quick_ratio() >= SIMILAR and matcher.quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR
