"""What is sent, and to which addresses at all: everything that can be refused before a connection is made.

These checks stand above the transport on purpose: they hold for every redirect and for a replayed answer as well. URLs
are read by `httpx.URL`, which also tells the connection where to go, so that two parsers cannot disagree on the host.
"""

from __future__ import annotations

from typing import Final

import httpx

from newsclean import __version__
from newsclean.errors import FetchError
from newsclean.sources.http.address import literal, why_forbidden

CONTACT: Final = "https://newsclean.readthedocs.io/"
"""Where somebody who sees our requests in a log finds out who is asking."""
PRODUCT: Final = "newsclean"
"""The name that robots.txt files may use for us."""
ACCEPT: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1"
ACCEPT_ENCODING: Final = "gzip, br, zstd"
"""What `body` can decode with a bound on memory."""
MAX_PORT: Final = 65535


def user_agent(own: str | None = None) -> str:
    """The User-Agent header: what the options say, or our own with a contact address.

    Raises:
        ValueError: the options say what no header can hold.
    """
    if own and not (own.isascii() and own.isprintable()):
        message = f"Options(user_agent={own!r}): only printable ASCII can be sent"
        raise ValueError(message)
    return own or f"{PRODUCT}/{__version__} (+{CONTACT})"


def product_token(agent: str) -> str:
    """The part of a User-Agent by which robots.txt knows it (RFC 9309, 2.2.1): `x/1.0 (...)` is `x`."""
    return agent.split("/", 1)[0].split(" ", 1)[0].strip() or PRODUCT


def request_headers(agent: str) -> tuple[tuple[str, str], ...]:
    """The headers of every request; no Accept-Language, so that a site answers in its own."""
    return (("user-agent", agent), ("accept", ACCEPT), ("accept-encoding", ACCEPT_ENCODING))


def checked_url(url: str, *, base: httpx.URL | None = None, allow_private: bool = False) -> httpx.URL:
    """A URL that may be asked for, absolute, without fragment and credentials.

    Args:
        url: as given by the user or by a `Location` header.
        base: the address that a relative `url` is relative to.
        allow_private: whether addresses that are not public will do.

    Raises:
        FetchError: reason "bad_scheme" for anything that is no http(s) address, "forbidden_address" for a literal
            address or a name that is not public.
    """
    try:
        parsed = httpx.URL(url.strip())
        if base is not None:
            parsed = base.join(parsed)
        parsed = parsed.copy_with(fragment=None, userinfo=b"")
    except httpx.InvalidURL as error:
        raise FetchError("bad_scheme", f"not a web address: {url!r} ({error})", url=url) from None
    if parsed.scheme not in ("http", "https"):
        raise FetchError("bad_scheme", f"only http and https addresses are fetched, not {url!r}", url=url)
    host = parsed.raw_host.decode("ascii").lower()
    if not host.strip(".") or (parsed.port is not None and not 0 < parsed.port <= MAX_PORT):
        raise FetchError("bad_scheme", f"not a web address: {url!r} has no host, or no such port", url=url)
    if not allow_private:
        _refuse_private(host, str(parsed))
    return parsed


def _refuse_private(host: str, url: str) -> None:
    """Refuse what is known not to be public without asking anybody."""
    name = host.removesuffix(".")
    try:
        address = literal(host)
    except ValueError:
        raise FetchError("forbidden_address", f"{host} is neither a name nor an address", url=url) from None
    why = why_forbidden(address) if address is not None else None
    if name == "localhost" or name.endswith(".localhost"):  # RFC 6761: always the loopback interface
        why = "loopback"
    if why:
        raise FetchError("forbidden_address", forbidden_message(host, why), url=url)


def forbidden_message(where: str, why: str) -> str:
    """What somebody is told whose address was refused."""
    return f"{where} is not a public address ({why}); Options(allow_private=True) permits your own test servers"
