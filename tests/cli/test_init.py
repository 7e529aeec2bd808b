"""The command as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")


def start(*words: object, **settings: Any) -> subprocess.Popen[bytes]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-m", "newsclean", *map(str, words)], **(pipes | settings))


def test_it_runs_as_a_module(page: Path) -> None:
    out, err = (process := start(page)).communicate()
    assert (process.returncode, err) == (0, b"")
    assert out.startswith(b"The council of Brannock")


@pytest.mark.parametrize("settings", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}])
def test_output_is_utf_8_whatever_the_locale(tmp_path: Path, settings: dict[str, str]) -> None:
    words = "Die Brücke über die Ohra wird nach langer Debatte “im Frühjahr” eröffnet, sagte Frau Šimková. 港口 مرحبا. "
    (tmp_path / "page.txt").write_text(f"{words * 3}\n\n{words * 2}\n", encoding="utf-8")
    process = start(tmp_path / "page.txt", env=os.environ | settings)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "Frau Šimková. 港口 مرحبا." in out.decode("utf-8")


def listen_to_ctrl_c() -> None:
    """Shells start background jobs, and so perhaps these tests, deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@POSIX
def test_a_reader_that_leaves_early_is_no_trouble(page: Path) -> None:
    process = start(*[page] * 40)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    process.wait(60)
    assert process.stderr.read() == b""
    process.stderr.close()
    if process.stdin:
        process.stdin.close()


@POSIX
def test_ctrl_c_ends_it_in_silence_and_leaves_no_draft(tmp_path: Path) -> None:
    process = start("-", "-o", tmp_path / "out.txt", preexec_fn=listen_to_ctrl_c)
    deadline = time.monotonic() + 30
    while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_closed_standard_input_is_one_line() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m newsclean - <&-', sys.executable], capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("newsclean: -: standard input cannot be read")
    assert len(done.stderr.splitlines()) == 1
