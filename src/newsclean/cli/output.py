"""Where articles are written to, and how several of them share one stream."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the articles of one stream."""

    opening: str = ""
    head: str = ""
    """Before each article; `{source}` in it is where the article came from."""
    between: str
    closing: str = "\n"


_ALONE: Final = Frame(between="\n")
"""Of one source: the article and a line break."""
_HEADED: Final = Frame(head="==> {source} <==\n", between="\n\n")
"""As `head` and `tail` name the files that they print."""
_ARRAY: Final = Frame(opening="[\n", between=",\n", closing="\n]\n")
_SEVERAL: Final[Mapping[str, Frame]] = {
    "html": Frame(between="\n"),
    "json": _ARRAY,
    "jsonl": Frame(between="\n"),
    "markdown": Frame(between="\n\n---\n\n"),
    "ninjs": _ARRAY,
    "schema_org": _ARRAY,
    "zyte": _ARRAY,
}
"""Format to the frame of several articles; every other format has them headed."""


def frame(form: str, sources: int) -> Frame:
    """The frame for a format and a number of sources, whether or not all of them will give an article."""
    return _SEVERAL.get(form, _HEADED) if sources > 1 else _ALONE


class Sheet:
    """Articles one after another on a stream; without an article nothing at all is written."""

    def __init__(self, stream: TextIO, frame: Frame) -> None:
        self._stream = stream
        self._frame = frame
        self._before = frame.opening
        self._empty = True

    def add(self, source: str, article: str) -> None:
        """Write one article, and see that it arrives: the next one may take long."""
        self._stream.write(f"{self._before}{self._frame.head.replace('{source}', source)}{article}")
        self._stream.flush()
        self._before = self._frame.between
        self._empty = False

    def end(self) -> None:
        """Write what stands after the last article."""
        if not self._empty:
            self._stream.write(self._frame.closing)
            self._stream.flush()


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is replaced as a whole, at the end, if all went well and something was written.

    A device or pipe, as `/dev/null`, is written to directly.

    Raises:
        OSError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout
    elif path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
    else:
        with _replaced(path.resolve()) as stream:  # of a link the file is replaced, not the link
            yield stream


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", errors="replace", newline="\n") as stream:  # noqa: PTH123 - a handle
            yield stream
        if draft.stat().st_size:
            draft.chmod(path.stat().st_mode if path.exists() else _default_mode())
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _default_mode() -> int:
    """Permissions that a new file gets from the shell's umask, which can only be read by setting it."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
