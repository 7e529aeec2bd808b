"""`newsclean rules import ftr DIR -o OUT_DIR`: rules of another system, carried over."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import click

import newsclean
from newsclean.cli.rules.words import FOUND, PATH, Failure
from newsclean.formats import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newsclean.rules.importing.ftr import Imported

REPORT: Final = "not-carried-over.tsv"
"""In the folder of the new rules: every line that was not carried over, and why."""

_WIDTH: Final = 100
_HEADER: Final = "file\tline\tkey\twhy\ttext"


@click.group("import")
def import_() -> None:
    """Carry over rules of another system."""


@import_.command()
@click.argument("folder", metavar="DIR", type=PATH)
@click.option("-o", "--output", metavar="OUT_DIR", type=PATH, required=True, help="Folder for the new rule files.")
@click.option("--force", is_flag=True, help="Overwrite rule files that are there and different.")
@click.pass_context
def ftr(ctx: click.Context, folder: Path, output: Path, *, force: bool) -> None:
    """Carry over the site files in DIR, a copy of ftr-site-config.

    A rule file for each site is written to OUT_DIR, and beside them not-carried-over.tsv, which has every line that was
    not carried over, and why. The last line of the output has the totals.
    """
    from newsclean.rules.importing.folder import read_folder

    try:
        found = tuple(read_folder(folder))
    except newsclean.RuleError as error:
        raise Failure(str(error)) from error
    _write(output, _files(found), force=force)
    for each in found:
        if each.rules is None:
            click.echo(f"{each.file}: {each.problem}")
    click.echo(table.draw(_by_key(found), _WIDTH))
    click.echo(_totals(found, output))
    if not any(each.rules for each in found):
        ctx.exit(FOUND)


def _files(found: Sequence[Imported]) -> dict[str, str]:
    """Names and texts of the files to write."""
    from newsclean.rules.load import SUFFIX
    from newsclean.rules.writing import dumps

    texts = {
        f"{each.rules.id}{SUFFIX}": dumps(each.rules, comment=_comment(each))
        for each in found
        if each.rules is not None
    }
    return texts | {REPORT: "\n".join((_HEADER, *(row for each in found for row in _rows(each)), ""))}


def _comment(found: Imported) -> str:
    left = sum(line.reason is not None for line in found.lines)
    carried = f"Carried over from {found.file} of ftr-site-config (public domain) by `newsclean rules import ftr`."
    return f"{carried}\n{left} of {len(found.lines)} lines were not: {REPORT} tells why." if left else carried


def _rows(found: Imported) -> list[str]:
    rows = [] if found.problem is None else [f"{found.file}\t\t\t{found.problem}\t"]
    for line in found.lines:
        if line.reason is not None:
            cells = (found.file, str(line.number), line.key, line.reason, line.value)
            rows.append("\t".join(" ".join(cell.split()) for cell in cells))
    return rows


def _write(folder: Path, texts: dict[str, str], *, force: bool) -> None:
    from newsclean.rules import folder_index as index

    try:
        folder.mkdir(parents=True, exist_ok=True)
        different = [name for name, text in texts.items() if name != REPORT and _differs(folder / name, text)]
        if different and not force:
            message = (
                f"{folder}: {len(different)} rule files are there and different, as {different[0]}: --force overwrites"
            )
            raise Failure(message)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        index.write(folder)
    except OSError as error:
        message = f"{error.filename or folder}: cannot be written: {error.strerror or error}"
        raise Failure(message) from error
    except newsclean.RuleError as error:  # a file that was there before
        raise Failure(str(error)) from error


def _differs(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() != text.encode()


def _by_key(found: Sequence[Imported]) -> list[tuple[str, str, str]]:
    from newsclean.rules.importing.ftr import SELECTORS

    total, carried = _counts(found)
    rows = [
        (key, f"{carried[key]:,} of {total[key]:,}", f"{carried[key] / (total[key] or 1):.1%}") for key in SELECTORS
    ]
    return [("selector lines", "carried over", ""), *rows]


def _counts(found: Sequence[Imported]) -> tuple[Counter[str], Counter[str]]:
    """How many lines of each key select something, and how many of them were carried over."""
    total = Counter(line.key for each in found for line in each.lines if line.selects)
    carried = Counter(
        line.key for each in found if each.rules for line in each.lines if line.selects and line.reason is None
    )
    return total, carried


def _totals(found: Sequence[Imported], output: Path) -> str:
    total, carried = (sum(counts.values()) for counts in _counts(found))
    files = sum(each.rules is not None for each in found)
    share = carried / (total or 1)
    return (
        f"{files:,} of {len(found):,} files, {carried:,} of {total:,} selector lines ({share:.1%}) carried over; "
        f"the others, and why: {output / REPORT}"
    )
