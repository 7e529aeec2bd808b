"""A folder of rule files of another system: each converted once, and no host twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.errors import RuleError
from newsclean.rules.hosts import spell
from newsclean.rules.importing import ftr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsclean.rules.importing.ftr import Imported


def read_folder(folder: Path) -> Iterator[Imported]:
    """What became of each file of a folder of ftr-site-config, by name.

    Raises:
        RuleError: there is no such folder, or no such file in it.
    """
    if not folder.is_dir():
        raise RuleError(str(folder), "", "there is no such folder")
    files = sorted(folder.glob(f"*{ftr.SUFFIX}"), key=lambda path: (path.name.removeprefix("www."), path.name))
    if not files:
        raise RuleError(str(folder), "", f"there is no file of {ftr.ORIGIN} in it: their names end in {ftr.SUFFIX}")
    owners: dict[str, str] = {}
    for path in files:
        found = _read(path)
        if found.rules is not None:
            for name in (spell(found.rules.hosts[0]), found.rules.id):
                owner = owners.setdefault(name, path.name)
                if owner != path.name:
                    found = replace(found, rules=None, problem=f"{owner} has the name {name} already")
                    break
        yield found


def _read(path: Path) -> Imported:
    try:
        return ftr.convert(path.name, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        return ftr.Imported(file=path.name, rules=None, problem=f"not UTF-8 (byte {error.start})")
    except OSError as error:
        return ftr.Imported(file=path.name, rules=None, problem=f"cannot be read: {error.strerror or error}")
