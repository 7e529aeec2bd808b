"""`newsclean rules ...`: site rules, seen, checked and tested; one file for each command."""

from __future__ import annotations

import click

from newsclean.cli.rules.check import check
from newsclean.cli.rules.import_ import import_
from newsclean.cli.rules.index import index
from newsclean.cli.rules.list import list_
from newsclean.cli.rules.schema import schema
from newsclean.cli.rules.show import show
from newsclean.cli.rules.test import test


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def rules() -> None:
    """Show, check, test and import site rules.

    Exit codes: 0 all is well, 1 something was found, or not found, 2 wrong usage.
    """


rules.add_command(check)
rules.add_command(import_)
rules.add_command(index)
rules.add_command(list_)
rules.add_command(schema)
rules.add_command(show)
rules.add_command(test)
