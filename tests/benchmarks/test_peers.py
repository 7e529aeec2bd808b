"""Peers are loaded when asked for, and none can end a run."""

from __future__ import annotations

import gzip
import logging
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _logging() -> Iterator[None]:
    yield
    logging.disable(logging.NOTSET)


def test_trafilatura_is_always_there(program: Any, corpus: Path) -> None:
    page = gzip.decompress((corpus / "made_up/html/0.html.gz").read_bytes())
    for name in ("trafilatura", "trafilatura_fast", "trafilatura_precision"):
        output = program.load(name)(page, "https://example.org/a")
        assert "The ferry left" in output["text"]
        assert output["title"] == "Bell 0"


def test_a_page_of_which_a_peer_makes_nothing_is_empty(program: Any) -> None:
    assert not program.load("trafilatura")(b"", None).get("text")


def test_a_peer_that_is_not_installed_says_what_to_install(program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(program.PEERS, "readability", _missing)
    with pytest.raises(program.NotInstalledError, match="pip install readability-lxml"):
        program.load("readability")


def test_an_unknown_peer_is_a_key_error(program: Any) -> None:
    with pytest.raises(KeyError):
        program.load("nobody")


def test_an_error_of_a_peer_costs_it_the_page(program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(program.PEERS, "broken", lambda: _raises)
    assert program.load("broken")(b"x", None) == {"error": "ValueError: no"}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Bjørn".encode(), "Bjørn"),
        (b'<meta charset="iso-8859-15">\xa4', '<meta charset="iso-8859-15">€'),
        (b"\x93quoted\x94", "“quoted”"),
        (b"<meta charset=nonsense>\xe9", "<meta charset=nonsense>é"),
    ],
)
def test_bytes_become_text(program: Any, body: bytes, text: str) -> None:
    assert program.decoded(body) == text


def test_markup_becomes_lines(program: Any) -> None:
    assert program.without_tags("<div><p>One <b>and</b>\nmore &amp; more</p><p>Two<br/>Three</p></div>") == (
        "One and more & more\nTwo\nThree"
    )


def _missing() -> None:
    raise ImportError("No module named 'readability'")  # noqa: TRY003


def _raises(_body: bytes, _url: str | None) -> None:
    raise ValueError("no")
