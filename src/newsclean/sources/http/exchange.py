"""The language between the decisions and those who carry them out.

The decisions are generators (`flow`): they yield actions and are sent events. The two fetchers carry the actions out,
one blocking, one awaiting, and decide nothing.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    import httpx

    from newsclean.errors import FetchReason


class Send(NamedTuple):
    """Send a request and wait for the head of the answer; an answer before it is closed.

    Event: Answer or Failure; None when only a stored answer is wanted and there is none.
    """

    url: httpx.URL
    headers: tuple[tuple[str, str], ...]
    timeout: float
    """Seconds."""
    cached_only: bool = False
    """Whether nothing may be sent: the answer is to come from the HTTP cache."""


class Read(NamedTuple):
    """Read the next piece of the body, as it came. Event: bytes, None at the end, or Failure."""

    timeout: float
    """Seconds."""


class Wait(NamedTuple):
    """Do nothing for a while. Event: None."""

    seconds: float


class Answer(NamedTuple):
    """The head of an answer."""

    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in order."""
    from_cache: bool = False
    """Whether the HTTP cache gave it, confirmed by the server or not."""

    def header(self, name: str) -> str | None:
        """The first header of that name (in lower case), or None."""
        return next((value for key, value in self.headers if key == name), None)


class Failure(NamedTuple):
    """There was no answer, or it broke off."""

    reason: FetchReason
    message: str
    again: bool = False
    """Whether trying again may help."""


Action: TypeAlias = Send | Read | Wait
Event: TypeAlias = Answer | Failure | bytes | None
T = TypeVar("T")
Flow: TypeAlias = Generator[Action, Event, T]
