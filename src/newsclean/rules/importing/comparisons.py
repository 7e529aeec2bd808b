"""Comparisons of XPath in one form, however they are written: what is compared, how, and with what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from newsclean.rules.importing.css import UnsupportedError, all_text, attribute, own_text
from newsclean.rules.importing.xpath import Call, Operation, Path, Step
from newsclean.rules.importing.xpath import Literal as Text

if TYPE_CHECKING:
    from newsclean.rules.importing.xpath import Expression

How: TypeAlias = Literal["=", "contains", "starts-with", "ends-with"]

TESTS: Final[dict[str, How]] = {"contains": "contains", "starts-with": "starts-with", "ends-with": "ends-with"}
"""Functions that compare; the last is of XPath 2, and some rules use it."""
_OPERATORS: Final[dict[How, str]] = {"=": "=", "contains": "*=", "starts-with": "^=", "ends-with": "$="}
_TEXT: Final = Step("child", "text()")
_SELF: Final = Step("self", "node()")
_PADDED: Final = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared."""

    steps: tuple[Step, ...]
    """From the node at hand to the element; empty for itself."""
    attribute: str = ""
    """The attribute of that element; without one its text."""
    own: bool = False
    """Of the text only what is not in elements inside of it."""
    any_case: bool = False
    padded: bool = False
    """Between spaces, so that whole words can be asked for."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison with a string."""

    subject: Subject
    how: How
    value: str

    @property
    def of_text(self) -> bool:
        """Whether it is about the text of the node at hand."""
        return not self.subject.attribute and not self.subject.steps

    def css(self) -> str:
        """The selector for an element that compares so; the steps to it are not looked at.

        Raises:
            UnsupportedError: there is none.
        """
        subject, value = self.subject, self.value
        if subject.attribute:
            if subject.padded and value.strip() != value:
                return self._word()
            return attribute(subject.attribute, _OPERATORS[self.how], value, any_case=subject.any_case)
        if self.how != "contains":
            message = f"CSS cannot say that a text {'is' if self.how == '=' else 'starts or ends with'} {value!r}"
            raise UnsupportedError(message)
        return (own_text if subject.own else all_text)(value.strip(), any_case=subject.any_case)

    def _word(self) -> str:
        """The test for a class among others: `contains(concat(' ', @class, ' '), ' name ')`."""
        subject, word = self.subject, self.value.strip()
        whole = self.how == "contains" and self.value == f" {word} " and " " not in word
        operator = "~=" if whole else "*="  # half of a word, or several: less exact, as it was meant
        return attribute(subject.attribute, operator, word, any_case=subject.any_case)


def read_comparison(expression: Expression) -> Comparison | None:
    """The comparison that an expression is, or None when it is none.

    Raises:
        UnsupportedError: it compares what cannot be compared here.
    """
    if isinstance(expression, Call) and expression.name in TESTS:
        if len(expression.arguments) != len(("subject", "value")):
            message = f"{expression.name}() takes two things"
            raise UnsupportedError(message)
        return _comparison(*expression.arguments, how=TESTS[expression.name])
    if isinstance(expression, Operation) and expression.operator == "=":
        left, right = expression.left, expression.right
        return _comparison(right, left, how="=") if isinstance(left, Text) else _comparison(left, right, how="=")
    return None


def _comparison(subject: Expression, value: Expression, *, how: How) -> Comparison:
    if not isinstance(value, Text):
        message = "a comparison with something that is no string"
        raise UnsupportedError(message)
    compared = Comparison(_subject(subject), how, value.value)
    if not value.value.strip() and (how != "=" or not compared.subject.attribute):
        message = "a comparison with an empty string"
        raise UnsupportedError(message)
    return compared


def _subject(expression: Expression) -> Subject:
    if isinstance(expression, Path) and not expression.absolute and expression.start is None:
        return _of_path(expression.steps)
    if isinstance(expression, Call):
        return _of_call(expression)
    message = "a comparison of something that is no attribute and no text"
    raise UnsupportedError(message)


def _of_path(steps: tuple[Step, ...]) -> Subject:
    if steps in ((_SELF,), ()):
        return Subject(())
    *before, last = steps
    if last.axis == "attribute" and not last.predicates:
        return Subject(tuple(before), attribute=last.test)
    if last == _TEXT:
        return Subject(tuple(before), own=True)
    return Subject(steps)


def _of_call(call: Call) -> Subject:
    arguments = call.arguments
    if call.name in ("string", "normalize-space", "lower-case", "upper-case", "translate"):
        subject = _subject(arguments[0]) if arguments else Subject(())
        return replace(subject, any_case=subject.any_case or call.name in ("lower-case", "upper-case", "translate"))
    if call.name == "concat" and len(arguments) == _PADDED and arguments[0] == arguments[2] == Text(" "):
        return replace(_subject(arguments[1]), padded=True)
    message = f"{call.name}() is compared"
    raise UnsupportedError(message)
