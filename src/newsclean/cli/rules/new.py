"""`newsclean rules new URL|FILE...`: a draft of a rule file, with a test that fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsclean.cli.rules.words import Failing, Failure, place_for, shown, with_target

if TYPE_CHECKING:
    from newsclean.authoring.saved import Saved


@click.command()
@click.argument("sources", metavar="URL|FILE...", nargs=-1, required=True)
@click.option("--url", metavar="URL", help="Address of the page, where one file is given and no pages.jsonl names it.")
@click.option("--host", metavar="HOST", help="The site, where neither addresses nor the pages name it.")
@click.option("--allow-private", is_flag=True, help="Fetch from loopback and private addresses, too.")
@with_target
def new(
    sources: tuple[str, ...], url: str | None, host: str | None, output: Path | None, *, allow_private: bool
) -> None:
    """Draft rules for a site from one or more pages of it: addresses, files, or folders of files.

    A page that is fetched is saved in a folder `pages` beside the rule file, where its test finds it. What may need a
    rule stands in the draft as comments; CHOOSE marks what is yours to say. The test fails until you have said it.

    Exit codes: 0 a draft was written, 1 none was, 2 wrong usage.
    """
    from newsclean.authoring.draft import draft
    from newsclean.authoring.lesson import read_all

    if output is not None and not output.is_dir():
        place_for(output, "")  # fails before anything is fetched
    folder = (output if output is not None and output.is_dir() else Path(output or ".").parent) / "pages"
    with Failing():
        pages = [page for source in sources for page in _pages(source, url, folder, allow_private=allow_private)]
        specimens, unused = read_all(pages, host)
        for name, why in unused:
            click.echo(f"{name}: {shown(why)}", err=True)
        if not specimens:
            message = "no page is left to draft a rule from"
            raise Failure(message)
        site, text = draft(specimens, host=host)
    path = place_for(output, f"{site}.toml")
    if path is None:
        click.echo(text, nl=False)
        return
    path.write_text(text, encoding="utf-8")
    click.echo(f"wrote {path}: look for CHOOSE in it", err=True)


def _pages(source: str, url: str | None, folder: Path, *, allow_private: bool) -> list[Saved]:
    from newsclean.authoring.saved import saved_pages
    from newsclean.sources.memory import address

    if address(source):
        from newsclean.authoring.fetched import fetch_and_save

        return [fetch_and_save(source, folder, allow_private=allow_private)]
    pages = saved_pages(Path(source))
    return [page._replace(url=page.url or url) for page in pages]
