"""A parsed page to candidate blocks: one explicit loop over the tree, no recursion, nothing changed.

The plain loop over `first_child` and `next` is both the fastest exact way and safe at any depth (docs/performance.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newsclean.blocks.elements import HEADINGS, ITEMS, LISTS, PARTS, QUOTES, Part, figure_like, hidden
from newsclean.blocks.tables import join_rows
from newsclean.page import NONE, Candidate, Frame, Page, Picture
from newsclean.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from newsclean.html.document import Document
    from newsclean.model import BlockKind

    Enter: TypeAlias = Callable[[Any, str], bool]
    Leave: TypeAlias = Callable[[], None]


def read_html(document: Document) -> Page:
    """The blocks, frames and pictures of a document."""
    stream = _Stream()
    body = document.body
    if body is not None:
        _walk(body, stream)
    blocks, places = join_rows(stream.blocks, stream.frames)
    return Page(
        mode="html",
        url=document.url,
        blocks=blocks,
        frames=tuple(stream.frames),
        pictures=tuple(picture._replace(before=places[picture.before]) for picture in stream.pictures),
        document=document,
    )


def _walk(body: Any, stream: _Stream) -> None:
    handlers, inline, add_text = stream.handlers(), stream.handlers_inline(), stream.add_text
    stream.enter_block(body, "body")
    stack: list[tuple[Any, Leave]] = []
    node = body.first_child
    while True:
        if node is None:
            if not stack:
                break
            node, leave = stack.pop()
            leave()
        else:
            tag = node.tag
            if tag == "-text":
                add_text(node.text_content)
            else:
                enter, leave = handlers.get(tag, inline)
                if enter(node, tag):
                    stack.append((node, leave))
                    node = node.first_child
                    continue
        node = node.next
    stream.leave_block()


class _Stream:
    """What the walk has seen so far."""

    __slots__ = (
        "_break_at", "_children", "_link_chars", "_link_depth", "_muted", "_runs", "_sources", "_stack",
        "blocks", "frames", "pictures",
    )  # fmt: skip

    def __init__(self) -> None:
        self.blocks: list[Candidate] = []
        self.frames: list[Frame] = []
        self.pictures: list[Picture] = []
        self._runs: list[str] = []
        """Texts since the last block."""
        self._break_at = NONE
        """Where in `_runs` the last line break stands."""
        self._link_depth = 0
        self._link_chars = 0
        self._muted = 0
        """Above 0 inside `noscript`: pictures count, text does not."""
        self._sources: list[str] = []
        self._stack: list[tuple[int, BlockKind, int, int]] = []
        """Open frames: index, kind of the blocks directly in it, level, depth of lists."""
        self._children: dict[tuple[int, str], int] = {}

    def handlers(self) -> Mapping[str, tuple[Enter, Leave]]:
        """What to call at the start and the end of an element, by tag; the start answers whether to go inside."""
        by_part: dict[Part, tuple[Enter, Leave]] = {
            Part.BLOCK: (self.enter_block, self.leave_block),
            Part.SKIP: (_skip, _nothing),
            Part.BREAK: (self._add_break, _nothing),
            Part.LINK: (self._enter_link, self._leave_link),
            Part.IMAGE: (self._add_picture, _nothing),
            Part.SOURCE: (self._add_source, _nothing),
            Part.PICTURES_ONLY: (self._mute, self._unmute),
        }
        return {tag: by_part[part] for tag, part in PARTS.items()} | {"picture": (self._enter_picture, _nothing)}

    def handlers_inline(self) -> tuple[Enter, Leave]:
        """The same for elements that `handlers` does not name."""
        return _enter_inline, _nothing

    def add_text(self, text: str) -> None:
        """A text node."""
        if self._muted or (not self._runs and text.isspace() and self._stack[-1][1] != "preformatted"):
            return
        self._runs.append(text)
        if self._link_depth:
            self._link_chars += len(text.strip())

    def enter_block(self, node: Any, tag: str) -> bool:
        """Opens a frame."""
        if self._runs:
            self._flush()
        attributes = node.attributes
        index = len(self.frames)
        if self._stack:
            parent, kind, level, lists = self._stack[-1]
            around = self.frames[parent]
            key = (parent, tag)
            nth = self._children[key] = self._children.get(key, 0) + 1
            depth, figure, unseen = around.depth + 1, around.figure, around.hidden
        else:
            parent, kind, level, lists = NONE, "paragraph", 0, 0
            nth, depth, figure, unseen = 1, 0, NONE, False
        classes = identity = ""
        if attributes:
            classes, identity = attributes.get("class") or "", attributes.get("id") or ""
            unseen = unseen or hidden(attributes)
        if figure_like(tag, classes):
            figure = index
        self.frames.append(Frame(tag, classes, identity, parent, nth, depth, figure, unseen, node))
        if tag in _SETS_KIND:
            lists += tag in LISTS
            kind, level = _kind(tag, kind, level, lists)
        self._stack.append((index, kind, level, lists))
        return True

    def leave_block(self) -> None:
        """Closes the innermost frame."""
        if self._runs:
            self._flush()
        self._stack.pop()

    def _enter_link(self, node: Any, _tag: str) -> bool:
        if hidden(node.attributes):
            return False
        self._link_depth += 1
        return True

    def _leave_link(self) -> None:
        self._link_depth -= 1

    def _mute(self, _node: Any, _tag: str) -> bool:
        self._muted += 1
        return True

    def _unmute(self) -> None:
        self._muted -= 1

    def _enter_picture(self, _node: Any, _tag: str) -> bool:
        self._sources.clear()
        return True

    def _add_source(self, node: Any, _tag: str) -> bool:
        attributes = node.attributes
        self._sources.append(attributes.get("srcset") or attributes.get("data-srcset") or "")
        return False

    def _add_break(self, _node: Any, _tag: str) -> bool:
        runs, last = self._runs, self._break_at
        if last != NONE and not any(text.strip() for text in runs[last:]):
            self._flush()
        else:
            self._break_at = len(runs)
            runs.append("\n")
        return False

    def _add_picture(self, node: Any, _tag: str) -> bool:
        attributes = dict(node.attributes)
        if self._sources:
            attributes["srcset"] = ", ".join(filter(None, (attributes.get("srcset"), *self._sources)))
            self._sources.clear()
        frame = self._stack[-1][0]
        before = len(self.blocks)
        if any(text.strip() for text in self._runs):  # in the middle of a run: the run stands before it
            before += 1
        self.pictures.append(Picture(attributes, before, frame, self.frames[frame].figure))
        return False

    def _flush(self) -> None:
        runs = self._runs
        frame, kind, level, _ = self._stack[-1]
        joined = runs[0] if len(runs) == 1 else "".join(runs)
        folded = " ".join(joined.split())
        if folded:
            text = joined.strip("\r\n").rstrip() if kind == "preformatted" else folded
            links = min(self._link_chars, len(text))
            self.blocks.append(Candidate(len(self.blocks), text, kind, level, frame, len(words(text)), links))
        runs.clear()
        self._link_chars = 0
        self._break_at = NONE


def _skip(_node: Any, _tag: str) -> bool:
    return False


def _nothing() -> None:
    return None


def _enter_inline(node: Any, _tag: str) -> bool:
    attributes = node.attributes
    return not (attributes and hidden(attributes))


_SETS_KIND: Final = frozenset((*HEADINGS, *LISTS, *ITEMS, *QUOTES, "pre"))


def _kind(tag: str, kind: BlockKind, level: int, lists: int) -> tuple[BlockKind, int]:
    """Kind and level of the blocks directly inside an element, given those around it."""
    if tag in HEADINGS:
        return "heading", HEADINGS[tag]
    if tag in ITEMS:
        return "list_item", max(lists, 1)
    if tag in QUOTES:
        return "quote", 0
    if tag == "pre":
        return "preformatted", 0
    return kind, level
