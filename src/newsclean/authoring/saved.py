"""Saved pages with their addresses: a folder with an index, an index alone, or a folder of pages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.errors import InputError, RuleError
from newsclean.model import Response
from newsclean.sources.file import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX: Final = "pages.jsonl"
"""The index of a folder of pages: a line for each, with `file` and `url`."""
FILE_KEYS: Final = ("file", "html")
"""Names of the file of a page in an index; rows of evaluation sets call it `html`."""
PAGE_SUFFIXES: Final = frozenset((".html", ".htm", ".xhtml", ".txt", ".warc"))
"""Files that are pages where no index names them; each may be compressed, with `.gz` behind."""


class Saved(NamedTuple):
    """A saved page and its address."""

    path: Path
    url: str | None
    name: str
    """What tells it from the others, for people: the file's name, with its folder where there are several."""


def saved_pages(place: Path) -> tuple[Saved, ...]:
    """The pages that a place holds, those of the index first, each once.

    Args:
        place: a folder of pages, a folder of such folders, an index (`.jsonl`), or one page.

    Raises:
        RuleError: there is no such place, no page in it, or an index is wrong.
    """
    if place.is_dir():
        folders = [place, *sorted(path for path in place.iterdir() if path.is_dir())]
        found = [page for folder in folders for page in _in_folder(folder, place)]
    elif place.suffix == ".jsonl":
        found = list(_indexed(place, place.parent))
    else:
        found = [Saved(place, addresses(place.parent).get(place.name), place.name)]
    if not found or not place.exists():
        raise RuleError(str(place), "", "there is no page" if place.exists() else "there is no such file or folder")
    return tuple(found)


def addresses(folder: Path) -> dict[str, str | None]:
    """The addresses of the pages in a folder, by the names of their files, as its index says; none without an index.

    Raises:
        RuleError: the index is wrong.
    """
    index = folder / INDEX
    return {page.name: page.url for page in _indexed(index, folder)} if index.is_file() else {}


def read_saved(page: Saved) -> Response:
    """The bytes of a page, with what a web archive knows of them; a compressed page is unpacked.

    Raises:
        InputError: the file is missing, or cannot be read.
    """
    response = read_file(page.path)
    if page.path.suffix != ".gz" or response.via == "warc":
        return response
    try:
        body = gzip.decompress(response.body)
    except (OSError, EOFError) as error:
        raise InputError("not_text", f"{page.path} is not what its name says, a compressed page: {error}") from None
    return Response(body=body, via="file")


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines.

    Raises:
        RuleError: the file cannot be read, or a line is no object; the error names the line.
    """
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(str(file), "", f"cannot be read: {error}") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise RuleError(str(file), "", f"every line must be JSON, line {number} is not: {error}") from None
        if not isinstance(row, dict):
            raise RuleError(str(file), "", f"every line must be JSON in braces, line {number} is not")
        yield row


def file_of(row: dict[str, Any]) -> str | None:
    """The file that a row of an index names, or None."""
    names = (row.get(key) for key in FILE_KEYS)
    return next((name for name in names if isinstance(name, str) and name), None)


def _in_folder(folder: Path, top: Path) -> Iterator[Saved]:
    index = folder / INDEX
    listed = list(_indexed(index, top)) if index.is_file() else []
    yield from listed
    known = {page.path for page in listed}
    for path in sorted(folder.iterdir()):
        if path.is_file() and _is_page(path) and path not in known:
            yield Saved(path, None, str(path.relative_to(top)))


def _indexed(index: Path, top: Path) -> Iterator[Saved]:
    for number, row in enumerate(rows(index), 1):
        name, url = file_of(row), row.get("url")
        if name is None or "url" not in row or not isinstance(url, str | None):
            message = f'every line must be JSON as {{"file": ..., "url": ...}}, entry {number} is not'
            raise RuleError(str(index), "", message)
        path = index.parent / name
        yield Saved(path, url, str(path.relative_to(top)) if path.is_relative_to(top) else str(path))


def _is_page(path: Path) -> bool:
    suffix = Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
    return suffix.lower() in PAGE_SUFFIXES
