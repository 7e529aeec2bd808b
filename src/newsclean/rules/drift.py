"""The notice that a rule no longer fits a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.html.selectors import MAX_DEPTH
from newsclean.model import Notice

if TYPE_CHECKING:
    from newsclean.model import Evidence


def rule_id(site: str, entry: str) -> str:
    """The name of an entry in `Removal.by`, in notices and in `Options.disable`."""
    return f"{site}/{entry}"


class Problem(NamedTuple):
    """Why a rule cannot be trusted on a page."""

    text: str
    figures: Evidence


def set_aside(site: str, entry: str, problem: Problem) -> Notice:
    """The notice that an entry, field or layout does not apply to this page."""
    rule = rule_id(site, entry)
    return Notice(
        kind="rule_drift",
        message=f"site rule {rule} is set aside on this page: {problem.text}",
        evidence={"rule": rule, **problem.figures},
    )


def too_deep(css: str) -> Problem:
    """A selector would take too long, since elements stand in one another so deep."""
    text = f"elements are nested more than {MAX_DEPTH} deep, and its selector {css!r} would take too long"
    return Problem(text, {"css": css, "max_depth": MAX_DEPTH})


def too_slow(pattern: str) -> Problem:
    """A pattern took more than its time."""
    return Problem(f"its pattern {pattern!r} takes too long", {"pattern": pattern})
