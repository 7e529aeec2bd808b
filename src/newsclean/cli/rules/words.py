"""What the commands for site rules share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

import newsclean

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from newsclean.rules.library import RuleLibrary

FOUND: Final = 1
"""Exit code when something was found that should not be, or not found that should."""

PATH: Final = click.Path(path_type=Path)


class Failure(click.ClickException):
    """Ends the command with one line on standard error."""

    exit_code = FOUND

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it as the main command does."""
        click.echo(f"newsclean: {self.message}", file=file, err=True)


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
