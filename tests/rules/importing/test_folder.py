"""A folder of site files of another system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.errors import RuleError
from newsclean.rules.importing.folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_every_file_is_told_of_by_name(tmp_path: Path) -> None:
    for name in ("b.example.txt", "a.example.txt", ".a.example.txt", "README.md"):
        (tmp_path / name).write_text("strip: //aside", encoding="utf-8")
    assert [found.file for found in read_folder(tmp_path)] == [".a.example.txt", "a.example.txt", "b.example.txt"]


def test_a_host_belongs_to_one_file(tmp_path: Path) -> None:
    for name in ("www.a.example.txt", "a.example.txt", ".a.example.txt"):
        (tmp_path / name).write_text("strip: //aside", encoding="utf-8")
    assert {found.file: found.problem for found in read_folder(tmp_path)} == {
        ".a.example.txt": None,
        "a.example.txt": None,
        "www.a.example.txt": "a.example.txt has the name a.example already",
    }


def test_a_rule_file_is_written_once(tmp_path: Path) -> None:
    for name in (".a.example.txt", "any.a.example.txt"):
        (tmp_path / name).write_text("strip: //aside", encoding="utf-8")
    assert [found.problem for found in read_folder(tmp_path)] == [
        None,
        ".a.example.txt has the name any.a.example already",
    ]


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.example.txt").write_bytes(b"strip: //aside\xff")
    (tmp_path / "b.example.txt").mkdir()
    first, second = read_folder(tmp_path)
    assert first.problem == "not UTF-8 (byte 14)"
    assert (second.problem or "").startswith("cannot be read: ")


def test_a_folder_without_such_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"their names end in \.txt"):
        list(read_folder(tmp_path))
    with pytest.raises(RuleError, match="there is no such folder"):
        list(read_folder(tmp_path / "none"))
