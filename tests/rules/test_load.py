"""Rule files are read strictly: each mistake is an error with file and place."""

from __future__ import annotations

import contextlib
import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import RuleError
from newsclean.rules.load import load_rules, read_rules
from newsclean.rules.model import Drop, SiteRules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVERYTHING = """
schema = 1
name = "The Example"
hosts = ["example.com", "*.example.com"]
signature = ['Read more on The Example']

[fields]
title = ["jsonld:headline", "h1"]

[[keep]]
id = "correction"
text = '^Correction:'

[[caption]]
id = "cutline"
css = "p.cutline"
credit = '\\((?P<credit>[^)]+)\\)$'
max_share = 0.4

[[drop]]
id = "more-on"
css = "p:has(> strong:only-child)"
text = '(?i)^read more'
where = "last:30%"
kind = "related"
max_share = 0.15
reason = "the box of further stories"

[[tail]]
id = "footer"
anchor = '^The Example is also at$'
lines = '^example\\.(org|net)$'

[[layout]]
id = "2024"
detect = "main[data-page-id]"
since = 2024-03-01
until = 2025-12-31
body = ["section[name=articleBody]", "article#story"]
[layout.fields]
authors = ["address a[rel=author]", "meta:author"]
[[layout.drop]]
id = "box"
css = ".box"
where = "after:more-on"
[layout.expect]
body = "many"
min_paragraphs = 4
must_match = ["body", "fields.title", "box", "more-on"]

[[test]]
page = "senate.html"
contains = ["a passage"]
not_contains = ["Sign up"]
captions = 3
drops = { more-on = 2, footer = 1 }
fields = { title = "A title", authors = ["Jane Doe"] }
"""


def test_every_key_of_the_format_is_read(write: Callable[..., Path]) -> None:
    site = load_rules(write("example.com", EVERYTHING))
    assert (site.id, site.name) == ("example.com", "The Example")
    assert site.drop == (
        Drop(
            id="more-on",
            css="p:has(> strong:only-child)",
            text="(?i)^read more",
            where="last:30%",
            kind="related",
            max_share=0.15,
            reason="the box of further stories",
        ),
    )
    (layout,) = site.layout
    assert (str(layout.since), layout.expect.min_paragraphs, layout.body[1]) == ("2024-03-01", 4, "article#story")
    assert site.test[0].drops == {"more-on": 2, "footer": 1}


def test_rules_are_values(write: Callable[..., Path]) -> None:
    site = load_rules(write("example.com", EVERYTHING))
    assert site == SiteRules.from_toml(EVERYTHING, id="example.com")
    assert hash(site) == hash(SiteRules.from_toml(EVERYTHING, id="example.com"))
    assert pickle.loads(pickle.dumps(site)) == site


BASE = 'hosts = ["example.com"]\n'

