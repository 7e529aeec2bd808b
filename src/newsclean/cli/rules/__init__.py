"""`newsclean rules ...`: site rules, seen, checked, tested, compared and written; one file for each command."""

from __future__ import annotations

import click

from newsclean.cli.rules.blame import blame
from newsclean.cli.rules.check import check
from newsclean.cli.rules.diff import diff
from newsclean.cli.rules.import_ import import_
from newsclean.cli.rules.index import index
from newsclean.cli.rules.learn import learn
from newsclean.cli.rules.list import list_
from newsclean.cli.rules.new import new
from newsclean.cli.rules.schema import schema
from newsclean.cli.rules.show import show
from newsclean.cli.rules.test import test


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def rules() -> None:
    """Show, check, test, compare, draft, learn and import site rules.

    Exit codes: 0 all is well, 1 something was found, or not found, 2 wrong usage.
    """


rules.add_command(blame)
rules.add_command(check)
rules.add_command(diff)
rules.add_command(import_)
rules.add_command(index)
rules.add_command(learn)
rules.add_command(list_)
rules.add_command(new)
rules.add_command(schema)
rules.add_command(show)
rules.add_command(test)
