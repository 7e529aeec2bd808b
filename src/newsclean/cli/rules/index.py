"""`newsclean rules index DIR`: so that a large folder of rules costs nothing to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsclean
from newsclean.cli.rules.words import PATH, Failure

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("folder", metavar="DIR", type=PATH)
def index(folder: Path) -> None:
    """Index the rule files in DIR, so that later only those of a page's site are read.

    Files that are changed or added later are read whole until they are indexed anew.
    """
    from newsclean.rules.folder_index import NAME, write

    if not folder.is_dir():
        message = f"{folder}: there is no such folder"
        raise Failure(message)
    try:
        count = write(folder)
    except newsclean.RuleError as error:
        raise Failure(str(error)) from error
    except OSError as error:
        message = f"{folder / NAME}: cannot be written: {error.strerror or error}"
        raise Failure(message) from error
    click.echo(f"{count:,} rule files in {folder / NAME}")
