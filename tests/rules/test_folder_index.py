"""A large folder of rules: indexed, only the files of a page's site are read; whatever has changed is read all the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from newsclean.errors import RuleError
from newsclean.options import Options
from newsclean.rules import folder_index, library
from newsclean.rules.index import shipped_files
from newsclean.rules.library import RuleLibrary
from newsclean.rules.load import load_layer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsclean.page import Page
    from newsclean.rules.model import SiteRules

ONE = "hosts = ['one.example']\n"
TWO = "signature = ['Two of Two']\n"


@pytest.fixture
def folder(write: Callable[..., Path]) -> Path:
    """Two rule files, indexed."""
    write("rules/two", TWO)
    path = write("rules/one", ONE).parent
    assert folder_index.write(path) == 2
    return path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the rule files of the user that were read, as it goes on."""
    names: list[str] = []

    def counted(path: Path) -> SiteRules:
        names.append(path.stem)
        return load_layer(path)

    monkeypatch.setattr(library, "load_layer", counted)
    return names


def build(*folders: Path | SiteRules) -> RuleLibrary:
    return RuleLibrary.from_options(Options(rules=folders), environ={})


def own(found: RuleLibrary) -> list[str]:
    return sorted({*found.names()} - {path.stem for path in shipped_files()})


def test_only_the_files_of_a_page_s_site_are_read(
    folder: Path, read: list[str], text_page: Callable[..., Page]
) -> None:
    found = build(folder)
    assert own(found) == ["one", "two"]
    assert found.find(text_page("Story.", url="https://other.example/1")) is None
    assert read == []
    for _ in range(2):
        site = found.find(text_page("Story.", url="https://one.example/1"))
        assert site is not None
        assert site.id == "one"
    assert read == ["one"]
    assert found.find(text_page("Story.", "Two of Two")) == load_layer(folder / "two.toml")


def test_without_an_index_all_are_read(folder: Path, read: list[str]) -> None:
    (folder / folder_index.NAME).unlink()
    build(folder)
    assert read == ["one", "two"]


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text(f"{ONE}name = 'One'\n"),
        lambda path: os.utime(path, ns=(0, 0)),
    ],
    ids=["other size", "other time"],
)
def test_a_file_that_has_changed_is_read(change: Callable[[Path], object], folder: Path, read: list[str]) -> None:
    change(folder / "one.toml")
    assert own(build(folder)) == ["one", "two"]
    assert read == ["one"]


def test_a_new_file_is_read_and_a_deleted_one_is_gone(folder: Path, read: list[str]) -> None:
    (folder / "one.toml").rename(folder / "new.toml")
    assert own(build(folder)) == ["new", "two"]
    assert read == ["new"]


@pytest.mark.parametrize("text", ["", "{}", '{"version": "0.0.0", "files": {}}', '{"version": 1}', "\0"])
def test_an_index_that_is_broken_or_of_another_version_is_none(text: str, folder: Path, read: list[str]) -> None:
    (folder / folder_index.NAME).write_text(text, encoding="utf-8")
    build(folder)
    assert read == ["one", "two"]


def test_a_mistake_in_a_file_that_has_changed_still_shows_at_once(folder: Path) -> None:
    (folder / "one.toml").write_text(f"{ONE}csss = 1\n", encoding="utf-8")
    with pytest.raises(RuleError, match="unknown key 'csss'"):
        build(folder)
    with pytest.raises(RuleError, match="unknown key 'csss'"):
        folder_index.write(folder)


def test_a_file_that_vanishes_after_all_is_an_error(folder: Path) -> None:
    found = build(folder)
    (folder / "one.toml").unlink()
    with pytest.raises(RuleError, match="there is no such file"):
        found.get("one")


def test_later_rules_for_an_indexed_site_go_on_top_of_it(
    folder: Path, write: Callable[..., Path], rules: Callable[..., SiteRules]
) -> None:
    layer = "[[drop]]\nid = 'a'\ntext = '^a$'\n"
    other = write("more/one", f"{ONE}{layer}").parent
    folder_index.write(other)
    site = build(folder, other, rules("[[keep]]\nid = 'k'\ntext = '^k$'", site="one")).get("one")
    assert (site.hosts, [drop.id for drop in site.drop], [keep.id for keep in site.keep]) == (
        ("one.example",), ["a"], ["k"],
    )  # fmt: skip


def test_a_host_belongs_to_the_rules_that_come_later_indexed_or_not(
    folder: Path, rules: Callable[..., SiteRules], text_page: Callable[..., Page]
) -> None:
    page, claim = text_page("Story.", url="https://one.example/1"), rules(ONE, site="another")
    for layers, site in (((folder, claim), "another"), ((claim, folder), "one")):
        found = build(*layers).find(page)
        assert found is not None
        assert found.id == site


def test_an_indexed_file_of_a_shipped_site_adds_to_it(write: Callable[..., Path]) -> None:
    folder = write("mine/presstv.ir", "[[keep]]\nid = 'k'\ntext = '^k$'").parent
    folder_index.write(folder)
    site = build(folder).get("presstv.ir")
    assert "presstv.ir" in site.hosts
    assert [keep.id for keep in site.keep] == ["k"]
