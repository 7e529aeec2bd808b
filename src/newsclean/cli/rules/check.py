"""`newsclean rules check FILE...`: what is wrong, or soon will be, in rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsclean
from newsclean.cli.rules.words import FOUND, PATH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsclean.rules.model import SiteRules

LAYERS = "group"
"""Folder of layers that sites share, which have no pages of their own."""


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Check rule files: a line for each mistake, `FILE: place: what is wrong`."""
    sites: dict[Path, SiteRules] = {}
    lines: list[str] = []
    for path in files:
        try:
            sites.update(_load(path))
        except newsclean.RuleError as error:
            lines.append(str(error))
    lines.extend(_findings(sites))
    for line in lines:
        click.echo(line)
    if lines:
        ctx.exit(FOUND)


def _load(path: Path) -> Iterator[tuple[Path, SiteRules]]:
    from newsclean.rules.library import rule_files
    from newsclean.rules.load import load_rules

    for file in rule_files(path):
        yield file, load_rules(file)


def _findings(sites: dict[Path, SiteRules]) -> Iterator[str]:
    from newsclean.rules.check import lint, lint_hosts
    from newsclean.rules.index import read_index

    files = {site.id: path for path, site in sites.items()}
    pages = tuple(site for path, site in sites.items() if path.parent.name != LAYERS)
    together = lint_hosts(pages, shipped=read_index().sites())
    for finding in (*(found for site in sites.values() for found in lint(site)), *together):
        if finding.kind == "untested" and files[finding.site].parent.name == LAYERS:
            continue  # the tests are in the files that extend it
        yield f"{files[finding.site]}: {finding.path}: {finding.message} ({finding.kind})"
