from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from newsclean.sources.http.exchange import Answer
from newsclean.sources.http.page import _obtained_at

SENT = datetime(2020, 11, 23, 10, tzinfo=UTC)


def test_a_page_was_obtained_now() -> None:
    before = datetime.now(UTC)
    obtained = _obtained_at(Answer(200, (("date", "Mon, 23 Nov 2020 10:00:00 GMT"),)))
    assert before <= obtained <= datetime.now(UTC)


def test_a_stored_page_was_obtained_when_its_server_sent_it() -> None:
    assert _obtained_at(Answer(200, (("date", "Mon, 23 Nov 2020 10:00:00 GMT"),), from_cache=True)) == SENT


@pytest.mark.parametrize("headers", [(), (("date", "yesterday"),), (("date", "Mon, 23 Nov 2020 10:00:00 -0000"),)])
def test_a_stored_page_without_a_date_was_obtained_now(headers: Any) -> None:
    assert _obtained_at(Answer(200, headers, from_cache=True)) > SENT


def test_what_the_user_asked_for_is_kept_beside_where_it_was(offline: Any) -> None:
    world = offline.World(
        offline.site({"/a": offline.page(status=301, location="/b"), "/b": offline.page()}), robots=False
    )
    response = world.fetch(" https://example.org/a#top ")
    assert (response.requested_url, response.url) == (" https://example.org/a#top ", "https://example.org/b")
