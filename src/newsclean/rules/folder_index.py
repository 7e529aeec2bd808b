"""The index of a folder of the user's rules, so that only the files of a page's site are read.

It is `index.json` in the folder, has hosts and signatures, and is written by `newsclean rules index` and `import`.
It holds only files that were read without a mistake, and speaks of a file only as long as size and time of that file
are what they were, and of no file under another version of newsclean. Deleting it costs time and nothing else.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import msgspec

import newsclean
from newsclean.rules.load import SUFFIX, load_layer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME: Final = "index.json"
"""The file, beside the rule files."""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What the index knows of a file."""

    size: int
    time: int
    """Of the last change, in nanoseconds."""
    hosts: tuple[str, ...]
    signature: tuple[str, ...]


class _Index(msgspec.Struct, frozen=True):
    version: str
    files: dict[str, Entry]


def read_folder(folder: Path) -> Mapping[str, Entry | None]:
    """Names of the rule files of a folder, in order, each with what the index knows of it, or None.

    An index that cannot be read is none.
    """
    files = {entry.name: entry for entry in os.scandir(folder) if entry.name.endswith(SUFFIX)}
    known = _read(folder / NAME)
    return {name: _fresh(known.get(name), files[name]) for name in sorted(files)}


def write(folder: Path) -> int:
    """Writes the index of a folder anew; returns how many files it holds.

    Raises:
        RuleError: a rule file in the folder is wrong.
        OSError: the index cannot be written.
    """
    files: dict[str, Entry] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        before = path.stat()
        rules = load_layer(path)
        files[path.name] = Entry(before.st_size, before.st_mtime_ns, rules.hosts, rules.signature)
    (folder / NAME).write_bytes(msgspec.json.encode(_Index(newsclean.__version__, files)) + b"\n")
    return len(files)


def _read(path: Path) -> Mapping[str, Entry]:
    try:
        index = msgspec.json.decode(path.read_bytes(), type=_Index)
    except (OSError, msgspec.DecodeError):
        return {}
    return index.files if index.version == newsclean.__version__ else {}


def _fresh(known: Entry | None, file: os.DirEntry[str]) -> Entry | None:
    if known is None:
        return None
    now = file.stat()
    return known if (known.size, known.time) == (now.st_size, now.st_mtime_ns) else None
