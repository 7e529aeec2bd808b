"""What the commands for site rules share."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

import newsclean

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import IO

    from newsclean.rules.library import RuleLibrary

FOUND: Final = 1
"""Exit code when something was found that should not be, or not found that should."""

PATH: Final = click.Path(path_type=Path)
LINE: Final = 200
"""Characters that a text of a page is shown with."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""A page must not steer the reader's terminal."""


class Failure(click.ClickException):
    """Ends the command with one line on standard error."""

    exit_code = FOUND

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it as the main command does."""
        click.echo(f"newsclean: {self.message}", file=file, err=True)


class Failing(AbstractContextManager[None]):
    """Makes the library's errors the end of the command, with one line."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, newsclean.NewscleanError):
            raise Failure(str(error)) from error


def shown(text: str, limit: int = LINE) -> str:
    """The beginning of a text of a page, on one line."""
    line = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def with_pages(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--pages`, where saved pages are."""
    text = "Saved pages: a folder (pages.jsonl in it names their addresses), an index of that form, or one page."
    return click.option("--pages", metavar="DIR", type=PATH, required=True, help=text)(command)


def with_target(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--output`, where a rule file is written."""
    text = "Where to write: a file, a folder, or - for standard output. Without it <host>.toml, here."
    return click.option("-o", "--output", metavar="FILE", type=PATH, help=text)(command)


def place_for(output: Path | None, name: str) -> Path | None:
    """The file to write, None for standard output.

    Raises:
        Failure: there is such a file already, or no folder for it.
    """
    if output == Path("-"):
        return None
    path = Path(name) if output is None else output / name if output.is_dir() else output
    if path.exists():
        message = f"{path}: there is such a file already; name another one with -o"
        raise Failure(message)
    if not path.parent.is_dir():
        message = f"{path.parent}: there is no such folder"
        raise Failure(message)
    return path


def with_rules(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--rules`, as the main command has it."""
    return click.option("--rules", metavar="PATH", type=PATH, multiple=True, help="Add site rules, a file or folder.")(
        command
    )


def library(rules: tuple[Path, ...]) -> RuleLibrary:
    """The shipped rules, the user's own, and those named.

    Raises:
        Failure: a rule file is wrong.
    """
    from newsclean.rules.library import RuleLibrary

    try:
        return RuleLibrary.from_options(newsclean.Options(rules=rules))
    except newsclean.RuleError as error:
        raise Failure(str(error)) from error
