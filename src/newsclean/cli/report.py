"""What the command says on standard error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLEAR_LINE: Final = "\r\x1b[2K"


class Report:
    """Lines about sources, `newsclean: SOURCE: message`, and a progress bar that they do not run into.

    Args:
        bar: whether there may be a progress bar; it is drawn on a terminal only.
    """

    def __init__(self, *, bar: bool) -> None:
        self._bar = bar and sys.stderr.isatty()

    def line(self, source: str, message: str) -> None:
        """Say something about a source, on one line."""
        clear = _CLEAR_LINE if self._bar else ""
        click.echo(f"{clear}newsclean: {source}: {' '.join(message.split())}", err=True)

    @contextmanager
    def progress(self, sources: Sequence[str]) -> Iterator[Iterator[str]]:
        """The sources, counted on the bar."""
        with click.progressbar(sources, file=sys.stderr, show_pos=True, hidden=not self._bar) as bar:
            yield iter(bar)
