"""`newsclean rules diff OLD NEW`: what saved pages gain and lose when rules are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsclean.cli.rules.words import FOUND, PATH, Failing, shown, with_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsclean.authoring.diff import PageDiff


@click.command()
@click.argument("old", metavar="OLD", type=PATH)
@click.argument("new", metavar="NEW", type=PATH)
@with_pages
@click.pass_context
def diff(ctx: click.Context, old: Path, new: Path, pages: Path) -> None:
    """Show what pages gain (+) and lose (-) when the rules NEW take the place of OLD: files, or folders of files.

    No other rules apply. Paragraphs, captions and fields that differ have a line each, under the name of their page.

    Exit codes: 0 nothing changes, 1 something does, or a page cannot be read, 2 wrong usage.
    """
    from newsclean.authoring.diff import diff as differences
    from newsclean.authoring.reader import rules_in
    from newsclean.authoring.saved import saved_pages

    with Failing():
        found = list(differences(rules_in(old), rules_in(new), saved_pages(pages)))
    for page in found:
        for line in _lines(page):
            click.echo(line)
    changed = [page for page in found if page.changes]
    broken = sum(page.error is not None for page in found)
    end = f", {broken} cannot be read" if broken else ""
    click.echo(f"{len(changed)} of {len(found)} pages change{end}")
    if changed or broken:
        ctx.exit(FOUND)


def _lines(page: PageDiff) -> Iterator[str]:
    if page.error is not None:
        yield f"{page.page.name}: {page.error}"
    if page.changes:
        yield f"{page.page.name}:"
    for change in page.changes:
        kind = "" if change.part.kind == "paragraph" else f"{change.part.kind} "
        why = f"  [{change.why}]" if change.why else ""
        yield f"{'+' if change.gained else '-'} {kind}{shown(change.part.text)}{why}"
