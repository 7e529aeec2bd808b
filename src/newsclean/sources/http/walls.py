"""Bot walls that name themselves in the head of an answer.

Only marks that the vendor documents or that stand on blocked answers alone are used: a 403 from behind a CDN may be the
publisher's own. Walls that only their page gives away are told from content, elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from newsclean.sources.http.exchange import Answer


class _Mark(NamedTuple):
    vendor: str
    header: str
    pattern: re.Pattern[str]
    statuses: frozenset[int] | None
    """Where the mark counts; None is any status."""


_REFUSALS: Final = frozenset((401, 403, 405, 406, 409, 429, 503))

_MARKS: Final = tuple(
    _Mark(vendor, header, re.compile(pattern, re.IGNORECASE), statuses)
    for vendor, header, pattern, statuses in (
        # developers.cloudflare.com, "Detect a Challenge Page response": the header is on every challenge.
        ("Cloudflare", "cf-mitigated", r"challenge", None),
        ("Cloudflare", "cf-chl-out", r"", _REFUSALS),
        # DataDome marks passed answers with x-datadome as well, hence the statuses; x-dd-b says what was shown.
        ("DataDome", "x-dd-b", r"", _REFUSALS),
        ("DataDome", "x-datadome", r"protected", _REFUSALS),
        ("DataDome", "server", r"^datadome$", _REFUSALS),
        # The edge itself answers "Access Denied"; answers of the publisher carry the publisher's server header.
        ("Akamai", "server", r"^akamai(ghost|netstorage)$", frozenset((403, 429, 503))),
        # docs.aws.amazon.com, WAF CAPTCHA and Challenge: 405 and 202 with this header.
        ("AWS WAF", "x-amzn-waf-action", r"captcha|challenge", None),
        ("Imperva", "x-iinfo", r"", _REFUSALS),
        ("HUMAN", "x-px-blocked", r"", _REFUSALS),
        ("Kasada", "x-kpsdk-ct", r"", _REFUSALS),
        # vercel.com/docs, Attack Challenge Mode.
        ("Vercel", "x-vercel-mitigated", r"challenge|deny", None),
        ("Sucuri", "x-sucuri-block", r"", None),
    )
)


def wall(answer: Answer) -> str | None:
    """Who keeps programs out, or None when nobody says so."""
    for mark in _MARKS:
        if mark.statuses is None or answer.status in mark.statuses:
            value = answer.header(mark.header)
            if value is not None and mark.pattern.search(value.strip()):
                return mark.vendor
    return None
