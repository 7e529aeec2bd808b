"""What one XPath of a rule aims at: elements that go, the element of the story, or the value of a field."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from newsclean.rules.importing.comparisons import read_comparison
from newsclean.rules.importing.css import UnsupportedError
from newsclean.rules.importing.selectors import elements
from newsclean.rules.importing.xpath import Call, Literal, Number, Operation, Path, Step, Union, parse
from newsclean.rules.patterns import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.rules.importing.xpath import Expression

_META: Final = re.compile(r'meta\[(?:name|property|itemprop)="([^"\\]+)"\]')
_ANCHORS: Final = {"=": "^{}$", "starts-with": "^{}", "ends-with": "{}$"}
_CUTS: Final = ("substring-after", "substring-before")
_SAME: Final = ("normalize-space", "string")
_FIRST: Final = (Number(1.0),)


class Target(NamedTuple):
    """Elements, and perhaps the text that they must have."""

    css: str
    text: str | None = None
    """Pattern."""


def targets(xpath: str) -> tuple[Target, ...]:
    """The elements that an XPath selects, one target for each path of a union.

    What the last element's text must be becomes a pattern.

    Raises:
        ValueError: the XPath cannot be read, or cannot be said in CSS; the message says why.
    """
    return tuple(_target(part) for part in _parts(parse(xpath)))


def body(xpath: str) -> str:
    """The selector of the elements that an XPath selects.

    Raises:
        ValueError: as above.
    """
    return ", ".join(elements(_path(part)) for part in _parts(parse(xpath)))


def sources(xpath: str, *, single: bool) -> tuple[str, ...]:
    """The sources of a field that give what an XPath does, in order.

    Args:
        xpath: of an element, an attribute, or a part of the text of either.
        single: whether the field has one value, so that "the first of all" need not be said.

    Raises:
        ValueError: as above.
    """
    return tuple(_source(part, single=single) for part in _parts(parse(xpath)))


def _parts(expression: Expression) -> tuple[Expression, ...]:
    return expression.parts if isinstance(expression, Union) else (expression,)


def _path(expression: Expression) -> Path:
    if not isinstance(expression, Path):
        message = "it selects no elements"
        raise UnsupportedError(message)
    return expression


def _target(expression: Expression) -> Target:
    path = _path(expression)
    if not path.steps:
        return Target(elements(path))
    *before, last = path.steps
    terms = [term for predicate in last.predicates for term in _terms(predicate)]
    wanted = [(term, _pattern(term)) for term in terms]
    patterns = [pattern for _, pattern in wanted if pattern]
    if len(patterns) != 1:
        return Target(elements(path))
    others = tuple(term for term, pattern in wanted if not pattern)
    return Target(elements(replace(path, steps=(*before, replace(last, predicates=others)))), patterns[0])


def _terms(predicate: Expression) -> Iterator[Expression]:
    """The conditions that a predicate joins by `and`."""
    if isinstance(predicate, Operation) and predicate.operator == "and":
        yield from _terms(predicate.left)
        yield from _terms(predicate.right)
    else:
        yield predicate


def _pattern(term: Expression) -> str | None:
    """The pattern of a condition on the whole text, which no selector can say."""
    try:
        comparison = read_comparison(term)
    except UnsupportedError:
        return None
    if comparison is None or not comparison.of_text or comparison.how not in _ANCHORS:
        return None
    any_case = "(?i)" if comparison.subject.any_case else ""
    return any_case + _ANCHORS[comparison.how].format(_escaped(fold(comparison.value)))


def _source(expression: Expression, *, single: bool) -> str:
    inner, cuts = _uncut(expression)
    if isinstance(inner, Literal):
        message = "a fixed text, not a place on the page"
        raise UnsupportedError(message)
    path = _path(inner)
    if single and path.start is not None and path.filters == _FIRST:
        path = replace(path, filters=())
    source = _place(path)
    return f"{source} =~ {_cut(cuts)}" if cuts else source


def _place(path: Path) -> str:
    *before, last = path.steps or (Step("self", "node()"),)
    if last.test == "text()" and last.axis == "child" and not last.predicates:
        return elements(replace(path, steps=tuple(before)))
    if last.axis != "attribute":
        return elements(path)
    css = elements(replace(path, steps=tuple(before)))
    meta = _META.fullmatch(css) if last.test == "content" else None
    return f"meta:{meta[1]}" if meta else f"{css}@{last.test}"


def _uncut(expression: Expression) -> tuple[Expression, list[tuple[str, str]]]:
    """The innermost thing that is cut, and the cuts from the inside out."""
    if not isinstance(expression, Call):
        return expression, []
    arguments = expression.arguments
    if expression.name in _SAME and len(arguments) == 1:
        return _uncut(arguments[0])
    if expression.name in _CUTS and len(arguments) == 2 and isinstance(arguments[1], Literal):  # noqa: PLR2004 - text, cut
        inner, cuts = _uncut(arguments[0])
        return inner, [*cuts, (expression.name, arguments[1].value)]
    message = f"{expression.name}() has no counterpart"
    raise UnsupportedError(message)


def _cut(cuts: list[tuple[str, str]]) -> str:
    """The pattern that cuts a text: behind some words, before others."""
    before, after = "", ""
    for name, words in cuts:
        escaped = _escaped(" ".join(re.split(r"\s+", words)))
        if name == "substring-before":
            after = escaped
        else:
            before = f"{before}.*?{escaped}" if before else escaped
    return f"{before or '^'}(?P<value>.*{'?' * bool(after)}){after}"


def _escaped(words: str) -> str:
    return regex.escape(words, special_only=True, literal_spaces=True)
