"""Captions and credits that left the text, and the pictures that they stand with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from newsclean.cues.caption_credits import bare_credit, caption_parts, is_label
from newsclean.normalize.text import normalise
from newsclean.page import NONE
from newsclean.verdict import DETECTOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.normalize.draft import Draft, Moved
    from newsclean.page import Page, Picture

REACH: Final = 1
"""Blocks between a caption and the picture that it may still belong to, when no figure tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A caption with its credit."""

    text: str | None
    credit: str | None
    picture: int
    """Index of its picture on the page, or NONE."""
    block: int
    boxed: bool = False
    """Whether only its place beside the picture says that it is one."""


def read_captions(draft: Draft, language: str | None = None) -> tuple[Caption, ...]:
    """The captions in page order: one a picture; a credit on a line of its own is joined to the caption before it.

    Args:
        draft: the page.
        language: primary subtag, for the phrases of credits.
    """
    out: list[Caption] = []
    found = tuple(draft.moved("caption", "credit"))
    inside = _by_figure(draft.page) if found else {}
    labelled = NONE
    for moved in found:
        own = _caption(draft, moved, language, inside)
        before = out[-1] if out else None
        if own.text and is_label(own.text, language):  # "Photo:", whose name is the next block
            labelled = own.picture
            continue
        if own.text and labelled != NONE and own.picture == labelled:
            own = replace(own, text=None, credit=bare_credit(own.text, language))
        labelled = NONE
        if before is not None and _same(before, own):
            out[-1] = _joined(before, own)
        else:
            out.append(own)
    return tuple(out)


def _caption(draft: Draft, moved: Moved, language: str | None, inside: Mapping[int, list[int]]) -> Caption:
    text, credit = caption_parts(draft.page, moved.block, moved.text, language)
    known = normalise(moved.verdict.credit or "") or None
    if moved.verdict.label == "credit":
        text, credit = "", known or credit or bare_credit(text, language) or text
    elif known:
        text, credit = (text if credit else moved.text), known
    if not any(map(str.isalpha, text)):
        text = ""  # the number of a picture in its gallery
    picture = _picture(draft, moved, inside)
    boxed = moved.verdict.picture is not None and moved.verdict.by.startswith(DETECTOR)
    return Caption(text=text or None, credit=credit, picture=picture, block=moved.block, boxed=boxed)


def _same(before: Caption, own: Caption) -> bool:
    """Whether a line goes on with the caption before it."""
    if before.picture != own.picture:
        return False
    if own.picture != NONE:
        return True
    return own.text is None and before.credit is None and own.block - before.block == 1


def _joined(before: Caption, own: Caption) -> Caption:
    texts = list(dict.fromkeys(filter(None, (before.text, own.text))))
    return replace(
        before,
        boxed=before.boxed and own.boxed,
        text=" ".join(texts) or None,
        credit=before.credit or own.credit,
        block=own.block,
    )


def _picture(draft: Draft, moved: Moved, inside: Mapping[int, list[int]]) -> int:
    """The picture of a caption: as the verdict says, else one in the same figure, else one right beside it."""
    page, pictures = draft.page, draft.page.pictures
    if moved.verdict.picture is not None and 0 <= moved.verdict.picture < len(pictures):
        return moved.verdict.picture
    for figure in page.ancestors(page.blocks[moved.block].frame):
        if figure in inside:  # figures stand in one another: a `figcaption` is like one, too
            return _nearest(inside[figure], pictures, moved.block)
    last = bisect_right(pictures, moved.block, key=lambda picture: picture.before) - 1  # they are in page order
    return last if last >= 0 and moved.block - pictures[last].before <= REACH else NONE


def _nearest(inside: list[int], pictures: Sequence[Picture], block: int) -> int:
    """Of the pictures of a figure, the first of those that are nearest to a block."""
    after = bisect_left(inside, block, key=lambda i: pictures[i].before)
    near = inside[max(after - 1, 0) : after + 1]
    best = min(near, key=lambda i: abs(pictures[i].before - block))
    return inside[bisect_left(inside, pictures[best].before, key=lambda i: pictures[i].before)]


def _by_figure(page: Page) -> dict[int, list[int]]:
    """The pictures in each figure-like frame, in page order; gathered once, for pages that hold thousands of both."""
    out: dict[int, list[int]] = {}
    for i, picture in enumerate(page.pictures):
        for figure in _figures(page, picture.figure):
            out.setdefault(figure, []).append(i)
    return out


def _figures(page: Page, figure: int) -> Iterator[int]:
    """A figure-like frame and those around it, innermost first."""
    frames = page.frames
    while figure != NONE:
        yield figure
        around = frames[figure].parent
        figure = frames[around].figure if around != NONE else NONE
