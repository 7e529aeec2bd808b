"""Rules as the text of a rule file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.rules.index import shipped_files
from newsclean.rules.load import load_rules, read_rules
from newsclean.rules.model import Case, Drop, SiteRules
from newsclean.rules.writing import dumps

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = """\
schema = 1
name = "The Valley Post"
hosts = ["valley.example", "*.valley.example"]
signature = ['^Read "ours"$']

[fields]
title = ['h1 =~ ^(?P<value>\\w+)$']

[[drop]]
id = "a"
css = "p.hint"
kind = "related"
max_share = 0.5

[[keep]]
id = "k"
text = "^x"

[[tail]]
id = "t"
anchor = "^a$"
lines = "^b$"

[[layout]]
id = "l"
detect = "main"
since = 2024-03-01
body = ["main"]

[layout.fields]
authors = ["jsonld:author.name"]

[[layout.caption]]
id = "c"
css = "p.sub"

[layout.expect]
min_words = 20
must_match = ["body", "fields.authors"]

[[layout]]
id = "m"

[[test]]
page = "ferry.html"
contains = ["one", "two"]
captions = 2
drops = { a = 1, t = 0 }
fields = { title = "Ferry", is_accessible_for_free = true, authors = ["Ann Lee"] }
"""


def test_what_is_written_like_this_is_written_again() -> None:
    assert dumps(read_rules(EVERYTHING, site="valley.example")) == EVERYTHING


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: path.stem)
def test_the_shipped_rules_are_the_same_when_read_again(path: Path) -> None:
    rules = load_rules(path)
    assert read_rules(dumps(rules), site=rules.id) == rules


def test_a_comment_stands_above() -> None:
    assert dumps(SiteRules(id="x"), comment="One.\nTwo.") == "# One.\n# Two.\nschema = 1\n"


def test_a_long_list_is_written_below_one_another() -> None:
    text = dumps(SiteRules(id="x", hosts=tuple(f"{'a' * 30}{i}.example" for i in range(4))))
    assert text.count("\n  ") == 4


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(TEXTS, st.lists(TEXTS, max_size=3), st.dictionaries(TEXTS, st.integers(0, 9), max_size=2))
def test_any_text_is_read_as_it_was(text: str, many: list[str], drops: dict[str, int]) -> None:
    import tomllib

    rules = SiteRules(
        id="x", name=text, drop=(Drop(id="a", css=text),), test=(Case(page=text, contains=tuple(many), drops=drops),)
    )
    data: dict[str, Any] = tomllib.loads(dumps(rules))
    assert data["name"] == data["drop"][0]["css"] == data["test"][0]["page"] == text
    assert data["test"][0].get("contains", []) == many
    assert data["test"][0].get("drops", {}) == drops
