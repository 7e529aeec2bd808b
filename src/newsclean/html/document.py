"""A parsed page, read-only: the only place that knows the parser."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, SelectolaxError

from newsclean.html.guard import refuse_hostile
from newsclean.html.selectors import MAX_DEPTH, deep_steps, mended
from newsclean.html.structured import StructuredData, read_structured

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping


MAX_TAGS: Final = 1_000
"""Numbers of tags that the parser knows by name are smaller, at most 196; those of others are of one page only."""

_AS_WRITTEN: Final = LexborDocumentOptions.WO_EVENTS
"""The tree as the page wrote it, a tenth cheaper: else the parser copies the chosen `option` of a list into the
`selectedcontent` that shows it."""

_BOLD: Final = frozenset(("b", "strong"))


class SelectorError(ValueError):
    """A CSS selector that cannot be read."""


class SelectorCostError(Exception):
    """A CSS selector that would take too long on this page."""


class Document:
    """One HTML page, parsed once and never changed.

    Args:
        html: the page, decoded.
        url: its address, for relative links.
        utf8: the same page in UTF-8, where it is at hand: parsing it is a quarter cheaper.

    Raises:
        InputError: the markup would cost out of all proportion to its size (reason "too_complex").
    """

    def __init__(self, html: str, *, url: str | None = None, utf8: bytes | None = None) -> None:
        refuse_hostile(html, utf8)
        self.html = html
        self.url = url
        self._tree = LexborHTMLParser(html if utf8 is None else utf8, options=_AS_WRITTEN)

    @property
    def body(self) -> Any | None:
        """The body element, opaque, for the block walk; None when the page has none."""
        return self._tree.body

    @cached_property
    def structured(self) -> StructuredData:
        """What the page declares about itself, read once."""
        return read_structured(self._tree, self.url, self.html)

    def match(self, css: str) -> frozenset[int]:
        """Ids of the elements that a selector matches; compare them with `node_id`.

        Raises:
            SelectorError: the selector cannot be read.
            SelectorCostError: the page is nested so deep that this selector would take too long; so everywhere here.
        """
        return frozenset(node.mem_id for node in self._select(css))

    def texts(self, css: str) -> Iterator[str]:
        """Text of each element that a selector matches, white space folded, empty ones left out.

        Raises:
            SelectorError: the selector cannot be read.
        """
        for node in self._select(css):
            text = " ".join(node.text(separator=" ").split())
            if text:
                yield text

    def attributes(self, css: str) -> Iterator[Mapping[str, str | None]]:
        """Attributes of each element that a selector matches.

        Raises:
            SelectorError: the selector cannot be read.
        """
        for node in self._select(css):
            yield node.attributes

    def places(self, css: str, known: Container[int]) -> Iterator[tuple[int, str | None]]:
        """The elements that a selector matches, told by those that are known.

        Args:
            css: a selector.
            known: ids of elements, as those around blocks; others, as inline ones, are told by the nearest known one
                around them.

        Yields:
            The id of a known element, and None; or the id of the known one around an unknown one, and the text of
            that. Of unknown elements in one another the outermost alone is told, so that no text is read twice.

        Raises:
            SelectorError: the selector cannot be read.
        """
        matched = {node.mem_id: node for node in self._select(css)}
        for ident, node in matched.items():
            if ident in known:
                yield ident, None
                continue
            around = node.parent
            while around is not None and around.mem_id not in known and around.mem_id not in matched:
                around = around.parent
            if around is not None and around.mem_id in known:
                yield around.mem_id, node.text()

    @cached_property
    def _is_deep(self) -> bool:
        """Whether elements stand in one another to a depth that no page of the corpus has."""
        return self._tree.css_first(" > ".join("*" * (MAX_DEPTH + 1))) is not None

    def _select(self, css: str) -> list[Any]:
        if deep_steps(css) and self._is_deep:
            raise SelectorCostError
        try:
            return self._tree.css(mended(css))
        except SelectolaxError as error:
            message = f"not a CSS selector: {css!r}"
            raise SelectorError(message) from error


def tag_ids(tags: Iterable[str]) -> dict[int, str]:
    """The numbers by which elements of these tags are known on all pages; none for tags that the parser does not know.

    An element tells the number of its tag in a third of the time of its name.
    """
    tree = LexborHTMLParser("")
    found = ((tree.create_node(tag).tag_id, tag) for tag in tags)
    return {number: tag for number, tag in found if number < MAX_TAGS}


def text_id() -> int:
    """The number by which texts between tags are known."""
    body: Any = LexborHTMLParser("a").body
    return int(body.first_child.tag_id)


def is_bold(node: Any) -> bool:
    """Whether all that an element says is in one bold element."""
    while node is not None:
        said = [child for child in node.iter(include_text=True) if child.tag != "-text" or child.text().strip()]
        if len(said) != 1 or said[0].tag == "-text":
            return False
        node = said[0]
        if node.tag in _BOLD:
            return True
    return False


def node_id(node: Any) -> int:
    """The id under which `Document.match` names an element."""
    return int(node.mem_id)
