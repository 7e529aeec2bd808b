"""One question at a time answered in a process of its own, which is ended when an answer takes too long.

A page that keeps the parser busy cannot be interrupted from inside: it is C code, and threads cannot be ended. The
process is a bare interpreter, not one of `multiprocessing`: it does not run the caller's main module again, so callers
need no `if __name__ == "__main__"`, and it starts the same from a script, a notebook or a thread.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from newsclean.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import BinaryIO, Self

Question = TypeVar("Question")
Answer = TypeVar("Answer")

START: Final = 60.0
"""Seconds in which a worker must be ready: about one is usual, machines under load need many."""
ORPHANED: Final = 5.0
"""Seconds over the limit after which a worker ends itself, should its parent have been killed."""
_SERVE: Final = "from newsclean.workers import serve; serve()"


class Worker(Generic[Question, Answer]):
    """A process that answers questions; started when it is first asked, and anew after it had to be ended.

    Use it with `with`, in one thread.

    Args:
        make: called once in the process, gives the function that answers; it must be picklable, and so must questions,
            answers and errors.
        limit: seconds for an answer; starting the process does not count.
    """

    def __init__(self, make: Callable[[], Callable[[Question], Answer]], *, limit: float) -> None:
        if not limit > 0:
            message = f"the limit is a number of seconds above 0, not {limit!r}"
            raise ValueError(message)
        self._setup = pickle.dumps((make, limit))
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, question: Question) -> Answer:
        """The answer.

        Raises:
            InputError: reason "too_complex": it took too long, or the process died of it.
            RuntimeError: the process cannot be started.
            Exception: whatever the function raised.
        """
        sent = pickle.dumps(question)
        process = self._ready()
        try:
            done, answer = self._exchange(process, sent, self._limit)
        except TimeoutError:
            message = f"given up after {self._limit:g} seconds: cut the page to its article, or allow more time"
            raise InputError("too_complex", message) from None
        except EOFError:
            code = process.wait()
            message = f"the process that read the page died of it (exit code {code}): cut the page to its article"
            raise InputError("too_complex", message) from None
        if not done:
            raise answer
        return cast("Answer", answer)

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(BrokenPipeError):  # what was not yet written
                process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ready(self) -> subprocess.Popen[bytes]:
        """The process, started if there is none, or if it ended while it was idle."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)  # noqa: PTH109 - "" means the folder of now
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and code of ours
            [sys.executable, "-P", "-c", _SERVE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": path},
        )
        try:
            self._exchange(self._process, self._setup, START)
        except (EOFError, TimeoutError) as error:
            message = f"no process could be started to read pages in: {sys.executable} -c {_SERVE!r}"
            raise RuntimeError(message) from error
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], sent: bytes, limit: float) -> tuple[bool, Any]:
        """What the process says to something; it is over with the process when an error is raised.

        Raises:
            EOFError: it died.
            TimeoutError: it was ended because it took too long.
        """
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limit, end)
        timer.daemon = True
        timer.start()
        try:
            assert process.stdin is not None  # noqa: S101 - for the type checker
            assert process.stdout is not None  # noqa: S101 - as above
            process.stdin.write(sent)
            process.stdin.flush()
            return cast("tuple[bool, Any]", pickle.load(process.stdout))  # noqa: S301 - written by `serve`
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.close()
            raise TimeoutError if late.is_set() else EOFError from error
        except BaseException:
            self.close()  # an answer is on its way that nobody waits for
            raise
        finally:
            timer.cancel()


def serve() -> None:
    """What runs in the process: takes questions from standard input, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever is printed must not get between the answers
    make, limit = pickle.load(questions)  # noqa: S301 - written by `Worker`
    answer = make()
    _say(answers, (True, None))
    with open(os.devnull, "w", encoding="ascii") as nowhere, suppress(EOFError):  # noqa: PTH123 - no file
        while True:
            question = pickle.load(questions)  # noqa: S301 - as above
            faulthandler.dump_traceback_later(limit + ORPHANED, exit=True, file=nowhere)
            try:
                said = True, answer(question)
            except MemoryError:
                os._exit(1)  # nothing that is kept from here on can be relied on
            except Exception as error:  # noqa: BLE001 - raised again where the question came from
                said = False, error
            faulthandler.cancel_dump_traceback_later()
            _say(answers, said)


def _say(answers: BinaryIO, said: tuple[bool, Any]) -> None:
    answers.write(pickle.dumps(said))
    answers.flush()
