"""Fixtures for all tests: recorded pages, and the server that they are recorded from.

A test that is marked `vcr` fetches through the public API from its own cassette; one that asks for `recorded_pages`
gets the pages of `tests/pages` from one cassette that all share, and records nothing. Either way no test leaves the
machine: replay answers above the connection, and while recording every name leads to the loopback interface
(tests/cassettes/README.md).
"""

from __future__ import annotations

import json
import re
import ssl
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
import vcr

if TYPE_CHECKING:
    from collections.abc import Iterator

hypothesis.settings.register_profile("untimed", deadline=None)  # how long a test takes says how busy a machine is
hypothesis.settings.load_profile("untimed")

TESTS = Path(__file__).parent
CASSETTES = TESTS / "cassettes"
SHARED_CASSETTE = CASSETTES / "pages.yaml"
MATCH_ON = ("method", "scheme", "host", "port", "path", "query", "our_headers")
_RELEASE = re.compile(r"^newsclean/\S+")


def our_headers(one: Any, other: Any) -> None:
    """Every header but Host must be as recorded; only the number of the release may differ."""
    ours, theirs = (
        {
            name.lower(): _RELEASE.sub("newsclean/*", value)
            for name, value in request.headers.items()
            if name.lower() != "host"
        }
        for request in (one, other)
    )
    assert ours == theirs, "the request headers have changed: if that is meant, record the cassettes anew"


def pytest_recording_configure(config: pytest.Config, vcr: vcr.VCR) -> None:
    vcr.register_matcher("our_headers", our_headers)


@pytest.fixture(scope="session")
def vcr_config() -> dict[str, Any]:
    return {"match_on": MATCH_ON}


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    """Cassettes lie in tests/cassettes, in the folders of the tests that use them."""
    return str(CASSETTES / request.path.relative_to(TESTS).with_suffix(""))


@pytest.fixture(scope="session")
def page_urls() -> dict[str, str]:
    """The pages of tests/pages: name of the file, without suffix, to the address."""
    lines = [
        line for index in sorted(TESTS.glob("pages/*/pages.jsonl")) for line in index.read_text("utf-8").splitlines()
    ]
    return {Path(entry["file"]).stem: entry["url"] for entry in map(json.loads, lines)}


@pytest.fixture
def recorded_pages(page_urls: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """`page_urls`, and while the test runs, these addresses can be fetched, each as often as it likes."""
    monkeypatch.setattr("newsclean.sources.http.gate.GAP", 0.0)
    player = vcr.VCR(record_mode="none", match_on=MATCH_ON)
    player.register_matcher("our_headers", our_headers)
    with player.use_cassette(str(SHARED_CASSETTE), allow_playback_repeats=True):
        yield page_urls


@pytest.fixture(scope="session")
def origin() -> Iterator[dict[str, Any]]:
    """The stand-in server: its ports as `https` and `http`, the certificate of its authority as `root`."""
    command = [sys.executable, str(TESTS / "origin" / "serve.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield json.loads(server.stdout.readline())
        server.communicate()


@pytest.fixture(autouse=True)
def _recording(request: pytest.FixtureRequest, record_mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """While recording, send every name to the stand-in server, and trust its certificate."""
    if request.node.get_closest_marker("vcr") is None:
        return
    monkeypatch.setattr("newsclean.sources.http.gate.GAP", 0.0)
    if record_mode == "none":
        return
    ports = (server := request.getfixturevalue("origin"))["https"], server["http"]
    network = "newsclean.sources.http.network"
    monkeypatch.setattr(f"{network}.system_resolver", lambda _host, port: [("127.0.0.1", ports[port == 80])])
    monkeypatch.setattr(f"{network}.system_trust", lambda: ssl.create_default_context(cadata=server["root"]))
    monkeypatch.setattr(f"{network}.why_forbidden", lambda _address: None)
