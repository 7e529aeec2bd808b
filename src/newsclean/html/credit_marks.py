"""What markup itself calls a picture's credit: elements named so, and the element of its own that ends a caption.

Looks into single elements, as a figure's caption is one; nobody should ask about the whole page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ELEMENTS: Final = 60
"""Elements looked at inside one: captions of the evaluation corpus have under 20."""
MAX_TEXT_CHARS: Final = 160
"""Longer texts are no credits: the element holds the caption as well."""

_CREDIT_NAME = re.compile(
    r"(?<!has-)(?<!with-)(?<!no-)(?:credit|copyright|(?<!re)source(?!s?et|-?name)|photographer|fotograf|photo-?by|image-?by|attribution|"
    r"bild(?:nachweis|rechte|quelle|autor)|urheber|quelle|cr[eé]dito|kilde|kaynak|fuente|fonte|"
    r"(?:image|photo|picture|foto|img|media|caption)[\w-]*(?:author|autor|owner|byline)|"
    r"(?<![a-z])(?:rights?-?holder|distributor|agency)(?![a-z]))",
    re.IGNORECASE,
)
"""What the elements around credits are called on several sites each of the evaluation corpus."""
_AUTHOR_NAME = re.compile(r"(?<![a-z])(?:author|autor|auteur|creator|byline)(?![a-z])", re.IGNORECASE)
"""The same inside a caption alone: elsewhere it names those who wrote."""
_NO_CREDIT_NAME = re.compile(r"accredit|credits?[-_]?card", re.IGNORECASE)
_CREDIT_PROPERTIES: Final = frozenset(("copyrightholder", "credittext", "copyrightnotice", "author", "creator"))
_CREDIT_TAGS: Final = frozenset(("cite",))
_ENDING_TAGS: Final = frozenset(("span", "small", "cite", "div", "p", "label", "font", "time"))
"""Elements that set a credit apart; `em`, `i` and `a` set names of films apart as well."""
CLASS_CACHE: Final = 4096
"""Class names whose meaning is remembered: a site repeats them."""


def credit_texts(element: Any) -> tuple[str, ...]:
    """Texts of the outermost elements inside one that their names call credits, white space folded, in page order."""
    return tuple(_credit_texts(element))


def ending_text(element: Any) -> str | None:
    """The text of the element that ends another one, white space folded: None where plain text ends it."""
    last = element.last_child
    while last is not None and not _says_something(last):
        last = last.prev
    return _text(last) if last is not None and last.tag in _ENDING_TAGS else None


def called_credit(element: Any) -> bool:
    """Whether the innermost element around a text, or one around it that holds nothing more, is called a credit."""
    while element is not None and element.is_element_node and element.tag not in ("figure", "article", "body"):
        if _named(element):
            return element.tag != "figcaption" or "only" in (element.attributes.get("class") or "")
        if not _alone(element):
            return False
        element = element.parent
    return False


def _alone(element: Any) -> bool:
    """Whether an element has no neighbours that say or show anything."""
    for step in ("prev", "next"):
        node = getattr(element, step)
        while node is not None:
            if node.is_element_node or (node.is_text_node and not node.text_content.isspace()):
                return False
            node = getattr(node, step)
    return True


def _credit_texts(element: Any) -> Iterator[str]:
    node = element.first_child
    seen = 0
    while node is not None and seen < MAX_ELEMENTS:
        seen += 1
        deeper = None
        if node.is_element_node:
            if not (_named(node) or _names_author(node)):
                deeper = node.first_child
            elif text := _text(node):
                yield text
        node = deeper or _after(node, element.mem_id)


def _after(node: Any, end: int) -> Any | None:
    """The next node in page order that is not inside of this one, up to the end of an element."""
    while node is not None and node.mem_id != end:
        if node.next is not None:
            return node.next
        node = node.parent
    return None


def _named(node: Any) -> bool:
    if node.tag in _CREDIT_TAGS:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if (attributes.get("itemprop") or "").lower() in _CREDIT_PROPERTIES:
        return True
    classes = attributes.get("class")
    return bool(classes) and names_credit(classes)


def _names_author(node: Any) -> bool:
    classes = node.attributes.get("class")
    return bool(classes) and _AUTHOR_NAME.search(classes) is not None


@lru_cache(CLASS_CACHE)
def names_credit(classes: str) -> bool:
    """Whether a class attribute calls its element a picture's credit."""
    return _CREDIT_NAME.search(classes) is not None and _NO_CREDIT_NAME.search(classes) is None


def _says_something(node: Any) -> bool:
    if node.is_element_node:
        return not node.text().isspace() and bool(node.text())
    return node.is_text_node and not node.text_content.isspace()


def _text(node: Any) -> str | None:
    text = " ".join(node.text().split())
    return text if 0 < len(text) <= MAX_TEXT_CHARS else None
