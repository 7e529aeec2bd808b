from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from newsclean.errors import InputError
from newsclean.sources.file import read_file


def refusal(path: Path | str) -> InputError:
    with pytest.raises(InputError) as caught:
        read_file(path)
    return caught.value


@pytest.mark.parametrize("body", [b"<p>A page", b"", b"\xff\xfe\x00", b"WARCRAFT is a game"])
def test_a_file_is_its_bytes_and_nothing_is_made_up(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "page.html").write_bytes(body)
    response = read_file(tmp_path / "page.html")
    assert (response.body, response.via) == (body, "file")
    assert (response.url, response.status, response.headers, response.fetched_at) == (None, None, (), None)


def test_a_name_that_is_not_there_is_said(tmp_path: Path) -> None:
    failed = refusal(tmp_path / "gone.html")
    assert failed.reason == "not_found"
    assert "gone.html" in failed.message


def test_a_directory_is_no_page(tmp_path: Path) -> None:
    assert refusal(tmp_path).reason == "is_directory"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "page.html").touch(mode=0)
    assert refusal(tmp_path / "page.html").reason == "not_found"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "page.html/more"])
def test_a_name_that_can_be_no_file_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.html").touch()
    failed = refusal(tmp_path / name)
    assert failed.reason == "not_found"
    assert "\n" not in failed.message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_end_is_not_read() -> None:
    assert refusal(Path("/dev/zero")).reason == "not_found"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"<p>A page",))
    writer.start()
    assert read_file(pipe).body == b"<p>A page"
    writer.join()
