"""Reads an XPath 1.0 expression into a tree; what it means as a selector is told in `selectors`.

The grammar is that of https://www.w3.org/TR/xpath-10/, without variables and multiplication, which no rule uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH: Final = 40
"""Brackets in brackets; the deepest of 8,107 expressions of ftr-site-config has five."""

_PIECE: Final = re.compile(
    r"""\s*(?:
      (?P<literal>"[^"]*"|'[^']*')
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<symbol>//|::|\.\.|!=|<=|>=|[/()\[\]@,|=<>.*+$-])
    | (?P<name>[^\W\d][\w.-]*(?::(?!:)[^\W\d][\w.-]*)?)
    )""",
    re.VERBOSE,
)
_AXES: Final = frozenset(
    (
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    )
)
_NODE_TYPES: Final = frozenset(("text", "node", "comment", "processing-instruction"))
_COMPARISONS: Final = frozenset(("=", "!=", "<", "<=", ">", ">="))
_SUMS: Final = frozenset(("+", "-"))
_QUOTES: Final = ('"', "'")


class XPathError(ValueError):
    """Not an XPath expression, or one with parts that are not read; the message says which."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A string."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    value: float


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions and what stands between them: `and`, `or`, a comparison, `+` or `-`."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    axis: str
    test: str
    """A name, `*`, or a node type as `text()`."""
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from somewhere."""

    steps: tuple[Step, ...]
    absolute: bool = False
    """From the root of the page; else from the node at hand."""
    start: Expression | None = None
    """From the nodes of another expression, as in `(//p)[1]/a`."""
    filters: tuple[Expression, ...] = ()
    """Predicates on all nodes of `start` together."""


@dataclass(frozen=True, slots=True)
class Union:
    """All nodes of several paths."""

    parts: tuple[Expression, ...]


Expression: TypeAlias = Literal | Number | Call | Operation | Path | Union

EVERYWHERE: Final = Step("descendant-or-self", "node()")
"""What `//` stands for."""


def parse(text: str) -> Expression:
    """The tree of an expression.

    Raises:
        XPathError: it cannot be read.
    """
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._pieces = _pieces(text)
        self._at = 0
        self._depth = 0

    def parse(self) -> Expression:
        found = self._or()
        if self._peek():
            message = f"{self._peek()!r} is not expected here"
            raise XPathError(message)
        return found

    def _or(self) -> Expression:
        return self._operations(self._and, frozenset(("or",)))

    def _and(self) -> Expression:
        return self._operations(self._comparison, frozenset(("and",)))

    def _comparison(self) -> Expression:
        return self._operations(self._sum, _COMPARISONS)

    def _sum(self) -> Expression:
        return self._operations(self._union, _SUMS)

    def _operations(self, inner: Callable[[], Expression], operators: frozenset[str]) -> Expression:
        left = inner()
        while self._peek() in operators:
            operator = self._next()
            left = Operation(operator, left, inner())
        return left

    def _union(self) -> Expression:
        parts = [self._path()]
        while self._peek() == "|":
            self._next()
            parts.append(self._path())
        return parts[0] if len(parts) == 1 else Union(tuple(parts))

    def _path(self) -> Expression:
        piece = self._peek()
        if piece == "(" or piece.startswith(_QUOTES) or piece[:1].isdigit() or self._is_call():
            start = self._primary()
            filters = self._predicates()
            if filters or self._peek() in ("/", "//"):
                return Path(self._steps(), start=start, filters=filters)
            return start
        if piece in ("/", "//"):
            return Path(self._steps(), absolute=True)
        return Path((self._step(), *self._steps()))

    def _is_call(self) -> bool:
        return self._peek(1) == "(" and self._peek()[:1].isalpha() and self._peek() not in _NODE_TYPES

    def _primary(self) -> Expression:
        piece = self._next()
        if piece == "(":
            return self._closed(self._or, ")")
        if piece.startswith(_QUOTES):
            return Literal(piece[1:-1])
        if piece[:1].isdigit():
            return Number(float(piece))
        self._expect("(")
        return Call(piece, self._arguments())

    def _arguments(self) -> tuple[Expression, ...]:
        if self._peek() == ")":
            self._next()
            return ()
        found = [self._nested(self._or)]
        while self._peek() == ",":
            self._next()
            found.append(self._nested(self._or))
        self._expect(")")
        return tuple(found)

    def _steps(self) -> tuple[Step, ...]:
        found: list[Step] = []
        while self._peek() in ("/", "//"):
            if self._next() == "//":
                found.append(EVERYWHERE)
            found.append(self._step())
        return tuple(found)

    def _step(self) -> Step:
        piece = self._next()
        if piece in (".", ".."):
            return Step("self" if piece == "." else "parent", "node()")
        axis = "child"
        if piece == "@":
            axis, piece = "attribute", self._next()
        elif self._peek() == "::":
            if piece not in _AXES:
                message = f"there is no axis {piece!r}"
                raise XPathError(message)
            self._next()
            axis, piece = piece, self._next()
        if piece in _NODE_TYPES and self._peek() == "(":
            self._next()
            self._expect(")")
            piece = f"{piece}()"
        elif piece != "*" and not piece[:1].isalpha() and not piece.startswith("_"):
            message = f"{piece!r} is no name" if piece else "it breaks off"
            raise XPathError(message)
        return Step(axis, piece, self._predicates())

    def _predicates(self) -> tuple[Expression, ...]:
        found: list[Expression] = []
        while self._peek() == "[":
            self._next()
            found.append(self._closed(self._or, "]"))
        return tuple(found)

    def _closed(self, inner: Callable[[], Expression], end: str) -> Expression:
        found = self._nested(inner)
        self._expect(end)
        return found

    def _nested(self, inner: Callable[[], Expression]) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            message = f"brackets are nested more than {MAX_DEPTH} deep"
            raise XPathError(message)
        found = inner()
        self._depth -= 1
        return found

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._pieces[at] if at < len(self._pieces) else ""

    def _next(self) -> str:
        piece = self._peek()
        self._at += 1
        return piece

    def _expect(self, piece: str) -> None:
        found = self._next()
        if found != piece:
            message = f"{piece!r} is missing before {found!r}" if found else f"{piece!r} is missing at the end"
            raise XPathError(message)


def _pieces(text: str) -> list[str]:
    found: list[str] = []
    at, text = 0, text.strip()
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            message = f"{text[at:].strip()[:20]!r} cannot be read"
            raise XPathError(message)
        found.append(match[0].strip())
        at = match.end()
    return found
