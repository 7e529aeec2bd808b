from __future__ import annotations

import ssl

import h11
import httpx
import pytest

from newsclean.sources.http.failure import NETWORK_ERRORS, failure
from newsclean.sources.http.network import Refused


def from_(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "reason", "again"),
    [
        (Refused("dns", "no such name"), "dns", False),
        (Refused("forbidden_address", "private"), "forbidden_address", False),
        (httpx.ReadTimeout("slow"), "timed_out", False),
        (TimeoutError(), "timed_out", False),
        (from_(httpx.ConnectError("x"), ssl.SSLError(1, "wrong version")), "tls", False),
        (from_(httpx.RemoteProtocolError("x"), h11.RemoteProtocolError("x", 431)), "too_large", False),
        (httpx.ConnectError("refused"), "connect", True),
        (httpx.RemoteProtocolError("rubbish"), "connect", True),
        (httpx.ReadError(""), "connect", True),
    ],
)
def test_every_error_of_the_client_has_a_reason(error: Exception, reason: str, *, again: bool) -> None:
    assert isinstance(error, NETWORK_ERRORS)
    found = failure(error)
    assert (found.reason, found.again) == (reason, again)
    assert found.message
