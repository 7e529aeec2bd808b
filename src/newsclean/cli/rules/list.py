"""`newsclean rules list`: the sites that have rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsclean.cli.rules.words import library, with_rules

if TYPE_CHECKING:
    from pathlib import Path


@click.command("list")
@with_rules
def list_(rules: tuple[Path, ...]) -> None:
    """List the sites that have rules, a line each: rule file, name, hosts."""
    known = library(rules)
    for name in known.names():
        site = known.get(name)
        click.echo("\t".join((site.id, site.name or "", " ".join(site.hosts))))
