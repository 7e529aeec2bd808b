"""Paths of XPath to CSS: the selector that matches the same elements, or the reason why there is none.

Selectors are those of Lexbor: CSS with `:has()`, `:is()`, `:not()`, `:nth-child(n of ...)`, and `:lexbor-contains()`
for an element's own text. A selector grows from left to right with the steps of a path; a step that leads back, as
`parent::div`, is written the other way round: `div:has(> ...)`.

Where the two differ the selector matches less: of `ancestor::div[1]` only elements without another such element inside.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.rules.importing.comparisons import Comparison, read_comparison
from newsclean.rules.importing.css import ANY, UnsupportedError, attribute, either
from newsclean.rules.importing.positions import FIRST, nth, position_of, split
from newsclean.rules.importing.xpath import EVERYWHERE, Call, Operation, Path, Step, Union

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.rules.importing.positions import Position
    from newsclean.rules.importing.xpath import Expression

_NODE: Final = "node()"
_DOWN: Final = {"child": "> ", "descendant": "", "following-sibling": "~ "}
"""Axes that CSS walks too, with what stands before the next compound."""
_UP: Final = {"parent": "> ", "ancestor": "", "preceding-sibling": "~ "}
"""Axes that are walked from the other end, with what stands before the element that was left."""


class Nodes(NamedTuple):
    """The elements of a path so far."""

    css: str
    simple: bool = False
    """Whether the selector is one compound, so that it can be used anywhere."""

    @property
    def compound(self) -> str:
        """The selector as one compound."""
        return self.css if self.simple else f":is({self.css})"


def elements(path: Path) -> str:
    """The selector of the elements at the end of a path.

    Raises:
        UnsupportedError: there is none; the message says why.
    """
    nodes = None if path.start is None else Nodes(_started(path.start, path.filters))
    return _walk(nodes, path.steps).css


def _started(start: Expression, filters: tuple[Expression, ...]) -> str:
    parts = start.parts if isinstance(start, Union) else (start,)
    selectors = [elements(part) for part in parts if isinstance(part, Path)]
    if len(selectors) < len(parts):
        message = "a path that starts at something that is no element"
        raise UnsupportedError(message)
    if any(position_of(predicate) for predicate in filters):
        message = "CSS cannot say: the n-th of all that match on the page"
        raise UnsupportedError(message)
    return f"{either(*selectors)}{_conditions(filters, ANY)}" if filters or len(selectors) > 1 else selectors[0]


def _walk(nodes: Nodes | None, steps: Sequence[Step]) -> Nodes:
    everywhere = False
    for step in steps:
        if step == EVERYWHERE:
            everywhere = True
            continue
        if step.axis == "self" and not everywhere and nodes is not None:
            nodes = Nodes(_joined(nodes.compound, _test(step), _of_one(step.predicates)), simple=True)
            continue
        if everywhere and step.axis != "child":
            message = f"CSS cannot say: //{step.axis}::"
            raise UnsupportedError(message)
        axis = "descendant" if everywhere else step.axis
        nodes = _next(nodes, replace(step, axis=axis), of_parent=step.axis == "child")
        everywhere = False
    if nodes is None or everywhere:
        message = "no element is named"
        raise UnsupportedError(message)
    return nodes


def _next(nodes: Nodes | None, step: Step, *, of_parent: bool) -> Nodes:
    """The elements one step further.

    Args:
        nodes: where the step starts; None for the page itself.
        step: with the axis that is walked.
        of_parent: whether positions count the children of one parent.
    """
    before, position, after = split(step.predicates)
    test = _compound(_test(step), before)
    if step.axis not in _DOWN and step.axis not in _UP:
        message = f"CSS has no {step.axis}::"
        raise UnsupportedError(message)
    if of_parent:
        if nodes is None and position and test == ANY:
            message = (
                "CSS cannot say: the n-th of any element, anywhere"  # parsers count the doctype as the root's sibling
            )
            raise UnsupportedError(message)
        css = _compound(f"{test}{nth(test, position)}" if position else test, after)
        return Nodes(css, simple=True) if nodes is None else Nodes(f"{nodes.css} {_DOWN[step.axis]}{css}")
    if nodes is None:
        message = f"a path that starts with {step.axis}::"
        raise UnsupportedError(message)
    if position and (step.axis != "parent" or position != FIRST):  # there is one parent
        return _nearest(nodes, step.axis, test, position, _conditions(after, test))
    css = _compound(test, after)
    if step.axis in _DOWN:
        return Nodes(f"{nodes.css} {_DOWN[step.axis]}{css}")
    return Nodes(_suffixed(css, f":has({_UP[step.axis]}{nodes.compound})"), simple=True)


def _nearest(nodes: Nodes, axis: str, test: str, position: Position, after: str) -> Nodes:
    """The first element of an axis, as seen from where the step starts."""
    if position != FIRST or axis == "descendant":
        message = f"CSS cannot say: the n-th of {axis}::"
        raise UnsupportedError(message)
    was = nodes.compound
    if axis == "following-sibling":
        near = f"{was} + {ANY}" if test == ANY else f"{was} ~ {_suffixed(test, f':not({was} ~ {test} ~ {test})')}"
        return Nodes(_suffixed(near, after))
    if axis == "preceding-sibling" and test == ANY:
        return Nodes(_suffixed(ANY, f":has(+ {was}){after}"), simple=True)
    walk = _UP[axis]
    return Nodes(_suffixed(test, f":has({walk}{was}):not(:has({walk}{test} {walk}{was})){after}"), simple=True)


def _test(step: Step) -> str:
    if step.test == _NODE:
        return ANY
    if step.test.endswith("()"):
        message = f"{step.test} is no element"
        raise UnsupportedError(message)
    if ":" in step.test:
        message = f"CSS cannot name the element {step.test}"
        raise UnsupportedError(message)
    return step.test


def _compound(test: str, predicates: Sequence[Expression]) -> str:
    for predicate in predicates:
        test = _suffixed(test, _condition(predicate, test))
    return test


def _conditions(predicates: Sequence[Expression], test: str) -> str:
    return _compound(ANY, predicates).removeprefix(ANY) if test == ANY else _compound(test, predicates)[len(test) :]


def _of_one(predicates: Sequence[Expression]) -> list[Expression]:
    """Predicates on a step that leads to one element: the first position is that of all."""
    others = [predicate for predicate in predicates if position_of(predicate) != FIRST]
    if any(map(position_of, others)):
        message = "CSS cannot say: the n-th of self::"
        raise UnsupportedError(message)
    return others


def _joined(compound: str, test: str, predicates: Sequence[Expression]) -> str:
    known = test == ANY or re.match(rf"{re.escape(test)}(?![\w-])", compound)
    named = compound if known else f"{compound}:is({test})"
    return f"{named}{_conditions(predicates, ANY)}"


def _suffixed(test: str, suffix: str) -> str:
    """A compound with more behind it; `*` in front of something need not be written."""
    if not suffix:
        return test
    return suffix if test == ANY else f"{test}{suffix}"


def _condition(predicate: Expression, test: str) -> str:
    """What stands behind a compound so that it matches only where a predicate holds.

    Args:
        predicate: the predicate.
        test: the compound so far, over whose siblings positions count.
    """
    position = position_of(predicate)
    if position:
        return nth(test, position)
    comparison = read_comparison(predicate)
    if comparison:
        return _compared(comparison)
    if isinstance(predicate, Path):
        return _exists(predicate)
    if isinstance(predicate, Union):
        return either(*(_condition(part, test) for part in predicate.parts))
    if isinstance(predicate, Operation):
        return _operation(predicate, test)
    if isinstance(predicate, Call) and predicate.name == "not" and len(predicate.arguments) == 1:
        return f":not({_condition(predicate.arguments[0], test)})"
    wanted = f"{predicate.name}()" if isinstance(predicate, Call) else "a value alone"
    message = f"CSS cannot ask for {wanted}"
    raise UnsupportedError(message)


def _operation(predicate: Operation, test: str) -> str:
    if predicate.operator in ("and", "or"):
        left, right = _condition(predicate.left, test), _condition(predicate.right, test)
        return f"{left}{right}" if predicate.operator == "and" else either(left, right)
    if predicate.operator == "!=":
        equal = read_comparison(replace(predicate, operator="="))
        if equal and equal.subject.attribute and not equal.subject.steps:
            return f"{attribute(equal.subject.attribute)}:not({equal.css()})"
    message = f"CSS cannot compare with {predicate.operator}"
    raise UnsupportedError(message)


def _compared(comparison: Comparison) -> str:
    steps, css = comparison.subject.steps, comparison.css()
    return css if not steps else _exists(Path(steps), css)


def _exists(path: Path, last: str = "") -> str:
    """The condition that a path from the element at hand leads somewhere.

    Args:
        path: from the element.
        last: condition on what it leads to.
    """
    if path.absolute or path.start is not None:
        message = "a condition on another place of the page"
        raise UnsupportedError(message)
    *steps, end = path.steps
    if end.axis == "attribute" and not end.predicates:
        last = f"{attribute(end.test)}{last}"
    else:
        steps.append(end)
    if not steps:
        return last
    first = steps[0]
    if first.axis in _UP or (first.axis == "self" and len(steps) == 1):
        return _led_back(steps, last)
    return f":has({_suffixed(_relative(steps), last)})"


def _led_back(steps: Sequence[Step], last: str) -> str:
    """Conditions on what stands around or before an element."""
    (step, *more), walk = steps, _UP.get(steps[0].axis, "")
    before, position, after = split(step.predicates)
    if more or position not in (None, FIRST) or (position and step.axis == "ancestor"):
        message = f"CSS cannot ask for a path that starts with {step.axis}::"
        raise UnsupportedError(message)
    css = _suffixed(_compound(_compound(_test(step), before), after), last)
    if step.axis == "self":
        return f":is({css})"
    if position and step.axis == "preceding-sibling":
        if before or step.test != ANY:
            message = "CSS cannot ask for the nearest sibling of a kind"
            raise UnsupportedError(message)
        walk = "+ "
    return f":is({css} {walk}{ANY})"


def _relative(steps: Sequence[Step]) -> str:
    """The selector inside of `:has()`."""
    css, everywhere = "", False
    for step in steps:
        if step == EVERYWHERE:
            everywhere = True
            continue
        if step.axis == "self" and step.test == _NODE and not step.predicates and not css:
            continue
        if step.axis not in _DOWN or (everywhere and step.axis != "child"):
            message = f"CSS cannot ask for {step.axis}:: inside of a condition"
            raise UnsupportedError(message)
        before, position, after = split(step.predicates)
        walk = "" if everywhere else _DOWN[step.axis]
        test = _compound(_test(step), before)
        if position and step.axis == "following-sibling":
            if position != FIRST or test != ANY:
                message = "CSS cannot ask for the nearest sibling of a kind"
                raise UnsupportedError(message)
            walk = "+ "
        elif position:
            test = f"{test}{nth(test, position)}"
        css = f"{css} {walk}{_compound(test, after)}".strip()
        everywhere = False
    if not css or everywhere:
        message = "a condition on no element"
        raise UnsupportedError(message)
    return css
