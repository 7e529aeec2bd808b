from __future__ import annotations

import pytest

from newsclean.sources.http.exchange import Answer
from newsclean.sources.http.walls import wall


def answer(status: int, **headers: str) -> Answer:
    return Answer(status, tuple((name.replace("_", "-"), value) for name, value in headers.items()))


@pytest.mark.parametrize(
    ("head", "vendor"),
    [
        (answer(403, server="cloudflare", cf_mitigated="challenge"), "Cloudflare"),
        (answer(200, cf_mitigated="challenge"), "Cloudflare"),
        (answer(503, cf_chl_out="abc"), "Cloudflare"),
        (answer(403, server="DataDome"), "DataDome"),
        (answer(403, x_datadome="protected", x_dd_b="1"), "DataDome"),
        (answer(403, server="AkamaiGHost"), "Akamai"),
        (answer(202, x_amzn_waf_action="challenge"), "AWS WAF"),
        (answer(405, x_amzn_waf_action="captcha"), "AWS WAF"),
        (answer(429, x_vercel_mitigated="challenge"), "Vercel"),
    ],
)
def test_a_wall_names_itself(head: Answer, vendor: str) -> None:
    assert wall(head) == vendor


@pytest.mark.parametrize(
    "head",
    [
        answer(200, server="cloudflare"),
        answer(403, server="cloudflare"),  # may well be the publisher's own refusal
        answer(200, x_datadome="protected"),  # on every page that DataDome let through
        answer(404, server="AkamaiGHost"),
        answer(200, server="AkamaiGHost"),
        answer(403, server="nginx"),
        answer(429),
    ],
)
def test_a_page_or_a_plain_refusal_is_no_wall(head: Answer) -> None:
    assert wall(head) is None
