"""`newsclean rules learn FILE...`: rules from pages of one site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsclean.cli.rules.words import PATH, Failing, Failure, place_for, shown, with_target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsclean.authoring.lesson import Lesson


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option("--host", metavar="HOST", help="The site, where neither pages.jsonl nor the pages name it.")
@with_target
def learn(files: tuple[Path, ...], host: str | None, output: Path | None) -> None:
    """Learn rules from saved pages of one site: FILEs, or folders of them. Five or more show most; two must be.

    Written are the story's element, elements that hold nothing of a story, the element of captions, and lines that
    stand in story after story: each with its evidence, and a test for each page. Read what it says it changes, and
    delete what is wrong.

    Exit codes: 0 rules were learned, 1 none were, 2 wrong usage.
    """
    from newsclean.authoring.lesson import lesson
    from newsclean.authoring.saved import saved_pages

    with Failing():
        found = lesson([page for file in files for page in saved_pages(file)], host=host)
    for line in _report(found):
        click.echo(line, err=True)
    if not found.entries:
        message = "nothing recurs on these pages that the general path does not do by itself: no rules were written"
        raise Failure(message)
    path = place_for(output, f"{found.rules.id}.toml")
    if path is None:
        click.echo(found.text, nl=False)
    else:
        path.write_text(found.text, encoding="utf-8")
        folder = files[0] if files[0].is_dir() else files[0].parent
        click.echo(f"wrote {path}; test it: newsclean rules test {path} --pages {folder}", err=True)


def _report(found: Lesson) -> Iterator[str]:
    yield f"{found.rules.id}: {found.entries} entries from {found.pages} pages, {found.changed} of which change"
    yield from (f"{name}: not learned from: {shown(why)}" for name, why in found.unused)
