from __future__ import annotations

import io
import sys

import pytest

from newsclean.errors import InputError
from newsclean.sources.stdin import read_stdin


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>A page\r\n\xff")))
    response = read_stdin()
    assert (response.body, response.via, response.url) == (b"<p>A page\r\n\xff", "stdin", None)


def test_any_stream_of_bytes_will_do() -> None:
    assert read_stdin(io.BytesIO(b"")).body == b""


def test_no_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError) as caught:
        read_stdin()
    assert caught.value.reason == "not_found"


def test_a_closed_stream_is_said() -> None:
    stream = io.BytesIO(b"x")
    stream.close()
    with pytest.raises(InputError):
        read_stdin(stream)
