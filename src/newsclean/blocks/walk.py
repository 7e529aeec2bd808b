"""A parsed page to candidate blocks: one explicit loop over the tree, no recursion, nothing changed.

The plain loop over `first_child` and `next` is both the fastest exact way and safe at any depth (docs/performance.md).
What makes it cheap is what it leaves undone: attributes are read, and frames made, only for elements around a block or
a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newsclean.blocks.elements import (
    HIDING,
    HINTS,
    KINDS,
    KNOWN,
    LISTS,
    MARGINS,
    PARTS,
    STORIES,
    TEXT,
    Part,
    hides,
    hints_of,
    part_of,
    says,
)
from newsclean.blocks.embeds import Embeds
from newsclean.blocks.menus import SEPARATOR, join_links
from newsclean.blocks.pictures import Pictures
from newsclean.blocks.runs import runs_on, spaced
from newsclean.blocks.tables import join_rows
from newsclean.page import NONE, Candidate, Frame, Page, Picture
from newsclean.words import count_words

if TYPE_CHECKING:
    from typing import TypeAlias

    from newsclean.html.document import Document
    from newsclean.model import BlockKind

    Open: TypeAlias = tuple[Any, str, int, BlockKind, int, int, dict[str, int], int]
    """An element whose end is still to come: node, tag, which one of its tag in its parent, kind and level of the
    blocks directly in it, depth of lists, how many children of each tag it had so far, and the number of blocks before
    it, or `_IN_STORY`."""

_INLINE, _BLOCK, _SKIP, _LINK = Part.INLINE, Part.BLOCK, Part.SKIP, Part.LINK
_UNREAD: Final = frozenset((Part.SKIP, Part.EMBED, Part.PICTURES_ONLY, Part.BUTTON))
"""Parts without text that readers see."""
SMALL_FRINGE: Final = 160
"""Characters of a menu that is read block by block all the same: a line of breadcrumbs is one. On the evaluation corpus
0.02 % of the words of stories stand in larger ones, all of them lines of a table of contents, and they hold half of the
blocks of a page."""
_IN_STORY: Final = 1 << 30
"""Stands for the number of blocks before an element of the story or in it, which is no menu."""
_unhiding = HIDING.isdisjoint
_unhinted = HINTS.isdisjoint
_new = tuple.__new__
"""Makes a named tuple of a tuple: half the time of calling its class, and it is done for every block and frame."""


def read_html(document: Document) -> Page:
    """The blocks, frames and pictures of a document."""
    stream = _Stream()
    body = document.body
    if body is not None:
        _walk(body, stream)
    blocks, places = join_rows(stream.blocks, stream.frames)
    pictures, embeds = stream.pictures.found, stream.embeds.found
    if len(blocks) < len(stream.blocks):
        pictures = [picture._replace(before=places[picture.before]) for picture in pictures]
        embeds = [embed._replace(before=places[embed.before]) for embed in embeds]
    return Page(
        mode="html",
        url=document.url,
        blocks=blocks,
        frames=tuple(stream.frames),
        pictures=tuple(pictures),
        embeds=tuple(embeds),
        document=document,
    )


def _walk(body: Any, stream: _Stream) -> None:  # noqa: C901, PLR0912 - one loop: each call in it counts a thousand times
    known_as, named, runs, enter, leave = KNOWN.get, PARTS.get, stream.runs, stream.enter, stream.leave
    add_text, enter_block, leave_block = stream.add_text, stream.enter_block, stream.leave_block
    stream.start(body)
    stack: list[tuple[Any, Part]] = []
    node = body.first_child
    while True:
        if node is None:
            if not stack:
                break
            node, part = stack.pop()
            if part is _BLOCK:
                leave_block()
            elif part is not _INLINE:
                leave(part)
        elif (number := node.tag_id) == TEXT:
            text = node.text_content
            if runs or not text.isspace() or stream.preformatted:
                add_text(text)
        else:
            known = known_as(number)
            if known is None:
                tag = node.tag
                part = named(tag, _INLINE)
            else:
                tag, part = known
            if part is _BLOCK:
                inside = enter_block(node, tag)
            elif part is _SKIP:
                inside = False
            else:
                inside = enter(node, part)
            if inside:
                stack.append((node, part))
                node = node.first_child
                continue
        node = node.next
    leave_block()


class _Stream:
    """What the walk has seen so far."""

    __slots__ = (
        "_after_text", "_buttons", "_gap", "_line_ended", "_link_chars", "_link_depth", "_muted", "_open", "_placed",
        "_sources", "blocks", "embeds", "frames", "pictures", "preformatted", "runs",
    )  # fmt: skip

    def __init__(self) -> None:
        self.blocks: list[Candidate] = []
        self.frames: list[Frame] = []
        self.pictures = Pictures()
        self.embeds = Embeds()
        self.runs: list[str] = []
        """Texts since the last block."""
        self.preformatted = False
        """Whether white space counts where the walk is."""
        self._open: list[Open] = []
        self._placed: list[int] = []
        """The frames of the outermost open elements; the others have held no block and no picture yet."""
        self._after_text = 0
        """Index behind the last block that is more than a link."""
        self._line_ended = False
        """Whether a line break, and nothing that readers see, came after the last run."""
        self._gap = True
        """Whether the next block is more than the next line of the same text."""
        self._link_depth = 0
        self._link_chars = 0
        self._muted = 0
        """Above 0 inside `noscript`: pictures count, text does not."""
        self._buttons = 0
        self._sources: list[str] = []

    def start(self, body: Any) -> None:
        """Opens the outermost frame."""
        self._open.append((body, "body", 1, "paragraph", 0, 0, {}, 0))
        self._place()

    def add_text(self, text: str) -> None:
        """A text node."""
        if self._muted or (self._buttons and self._open[-1][3] != "heading" and self._open[-1][1] != "figcaption"):
            return
        if self._line_ended and not text.isspace():
            self._next_line(text)
        self.runs.append(text)
        if self._link_depth:
            self._link_chars += len(text.strip())

    def enter_block(self, node: Any, tag: str) -> bool:
        """Opens a frame, which is made when a block or a picture stands in it; answers whether to go inside."""
        if self.runs:
            if self._buttons:
                return False
            self._flush()
        _, _, _, kind, level, lists, children, before = self._open[-1]
        nth = children[tag] = children.get(tag, 0) + 1
        if before != _IN_STORY:
            before = _IN_STORY if tag in STORIES else len(self.blocks)
        if tag in LISTS:
            lists += 1
        elif tag in KINDS:
            kind, level = KINDS[tag]
            self.preformatted = kind == "preformatted"
            if kind == "list_item" and lists:
                level = lists
            if kind == "quote":
                self._add_embed(node)  # it may stand for a post
        self._open.append((node, tag, nth, kind, level, lists, {}, before))
        return True

    def leave_block(self) -> None:
        """Closes the innermost frame."""
        if self.runs:
            self._flush()
        closed = self._open.pop()
        if len(self._placed) > len(self._open):
            frame = self._placed.pop()
            if len(self.blocks) - 1 > closed[7] >= self._after_text:
                self._join_menu(closed[7], frame)
        if closed[1] in KINDS:
            self.preformatted = self._open[-1][3] == "preformatted"

    def enter(self, node: Any, part: Part) -> bool:
        """Begins an element of any other part; answers whether to go inside."""
        if part is _INLINE or part is _LINK:
            attributes = node.attributes
            if attributes:
                classes = attributes.get("class")
                if classes:
                    _, for_screen_readers, line_break = says(classes)
                    if for_screen_readers:
                        return False
                    if line_break and node.first_child is None:
                        self._break()
                if not _unhiding(attributes) and hides(attributes):
                    return False
            if part is _LINK:
                self._link_depth += 1
            return True
        return self._enter_rare(node, part)

    def leave(self, part: Part) -> None:
        """Ends an element that `enter` went into."""
        if part is _LINK:
            self._link_depth -= 1
        elif part is Part.PICTURES_ONLY:
            self._muted -= 1
        elif part is Part.BUTTON:
            self._buttons -= 1
        elif part is Part.FRINGE:
            self.leave_block()

    def _enter_rare(self, node: Any, part: Part) -> bool:
        if part is Part.FRINGE:
            return self._enter_fringe(node, node.tag)
        if part is Part.BREAK:
            self._break()
        elif part is Part.IMAGE:
            self._add_picture(node)
        elif part is Part.EMBED:
            self._add_embed(node)
        elif part is Part.SOURCE:
            attributes = node.attributes
            self._sources.append(attributes.get("srcset") or attributes.get("data-srcset") or "")
        elif part is Part.PICTURE:
            self._sources.clear()
        elif part is Part.PICTURES_ONLY:
            self._muted += 1
        elif part is Part.BUTTON:
            if self.runs:
                return False
            self._buttons += 1
        return part in _GO_INSIDE

    def _enter_fringe(self, node: Any, tag: str) -> bool:
        """Takes a menu or page foot as one block; answers whether to go inside instead."""
        if not self.enter_block(node, tag):
            return False
        if tag == "footer" and any(element[1] in STORIES for element in self._open):
            return True
        texts = [
            text
            for inner in node.traverse(include_text=True, skip_empty=True)
            if inner.tag_id == TEXT and part_of(inner.parent) not in _UNREAD
            if (text := " ".join(inner.text_content.split()))
        ]
        whole = SEPARATOR.join(texts)
        if len(whole) < SMALL_FRINGE:
            return True
        block = (len(self.blocks), whole, "paragraph", 0, self._place(), count_words(whole), len(whole), 0, True)
        self.blocks.append(_new(Candidate, block))
        self._after_text = len(self.blocks)
        self.leave_block()
        return False

    def _join_menu(self, first: int, frame: int) -> None:
        """Makes one block of the links that an element holds, when they are a menu."""
        blocks, frames, pictures = self.blocks, self.frames, self.pictures
        words = sum([block[5] for block in blocks[first:]])
        whole = join_links([block[1] for block in blocks[first:]], words)
        if whole is None:
            self._after_text = len(blocks)  # so that the elements around it need not look at these again
        if not whole:
            return
        del blocks[first:]
        blocks.append(_new(Candidate, (first, whole, "paragraph", 0, frame, words, len(whole), 0, True)))
        self.embeds.move(first, frame)
        if not pictures.move(first, frame):
            del frames[frame + 1 :]  # nothing stands in them any more

    def _break(self) -> None:
        """One break ends a line, and two end the text."""
        if self.preformatted:
            self.runs.append("\n")
        elif self._line_ended:
            self._flush()
        else:
            self._line_ended = bool(self.runs)

    def _next_line(self, text: str) -> None:
        """Decides what a line break was, now that the text behind it is known.

        A line is a block of its own, except in headings and where a sentence runs on.
        """
        before = next(run.rstrip() for run in reversed(self.runs) if not run.isspace())
        if runs_on(before, text.lstrip()) or self._open[-1][3] == "heading":
            self.runs.append(" ")
            self._line_ended = False
        else:
            self._flush()
            self._gap = False

    def _add_picture(self, node: Any) -> None:
        if self._line_ended:
            self._flush()
        attributes = dict(node.attributes)
        if self._sources:
            attributes["srcset"] = ", ".join(filter(None, (attributes.get("srcset"), *self._sources)))
            self._sources.clear()
        frame = self._place()
        before = len(self.blocks)
        if all(map(str.isspace, self.runs)):
            self.runs.clear()  # so that no run is looked at twice
        else:  # in the middle of a run: the run stands before it
            before += 1
        self.pictures.add(Picture(attributes, before, frame, self.frames[frame].figure), plain=self._muted > 0)

    def _add_embed(self, node: Any) -> None:
        """Notes an embed in the innermost frame that is there already: it makes none, and ends no run."""
        placed = len(self._placed)
        if not any(element[1] in MARGINS for element in self._open[placed:]):
            self.embeds.add(
                dict(node.attributes), len(self.blocks) + (not all(map(str.isspace, self.runs))), self._placed[-1]
            )

    def _flush(self) -> None:
        runs = self.runs
        kind, level = self._open[-1][3:5]
        joined = runs[0] if len(runs) == 1 else "".join(runs if kind == "preformatted" else spaced(runs))
        text = joined.strip()
        runs.clear()
        if text:
            if not text.isprintable() or "  " in text:
                text = " ".join(text.split())
            if kind == "preformatted":
                text = joined.strip("\r\n").rstrip()
            links = min(self._link_chars, len(text)) if self._link_chars else 0
            frame = self._placed[-1] if len(self._placed) == len(self._open) else self._place()
            block = (len(self.blocks), text, kind, level, frame, count_words(text), links, 0, self._gap)
            self.blocks.append(_new(Candidate, block))
            if links < len(text) or kind == "heading":
                self._after_text = len(self.blocks)
        self._link_chars = 0
        self._line_ended = False
        self._gap = True

    def _place(self) -> int:
        """The frame of the innermost open element; makes it, and those around it, where they are not there yet."""
        placed, elements = self._placed, self._open
        depth = len(placed)
        if depth < len(elements):
            frames = self.frames
            parent, figure, unseen = NONE, NONE, False
            if depth:
                parent = placed[-1]
                figure, unseen = frames[parent][6:8]
            for node, tag, nth, *_ in elements[depth:]:
                place, classes, name, hints = len(frames), "", "", ""
                if tag == "figure":
                    figure = place
                attributes = node.attributes
                if attributes:
                    classes, name = attributes.get("class") or "", attributes.get("id") or ""
                    if classes:
                        like_figure, for_screen_readers, _ = says(classes)
                        unseen = unseen or for_screen_readers
                        if like_figure and depth:
                            figure = place
                    if not (unseen or _unhiding(attributes)):
                        unseen = hides(attributes)
                    if not _unhinted(attributes):
                        hints = hints_of(attributes)
                frame = (tag, classes, name, parent, nth, depth, figure, unseen, node, hints)
                frames.append(_new(Frame, frame))
                placed.append(place)
                parent = place
                depth += 1
        return placed[-1]


_GO_INSIDE: Final = frozenset((Part.PICTURE, Part.PICTURES_ONLY, Part.BUTTON))
