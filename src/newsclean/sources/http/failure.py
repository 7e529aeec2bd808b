"""What went wrong on the network, in the words of the contract."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Final

import httpx

from newsclean.sources.http.exchange import Failure
from newsclean.sources.http.network import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

NETWORK_ERRORS: Final = (httpx.HTTPError, httpx.StreamError, Refused, TimeoutError)
"""All that a transport may raise."""
_HEADERS_TOO_LARGE: Final = 431


def failure(error: Exception) -> Failure:
    """The failure that an error of the transport means."""
    if isinstance(error, Refused):
        return Failure(error.reason, str(error))
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return Failure("timed_out", "the server did not answer in time")
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            why = getattr(cause, "verify_message", "") or getattr(cause, "reason", "") or cause
            return Failure("tls", f"no secure connection ({why})")
        if getattr(cause, "error_status_hint", None) == _HEADERS_TOO_LARGE:  # h11, after 100 KiB without an end
            return Failure("too_large", "the headers are longer than any page's")
    return Failure("connect", f"no connection ({str(error) or type(error).__name__})", again=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came from, outermost first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
