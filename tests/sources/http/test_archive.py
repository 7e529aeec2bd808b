from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import FetchError
from newsclean.sources.http.archive import closest, is_gone
from newsclean.sources.http.exchange import Failure

PAGE = "https://user:secret@example.org/a?b=c#d"
LOOK_UP = "https://archive.org/wayback/available?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc"
SNAPSHOT = "https://web.archive.org/web/20201123100000id_/https://example.org/a?b=c"


def known(**more: Any) -> bytes:
    found = {"available": True, "status": "200", "timestamp": "20201123100000", "url": SNAPSHOT, **more}
    return json.dumps({"archived_snapshots": {"closest": found}}).encode()


def world(offline: Any, own: Any, look_up: Any = None, snapshot: Any = None, **options: Any) -> Any:
    def script(url: str, _headers: dict[str, str]) -> Any:
        answers = {LOOK_UP: look_up, SNAPSHOT: snapshot}
        return answers.get(url, own)

    return offline.World(script, **{"robots": False, "archive": True, **options})


@pytest.mark.parametrize("status", [404, 410, 451])
def test_a_page_that_is_gone_comes_from_the_archive(offline: Any, status: int) -> None:
    own = offline.page(status=status)
    found = world(offline, own, offline.page(known(), content_type="application/json"), offline.page(b"<p>Then."))
    response = found.fetch(PAGE)
    assert (response.body, response.via, response.status) == (b"<p>Then.", "archive", 200)
    assert response.fetched_at == datetime(2020, 11, 23, 10, tzinfo=UTC)
    assert (response.requested_url, response.url) == (PAGE, "https://example.org/a?b=c")
    assert not any("secret" in url for url in found.asked)


def test_a_site_that_is_gone_counts_too(offline: Any) -> None:
    own = Failure("dns", "no such name")
    assert world(offline, own, offline.page(known()), offline.page()).fetch(PAGE).via == "archive"


@pytest.mark.parametrize("status", [401, 403, 429, 500])
def test_a_page_that_is_kept_from_us_is_not_looked_for_elsewhere(offline: Any, status: int) -> None:
    found = world(offline, offline.page(status=status))
    with pytest.raises(FetchError):
        found.fetch(PAGE)
    assert not any("archive.org" in url for url in found.asked)


def test_nothing_is_looked_for_unless_asked_for(offline: Any) -> None:
    found = world(offline, offline.page(status=404), archive=False)
    with pytest.raises(FetchError):
        found.fetch(PAGE)
    assert len(found.asked) == 1


@pytest.mark.parametrize("look_up", [b'{"archived_snapshots": {}}', b"rubbish", known(status="404")])
def test_a_page_that_the_archive_does_not_have_is_gone(offline: Any, look_up: bytes) -> None:
    with pytest.raises(FetchError, match="does not have it either") as caught:
        world(offline, offline.page(status=410), offline.page(look_up)).fetch(PAGE)
    assert (caught.value.reason, caught.value.status) == ("http_status", 410)
    assert caught.value.url == "https://example.org/a?b=c"


def test_an_archive_that_fails_is_said_beside_the_first_error(offline: Any) -> None:
    with pytest.raises(FetchError, match="did not help either") as caught:
        world(offline, offline.page(status=404), offline.page(status=500)).fetch(PAGE)
    assert (caught.value.reason, caught.value.status) == ("http_status", 404)


@given(st.binary(max_size=60) | st.recursive(st.none() | st.text(), st.lists).map(lambda x: json.dumps(x).encode()))
def test_any_answer_of_the_archive_names_a_snapshot_or_none(body: bytes) -> None:
    assert closest(body) is None


def test_what_is_gone_is_gone_from_its_own_site() -> None:
    assert is_gone(FetchError("http_status", "", url="", status=404))
    assert not is_gone(FetchError("blocked_by_robots", "", url=""))
    assert not is_gone(FetchError("timed_out", "", url=""))
