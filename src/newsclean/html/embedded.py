"""Stories that a page carries in its scripts and leaves to the browser to show.

Frameworks ship the story as HTML inside a string of JSON, some inside a second string within the first, others as a
template in a script, or in a `noscript` that no reader sees; publishers declare it as `articleBody` in JSON-LD.
Nothing is run: strings that hold paragraphs are unescaped, and the longest one wins.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.html import schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.html.document import Document
    from newsclean.html.structured import StructuredData

MIN_CHARS: Final = 400
"""Characters of a string, or of an `articleBody`, that may hold a story; shorter ones are summaries."""
MIN_BODY_CHARS: Final = 200
"""A shorter `articleBody` is a summary and no witness of the story."""
MAX_LAYERS: Final = 3
"""Strings inside one another: a framework's stream, a row of it, the story."""
MIN_PARAGRAPHS: Final = 3

_OPENING = re.compile(r"<(no)?script\b[^>]*+>?", re.IGNORECASE)
_CLOSING = re.compile("</(no)?script", re.IGNORECASE)
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)(?:"|\\?\Z)', re.DOTALL)
"""A string, or what would be one at the end: where it does not end, no second one is looked for inside it."""
_AFTER = re.compile(r"\s*(?:[,:;.+)\]}]|\Z)")
"""What follows a string of JSON or JavaScript, and no opening quotation mark of prose."""
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_ESCAPED = re.compile(r"<p|\\u003[cC]p")
_END: Final = "</p>"


class EmbeddedStory(NamedTuple):
    """A story that stands in no element of the page."""

    source: str
    """`jsonld:articleBody`, `script` or `noscript`."""
    content: str
    markup: bool
    """Whether `content` is HTML, or plain text."""


def article_body(structured: StructuredData) -> str | None:
    """The longest `articleBody` or `text` that the page declares for its story, if it is long enough to be one."""
    bodies = (_body(node) for node in schema.articles(structured.jsonld))
    longest = max(bodies, key=len, default="")
    return longest if len(longest) >= MIN_BODY_CHARS else None


def _body(node: Mapping[str, object]) -> str:
    value = node.get("articleBody") or node.get("text")
    if isinstance(value, list):
        value = "\n".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def embedded_story(document: Document) -> EmbeddedStory | None:
    """The story in a page's scripts, or None; asked only where the page shows none, for it reads all scripts."""
    declared = article_body(document.structured) or ""
    source, found = max(_fragments(document.html), key=lambda one: len(one[1]), default=("", ""))
    if len(found) > max(len(declared), MIN_CHARS):
        return EmbeddedStory(source, found, markup=True)
    if len(declared) >= MIN_CHARS:
        return EmbeddedStory("jsonld:articleBody", declared, markup=_PARAGRAPH.search(declared) is not None)
    return None


def _fragments(html: str) -> Iterator[tuple[str, str]]:
    """The runs of paragraphs that no element shows, each with where it stands."""
    for source, content in _scripts(html):
        if source == "noscript" or content.lstrip().startswith("<"):
            yield source, _paragraphs(content)
        elif _ESCAPED.search(content):
            yield from ((source, text) for text in _in_strings(content, MAX_LAYERS))


def _scripts(html: str) -> Iterator[tuple[str, str]]:
    """What stands in each `script` and `noscript` of a page; one that does not end is none."""
    at = 0
    while opening := _OPENING.search(html, at):
        at = opening.end()
        closing = _CLOSING.search(html, at)
        while closing is not None and closing[1] is None and opening[1] is not None:  # a script inside of noscript
            closing = _CLOSING.search(html, closing.end())
        if closing is None:
            return
        yield ("noscript" if opening[1] else "script"), html[at : closing.start()]
        at = closing.end()


def _in_strings(source: str, layers: int) -> Iterator[str]:
    for string in _STRING.finditer(source):
        if len(string[1]) < MIN_CHARS or not _ESCAPED.search(string[1]) or not _AFTER.match(source, string.end()):
            continue
        try:
            text = json.loads(string[0], strict=False)
        except ValueError:  # a string of JavaScript that is none of JSON
            continue
        whole = _paragraphs(text)
        inner = list(_in_strings(text, layers - 1)) if layers > 1 else []
        if 2 * sum(map(len, inner)) >= len(whole):  # not the markup itself, but JSON that has it in strings of its own
            yield from inner
        else:
            yield whole


def _paragraphs(text: str) -> str:
    """From the first paragraph of a text to the last; "" where there are too few."""
    first = _PARAGRAPH.search(text)
    last = text.rfind(_END)
    if first is None or last < first.start() or text.count(_END) < MIN_PARAGRAPHS:
        return ""
    return text[first.start() : last + len(_END)]
