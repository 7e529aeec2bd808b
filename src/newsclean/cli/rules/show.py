"""`newsclean rules show HOST`: which rules a site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsclean.cli.rules.words import Failure, library, with_rules
from newsclean.formats import table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsclean.rules.entries import Entry
    from newsclean.rules.library import RuleLibrary
    from newsclean.rules.model import SiteRules

_WIDTH = 100


@click.command()
@click.argument("host", metavar="HOST")
@with_rules
def show(host: str, rules: tuple[Path, ...]) -> None:
    """Show the rules of a HOST: a host, an address on it, or the name of a rule file.

    The names in the first column are what --disable takes and what `removed` gives as `by`.
    """
    site = _find(library(rules), host)
    if site is None:
        message = f"{host}: no site rules; `newsclean rules list` lists the sites that have some"
        raise Failure(message)
    click.echo(f"{site.id}: {site.name or site.id}")
    click.echo(table.draw([("hosts", " ".join(site.hosts)), ("signature", " · ".join(site.signature))], _WIDTH))
    click.echo()
    click.echo(table.draw([("rule", "does", "where, and why"), *_rows(site)], _WIDTH))


def _find(known: RuleLibrary, host: str) -> SiteRules | None:
    from newsclean.page import Page

    if host in known.names():
        return known.get(host)
    return known.find(Page(mode="text", url=host if "://" in host else f"https://{host}/", blocks=()))


def _rows(site: SiteRules) -> Iterator[tuple[str, str, str]]:
    from newsclean.rules.drift import rule_id
    from newsclean.rules.validate import places

    for place in places(site):
        does = type(place.entry).__name__.lower()
        kind = getattr(place.entry, "kind", None)
        layout = f"layout {place.layout.id}" if place.layout else "every page and text"
        why = f"\n{place.entry.reason}" if place.entry.reason else ""
        yield (
            rule_id(site.id, place.entry.id),
            f"{does} {kind}" if kind else does,
            f"{_matches(place.entry)}; {layout}{why}",
        )


def _matches(entry: Entry) -> str:
    names = ("css", "text", "anchor", "lines", "where")
    return ", ".join(f"{name} {value}" for name in names if (value := getattr(entry, name, None)))
