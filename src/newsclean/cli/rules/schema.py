"""`newsclean rules schema`: the JSON Schema of rule files, for editors."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of rule files, with which editors complete keys and underline mistakes.

    Save it beside your rules, and begin each file with the line `#:schema ./rules.schema.json`.
    """
    from newsclean.rules.schema import SCHEMA_FILE

    click.echo(SCHEMA_FILE.read_text(encoding="utf-8"), nl=False)
