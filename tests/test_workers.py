"""A process that answers: same answers, same errors; ended when it takes too long, replaced when it died."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.errors import InputError, NotAnArticle
from newsclean.workers import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.timeout(60)

TASKS = """
import os, sys, time
from newsclean.errors import InputError, NotAnArticle

def make():
    print("a word on standard output, before the first answer")
    return answer

def answer(question):
    print("another, between two answers")
    match question:
        case "pid":
            return os.getpid()
        case "sleep":
            time.sleep(600)
        case "die":
            os._exit(7)
        case "memory":
            raise MemoryError
        case "wrong":
            raise InputError("empty", "nothing there")
        case "index":
            raise NotAnArticle("index", "a list", evidence={"links": 40})
        case "bug":
            raise ZeroDivisionError("a mistake of ours")
    return question

def broken():
    raise ZeroDivisionError("cannot be made")
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    (tmp_path / "tasks_of_a_worker.py").write_text(TASKS)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("tasks_of_a_worker")
    del sys.modules["tasks_of_a_worker"]


@pytest.fixture
def worker(tasks: Any) -> Iterator[Worker[str, Any]]:
    with Worker(tasks.make, limit=30) as worker:
        yield worker


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_questions_are_answered_in_one_other_process(worker: Worker[str, Any]) -> None:
    assert worker.ask("echo") == "echo"
    assert worker.ask("x" * 10_000_000) == "x" * 10_000_000
    first, second = worker.ask("pid"), worker.ask("pid")
    assert first == second != os.getpid()


@pytest.mark.parametrize(("question", "error"), [("wrong", InputError), ("index", NotAnArticle)])
def test_errors_come_back_as_they_were_raised(worker: Worker[str, Any], question: str, error: type[Exception]) -> None:
    pid = worker.ask("pid")
    with pytest.raises(error) as caught:
        worker.ask(question)
    assert vars(caught.value)["message"] in ("nothing there", "a list")
    assert worker.ask("pid") == pid


def test_mistakes_of_ours_are_not_hidden(worker: Worker[str, Any]) -> None:
    with pytest.raises(ZeroDivisionError, match="a mistake of ours"):
        worker.ask("bug")
    assert worker.ask("echo") == "echo"


def test_what_takes_too_long_is_cut_off_and_the_next_question_answered(tasks: Any) -> None:
    with Worker(tasks.make, limit=1) as worker:
        pid = worker.ask("pid")
        with pytest.raises(InputError, match="after 1 seconds") as caught:
            worker.ask("sleep")
        assert caught.value.reason == "too_complex"
        assert not is_running(pid)
        assert worker.ask("pid") != pid


@pytest.mark.parametrize("question", ["die", "memory"])
def test_what_kills_the_process_costs_only_its_own_answer(worker: Worker[str, Any], question: str) -> None:
    pid = worker.ask("pid")
    with pytest.raises(InputError, match="exit code") as caught:
        worker.ask(question)
    assert caught.value.reason == "too_complex"
    assert not is_running(pid)
    assert worker.ask("echo") == "echo"


def test_a_process_that_was_ended_while_idle_costs_nothing(worker: Worker[str, Any]) -> None:
    pid = worker.ask("pid")
    os.kill(pid, signal.SIGTERM)
    while worker._process is not None and worker._process.poll() is None:
        time.sleep(0.01)
    assert worker.ask("echo") == "echo"


def test_closing_ends_the_process_and_leaves_no_zombie(tasks: Any) -> None:
    worker: Worker[str, Any] = Worker(tasks.make, limit=30)
    pid = worker.ask("pid")
    worker.close()
    assert not is_running(pid)
    worker.close()
    assert worker.ask("echo") == "echo"
    worker.close()


def test_an_interrupt_while_waiting_ends_the_process(worker: Worker[str, Any]) -> None:
    pid = worker.ask("pid")
    threading.Timer(0.5, signal.pthread_kill, [threading.get_ident(), signal.SIGINT]).start()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            worker.ask("sleep")
    finally:
        signal.signal(signal.SIGINT, before)
    assert not is_running(pid)
    assert worker.ask("echo") == "echo"


def test_the_process_ignores_an_interrupt_meant_for_its_parent(worker: Worker[str, Any]) -> None:
    pid = worker.ask("pid")
    os.kill(pid, signal.SIGINT)
    assert worker.ask("pid") == pid


def test_the_process_ends_with_its_parent(tmp_path: Path, tasks: Any) -> None:
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1])\n"
        "from newsclean.workers import Worker; import tasks_of_a_worker\n"
        "print(Worker(tasks_of_a_worker.make, limit=30).ask('pid'), flush=True); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, check=True, text=True)
    pid, end = int(done.stdout), time.monotonic() + 20
    while is_running(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(pid)


def test_a_process_that_cannot_start_is_told_apart_from_a_bad_page(tasks: Any) -> None:
    with Worker(tasks.broken, limit=30) as worker, pytest.raises(RuntimeError, match="no process could be started"):
        worker.ask("echo")


@pytest.mark.parametrize("limit", [0, -1, float("nan")])
def test_the_limit_is_above_zero(tasks: Any, limit: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Worker(tasks.make, limit=limit)
