"""Positions among siblings: predicates as `[2]`, `[last()]` and `[position() < 3]`, and the selectors for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.rules.importing.css import ANY
from newsclean.rules.importing.xpath import Call, Number, Operation

if TYPE_CHECKING:
    from newsclean.rules.importing.xpath import Expression

_OPPOSITE: Final = {"=": "=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


class Position(NamedTuple):
    """Which of several: `from_end` counts from the last, `operator` is how places compare with `number`."""

    operator: str
    number: int
    from_end: bool = False


FIRST: Final = Position("=", 1)
"""`[1]`."""


def split(
    predicates: tuple[Expression, ...],
) -> tuple[tuple[Expression, ...], Position | None, tuple[Expression, ...]]:
    """Predicates before the first position, the position, and those behind it."""
    for index, predicate in enumerate(predicates):
        position = position_of(predicate)
        if position:
            return predicates[:index], position, predicates[index + 1 :]
    return predicates, None, ()


def position_of(predicate: Expression) -> Position | None:
    """The position that a predicate asks for, or None when it asks for something else."""
    place = _place(predicate)
    if place:
        return Position("=", *place)
    if isinstance(predicate, Operation) and predicate.operator in _OPPOSITE:
        left, right = predicate.left, predicate.right
        if _is_position(left) and (place := _place(right)):
            return Position(predicate.operator, *place)
        if _is_position(right) and (place := _place(left)):
            return Position(_OPPOSITE[predicate.operator], *place)
    return None


def _is_position(expression: Expression) -> bool:
    return expression == Call("position", ())


def _place(expression: Expression) -> tuple[int, bool] | None:
    """A number, counted from the start or, as `last()` and `last()-1`, from the end."""
    if isinstance(expression, Number) and expression.value >= 1:
        return int(expression.value), False
    if expression == Call("last", ()):
        return 1, True
    if isinstance(expression, Operation) and expression.operator == "-" and expression.left == Call("last", ()):
        back = _place(expression.right)
        return (back[0] + 1, True) if back and not back[1] else None
    return None


def nth(test: str, position: Position) -> str:
    """The condition on the place among the siblings that match a compound."""
    operator, number, from_end = position
    if from_end and operator != "=":
        operator = _OPPOSITE[operator]
    steps = {
        "=": f"{number}",
        "<": f"-n+{number - 1}",
        "<=": f"-n+{number}",
        ">": f"n+{number + 1}",
        ">=": f"n+{number}",
    }
    last = "last-" * from_end
    if test == ANY:
        return f":nth-{last}child({steps[operator]})"
    if test.isalnum():
        return f":nth-{last}of-type({steps[operator]})"
    return f":nth-{last}child({steps[operator]} of {test})"
