"""`newsclean rules test FILE...`: the expectations of rule files, held against their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsclean
from newsclean.cli.rules.words import FOUND, PATH, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsclean.authoring.saved import Saved
    from newsclean.rules.model import SiteRules
    from newsclean.rules.testing import Result


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=PATH)
@click.option(
    "--pages", metavar="DIR", type=PATH, help="Folder with the pages, or with a folder of pages for each site."
)
@click.option("-v", "--verbose", is_flag=True, help="Show what held, too.")
@click.pass_context
def test(ctx: click.Context, files: tuple[Path, ...], pages: Path | None, *, verbose: bool) -> None:
    """Test rule files: every [[test]] in them, on its page.

    A page is looked for in the folder of --pages, and without it beside the rule file and in `pages` there. One that
    no pages.jsonl names is taken to be on the first of the rule's hosts.
    """
    total = failed = 0
    for file in (file for path in files for file in _files(path)):
        for result in _results(file, pages):
            total += 1
            failed += not result.passed
            if verbose or not result.passed:
                click.echo(_line(file, result))
    click.echo(f"{total - failed} of {total} expectations hold")
    if failed or not total:
        ctx.exit(FOUND)


def _files(path: Path) -> list[Path]:
    from newsclean.rules.library import rule_files

    try:
        return rule_files(path)
    except newsclean.RuleError as error:
        raise Failure(str(error)) from error


def _results(file: Path, pages: Path | None) -> Iterator[Result]:
    from newsclean.rules.load import load_rules
    from newsclean.rules.testing import run_cases

    try:
        site = load_rules(file)
        with newsclean.Cleaner(newsclean.Options(rules=(file,))) as cleaner:
            yield from run_cases(
                site, _opener(file, pages, site), lambda saved: cleaner.parse(saved.path, url=saved.url)
            )
    except newsclean.RuleError as error:
        raise Failure(str(error)) from error


def _opener(file: Path, pages: Path | None, site: SiteRules) -> Callable[[str], Saved]:
    from newsclean.authoring.saved import Saved, addresses
    from newsclean.rules.hosts import ANY_BELOW

    bases = (pages,) if pages else (file.parent, file.parent / "pages")
    folders = [folder for base in bases for folder in (base / file.stem, base)]
    urls = {folder: addresses(folder) for folder in folders}
    host = next((host for host in site.hosts if not host.startswith(ANY_BELOW)), None)
    somewhere = f"https://{host}/" if host else None

    def opened(name: str) -> Saved:
        for folder in folders:
            if (folder / name).is_file():
                return Saved(folder / name, urls[folder].get(name, somewhere), name)
        message = f"no page {name} in {', '.join(map(str, folders))}"
        raise FileNotFoundError(message)

    return opened


def _line(file: Path, result: Result) -> str:
    verdict = "holds" if result.passed else "FAILS"
    return f"{file}: {result.page}: {result.kind} {verdict}: expected {result.expected!r}, found {result.found!r}"
