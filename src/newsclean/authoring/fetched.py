"""Fetches a page and saves it with its address, so that a test can read it again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newsclean.authoring.saved import INDEX, Saved, addresses
from newsclean.options import Options
from newsclean.sources.http.fetcher import Fetcher

if TYPE_CHECKING:
    from pathlib import Path

LONGEST: Final = 60
"""Characters of a file's name, without its suffix."""
_WORDS: Final = re.compile(r"[^\w]+")


def fetch_and_save(url: str, folder: Path, *, allow_private: bool = False) -> Saved:
    """The page at an address, in a folder and in its index; the same address again takes the place of the old copy.

    Args:
        url: `http` or `https`.
        folder: made if it is not there.
        allow_private: whether loopback and private addresses may be fetched.

    Raises:
        FetchError: it cannot be had.
        RuleError: the index of the folder is wrong.
    """
    known = addresses(folder)
    with Fetcher(Options(allow_private=allow_private)) as fetcher:
        response = fetcher.fetch(url)
    address = response.url or url
    name = next((name for name, known_url in known.items() if known_url == address), None)
    if name is None:
        name = _free_name(address, folder)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / INDEX).open("a", encoding="utf-8") as index:
            index.write(json.dumps({"file": name, "url": address}, ensure_ascii=False) + "\n")
    path = folder / name
    path.write_bytes(response.body)
    return Saved(path, address, name)


def _free_name(url: str, folder: Path) -> str:
    """A name from the last words of the address, that no file of the folder has."""
    parts = urlsplit(url)
    base = _WORDS.sub("-", parts.path.rstrip("/").rpartition("/")[2].rpartition(".")[0] or parts.path).strip("-")
    base = base[-LONGEST:].strip("-") or "page"
    names = (f"{base}.html" if number == 1 else f"{base}-{number}.html" for number in range(1, 1_000_000))
    return next(name for name in names if not (folder / name).exists())