MISTAKES = {
    "unknown key": ('csss = "p"', "csss", "unknown key 'csss'"),
    "misspelt key": ('[[drop]]\nid = "a"\ncss = "p"\nwher = "last:3"', "drop[0].wher", "did you mean 'where'?"),
    "wrong type": ('[[drop]]\nid = "a"\ncss = 7', "drop[0].css", "expected `str | null`, got `int`"),
    "wrong type deep down": (
        '[[layout]]\nid = "l"\n[layout.expect]\nmin_paragraphs = "4"',
        "layout[0].expect.min_paragraphs",
        "expected `int`",
    ),
    "text where a list belongs": ('signature = "a"', "signature", "expected `array`, got `str`"),
    "no id": ('[[drop]]\ncss = "p"', "drop[0]", "missing required field `id`"),
    "unknown kind": ('[[drop]]\nid = "a"\ncss = "p"\nkind = "spam"', "drop[0].kind", "'spam'"),
    "later format": ("schema = 2", "schema", "2"),
    "date with a time": ('[[layout]]\nid = "l"\nsince = 2024-01-01T00:00:00', "layout[0].since", "expected `date"),
    "dates the wrong way round": (
        '[[layout]]\nid = "l"\nsince = 2024-01-02\nuntil = 2024-01-01',
        "layout[0].until",
        "before since",
    ),
    "bad selector": ('[[drop]]\nid = "a"\ncss = "p..b"', "drop[0].css", "not a CSS selector: 'p..b'"),
    "dear selector": ('[[drop]]\nid = "a"\ncss = "p:has(a b i)"', "drop[0].css", "2 steps to any element below"),
    "bad selector of a layout": ('[[layout]]\nid = "l"\ndetect = "main["', "layout[0].detect", "not a CSS selector"),
    "bad body": ('[[layout]]\nid = "l"\nbody = ["main", "p:foo"]', "layout[0].body[1]", "not a CSS selector"),
    "bad selector of a field": ('[fields]\ntitle = ["h1", "h1 >@href"]', "fields.title[1]", "not a CSS selector"),
    "bad pattern": ("[[drop]]\nid = \"a\"\ntext = '(unclosed'", "drop[0].text", "not a pattern"),
    "bad pattern of a tail": ("[[tail]]\nid = \"a\"\nanchor = 'x'\nlines = '*'", "tail[0].lines", "not a pattern"),
    "bad credit": ("[[caption]]\nid = \"a\"\ncss = 'p'\ncredit = '['", "caption[0].credit", "not a pattern"),
    "bad signature": ("signature = ['a', '(']", "signature[1]", "not a pattern"),
    "bad pattern of a field": ("[fields]\ntitle = ['text:(']", "fields.title[0]", "not a pattern"),
    "source without a name": ("[fields]\ntitle = ['meta:']", "fields.title[0]", "names nothing"),
    "bad place": ('[[drop]]\nid = "a"\ncss = "p"\nwhere = "end"', "drop[0].where", "'end' is not a place"),
    "after nothing": (
        '[[drop]]\nid = "mirrors"\ncss = "p"\n[[drop]]\nid = "a"\ncss = "p"\nwhere = "after:mirors"',
        "drop[1].where",
        "there is no entry 'mirors' here: did you mean 'mirrors'?",
    ),
    "after itself": ('[[drop]]\nid = "a"\ncss = "p"\nwhere = "after:a"', "drop[0].where", "stands after itself"),
    "after one another": (
        '[[drop]]\nid = "a"\ncss = "p"\nwhere = "after:b"\n[[keep]]\nid = "b"\ncss = "p"\nwhere = "after:a"',
        "keep[0].where",
        "stands after itself",
    ),
    "after an entry of a layout": (
        '[[drop]]\nid = "a"\ncss = "p"\nwhere = "after:b"\n[[layout]]\nid = "l"\n[[layout.drop]]\nid = "b"\ncss = "p"',
        "drop[0].where",
        "there is no entry 'b' here",
    ),
    "id twice": ('[[drop]]\nid = "a"\ncss = "p"\n[[keep]]\nid = "a"\ncss = "p"', "drop[0].id", "taken by keep[0]"),
    "id of a layout taken": ('[[drop]]\nid = "a"\ncss = "p"\n[[layout]]\nid = "a"', "layout[0].id", "taken by drop[0]"),
    "id that is none": ('[[drop]]\nid = "A b"\ncss = "p"', "drop[0].id", "is not an id"),
    "an entry for everything": ('[[drop]]\nid = "a"', "drop[0]", "would match everything"),
    "share above one": ('[[drop]]\nid = "a"\ncss = "p"\nmax_share = 15', "drop[0].max_share", "is not a share"),
    "host with a scheme": ('hosts = ["https://example.com"]', "hosts[0]", "is not a host"),
    "host with a path": ('hosts = ["example.com/news"]', "hosts[0]", "is not a host"),
    "a whole top-level domain": ('hosts = ["*.com"]', "hosts[0]", "every site of a top-level domain"),
    "promise of nothing": (
        '[[layout]]\nid = "l"\n[layout.expect]\nmust_match = ["field.title"]',
        "layout[0].expect.must_match[0]",
        "did you mean 'fields.title'?",
    ),
    "promise of a body that is not there": (
        '[[layout]]\nid = "l"\n[layout.expect]\nmust_match = ["body"]',
        "layout[0].expect.must_match[0]",
        "is nothing that could match",
    ),
    "count of an unknown entry": (
        '[[test]]\npage = "p"\ndrops = { a = 1 }',
        "test[0].drops.a",
        "there is no entry 'a'",
    ),
    "unknown field of an article": (
        '[[test]]\npage = "p"\nfields = { headline = "x" }',
        "test[0].fields.headline",
        "an article has no field 'headline'",
    ),
    "layer outside of the folder": ('extends = "../secret"', "extends", "is no rule file"),
    "layer by its file": ('extends = "/etc/rules"', "extends", "is no rule file"),
    "comment that eats the end of a signature": ("signature = ['(?x)a #b']", "signature[0]", "not a pattern"),
    "number too long to read": (f"schema = {'9' * 5000}", "", "not TOML"),
    "unknown shared layer": ('extends = "group/none"', "extends", "there is no such rule file"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_each_kind_of_mistake_is_told_with_its_place(mistake: str, write: Callable[..., Path]) -> None:
    toml, place, message = MISTAKES[mistake]
    path = write("example.com", toml if toml.startswith("hosts") else f"{BASE}{toml}")
    with pytest.raises(RuleError) as caught:
        load_rules(path)
    assert caught.value.file == str(path)
    assert caught.value.path == place
    assert message in caught.value.message


def test_broken_toml_is_told_with_its_line(write: Callable[..., Path]) -> None:
    with pytest.raises(RuleError, match=r"not TOML: .*line 2"):
        load_rules(write("example.com", "schema = 1\nhosts = \n"))


def test_a_file_that_cannot_be_read_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="there is no such file"):
        load_rules(tmp_path / "nowhere.toml")
    with pytest.raises(RuleError, match=r"ends in \.toml"):
        load_rules(tmp_path / "rules.json")
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(RuleError, match="cannot be read"):
        load_rules(tmp_path / "folder.toml")
    (tmp_path / "latin.toml").write_bytes("name = 'Caf\xe9'".encode("latin-1"))
    with pytest.raises(RuleError, match="not UTF-8"):
        load_rules(tmp_path / "latin.toml")
    (tmp_path / "deep.toml").write_text("a = " + "[" * 5000)
    with pytest.raises(RuleError):
        load_rules(tmp_path / "deep.toml")


def test_a_name_with_white_space_is_no_name_for_a_rule_file() -> None:
    with pytest.raises(RuleError, match="no name for a rule file"):
        read_rules(BASE, site="a b")


def test_a_shared_layer_gives_its_entries_and_not_its_hosts(write: Callable[..., Path]) -> None:
    write("group/sisters", "name = 'Group'\n[[drop]]\nid = 'a'\ncss = '.a'\n[[drop]]\nid = 'b'\ncss = '.b'")
    path = write("example.com", f"{BASE}extends = 'group/sisters'\n[[drop]]\nid = 'b'\ncss = '.own'\nwhere = 'after:a'")
    site = load_rules(path)
    assert [(entry.id, entry.css) for entry in site.drop] == [("a", ".a"), ("b", ".own")]
    assert (site.name, site.hosts, site.extends) == ("Group", ("example.com",), None)


def test_a_layer_may_extend_a_layer_beside_it(write: Callable[..., Path]) -> None:
    write("group/base", "[[drop]]\nid = 'a'\ncss = '.a'")
    write("group/sisters", "extends = 'base'\n[[drop]]\nid = 'b'\ncss = '.b'")
    site = load_rules(write("example.com", f"{BASE}extends = 'group/sisters'"))
    assert [entry.id for entry in site.drop] == ["a", "b"]


def test_a_mistake_in_a_shared_layer_is_told_with_its_own_file(write: Callable[..., Path]) -> None:
    group = write("group/sisters", "[[drop]]\nid = 'a'\ncss = 'p..b'")
    with pytest.raises(RuleError) as caught:
        load_rules(write("example.com", f"{BASE}extends = 'group/sisters'"))
    assert caught.value.file == str(group)


def test_layers_that_extend_one_another_are_refused(write: Callable[..., Path]) -> None:
    write("group/a", "extends = 'b'")
    write("group/b", "extends = 'a'")
    with pytest.raises(RuleError, match="extends itself, perhaps through others"):
        load_rules(write("example.com", f"{BASE}extends = 'group/a'"))


def test_a_file_may_extend_shipped_rules(write: Callable[..., Path]) -> None:
    site = load_rules(write("mirror.example", "hosts = ['mirror.example']\nextends = 'presstv.ir'"))
    assert (site.hosts, site.name) == (("mirror.example",), "Press TV")
    assert "mirrors" in [entry.id for entry in site.tail]


@given(st.text(max_size=200) | st.sampled_from(tuple(EVERYTHING.splitlines())).flatmap(lambda line: st.just(line * 2)))
def test_any_text_gives_rules_or_a_rule_error(text: str) -> None:
    with contextlib.suppress(RuleError):
        assert isinstance(read_rules(text, site="example.com"), SiteRules)
