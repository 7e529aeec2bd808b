"""A site's next redesign, by program: the same story in other clothes."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_STANDARD: Final = re.compile(
    r"og:|article:|twitter:|fb:|description$|keywords$|author$|title$|viewport$|robots$|generator$", re.IGNORECASE
)
"""Names of meta tags that every publishing system writes; those of one system go with it."""


def renamed(tree: Any) -> None:
    """New names for all classes, ids, `data-` attributes and the meta tags of one system; nothing in them tells anything."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in list(element.attrib.items()):
            if name in ("class", "id"):
                element.set(name, " ".join(map(_token, value.split())))
            elif name.startswith("data-"):
                del element.attrib[name]
                element.set(f"data-{_token(name)}", value)
            elif name in ("name", "property") and element.tag == "meta" and not _STANDARD.match(value):
                element.set(name, _token(value))


def footer_moved(tree: Any) -> None:
    """What stood behind the story, in the story's own box, now stands at the end of the page."""
    story = _story(tree)
    box = tree.find(".//body").makeelement("div", {"class": "closing"})
    for element in list(story.itersiblings()):
        box.append(element)
    tree.find(".//body").append(box)


def wrapped(tree: Any) -> None:
    """One more element around the page, and one around each child of the story."""
    body, story = tree.find(".//body"), _story(tree)
    for parent in (story, body):
        children = list(parent)
        around = [parent.makeelement("div", {"class": "shell"}) for _ in (children if parent is story else [parent])]
        for child, box in zip(children, around * len(children), strict=False):
            box.append(child)
        for box in around:
            parent.append(box)


def everything(tree: Any) -> None:
    """All of it at once."""
    for change in (footer_moved, wrapped, renamed):
        change(tree)


CHANGES: Final[Mapping[str, Callable[[Any], None]]] = {
    "renamed": renamed,
    "footer moved": footer_moved,
    "wrapped": wrapped,
    "all at once": everything,
}


def redesign(html: str, change: Callable[[Any], None]) -> str:
    """The page after a change."""
    import lxml.html

    tree = lxml.html.document_fromstring(html)
    change(tree)
    return str(lxml.html.tostring(tree, encoding="unicode", doctype="<!doctype html>"))


def _story(tree: Any) -> Any:
    """The element with most text in paragraphs of its own."""
    return max(tree.iter("div", "article", "main", "section", "td", "body"), key=_own_words)


def _own_words(element: Any) -> int:
    return sum(len(child.text_content().split()) for child in element if child.tag == "p")


def _token(name: str) -> str:
    return f"k{sha256(name.encode()).hexdigest()[:5]}"
