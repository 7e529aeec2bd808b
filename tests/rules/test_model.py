"""The types of the format."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import newsclean
from newsclean.errors import RuleError
from newsclean.rules import model


def test_all_tables_are_frozen_slotted_and_keyword_only() -> None:
    tables = [table for table in vars(model).values() if dataclasses.is_dataclass(table)]
    assert len(tables) == 9
    for table in tables:
        assert isinstance(table, type)
        assert table.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert not hasattr(table, "__dict__") or "__dict__" not in table.__slots__  # type: ignore[attr-defined]
        assert all(field.kw_only for field in dataclasses.fields(table))


def test_every_key_is_in_the_reference() -> None:
    text = (Path(__file__).parents[2] / "docs" / "site-rules.md").read_text("utf-8")
    tables = [table for table in vars(model).values() if dataclasses.is_dataclass(table)]
    keys = {field.name for table in tables for field in dataclasses.fields(table)}
    assert not [key for key in sorted(keys) if f"`{key}`" not in text]


def test_site_rules_is_a_public_name() -> None:
    assert newsclean.SiteRules is model.SiteRules


def test_rules_can_be_written_in_code() -> None:
    site = model.SiteRules.from_toml("hosts = ['example.com']\n[[drop]]\nid = 'a'\ncss = '.a'", id="example.com")
    assert site == model.SiteRules(id="example.com", hosts=("example.com",), drop=(model.Drop(id="a", css=".a"),))


def test_wrong_rules_in_code_are_named_as_their_file_would_be() -> None:
    with pytest.raises(RuleError) as caught:
        model.SiteRules.from_toml("[[drop]]\nid = 'a'\ncss = 'p..b'", id="example.com")
    assert (caught.value.file, caught.value.path) == ("example.com", "drop[0].css")
