"""The rules of a site one by one."""

from __future__ import annotations

from newsclean import SiteRules
from newsclean.authoring.variants import variants

TOML = """
hosts = ["a.example"]
[fields]
title = ["h1"]
[[keep]]
id = "note"
css = "p.note"
[[drop]]
id = "more"
text = "^More"
[[tail]]
id = "end"
anchor = "^End$"
lines = "^x$"
[[layout]]
id = "new"
body = ["main"]
[layout.fields]
title = ["h2"]
authors = ["p.by"]
[[layout.caption]]
id = "cap"
css = "p.cap"
[layout.expect]
must_match = ["body", "cap", "more", "fields.title", "fields.authors"]
"""


def test_every_rule_is_left_out_once_and_nothing_else_is() -> None:
    site = SiteRules.from_toml(TOML, id="a.example")
    found = {variant.rule: variant for variant in variants(site)}
    assert {rule: variant.does for rule, variant in found.items()} == {
        "a.example/fields.title": "fields",
        "a.example/fields.authors": "fields",
        "a.example/note": "keep",
        "a.example/more": "drop",
        "a.example/end": "tail",
        "a.example/new": "body",
        "a.example/cap": "caption",
    }
    assert not found["a.example/note"].without.keep
    assert found["a.example/note"].without.drop == site.drop
    assert not found["a.example/cap"].without.layout[0].caption
    assert not found["a.example/new"].without.layout[0].body


def test_a_field_is_left_out_in_the_layouts_too() -> None:
    title = next(variants(SiteRules.from_toml(TOML, id="a.example"))).without
    assert (title.fields.title, title.layout[0].fields.title, title.layout[0].fields.authors) == ((), (), ("p.by",))


def test_what_is_left_out_is_not_asked_for() -> None:
    """Otherwise the whole layout would be set aside, and the rule be blamed for that."""
    names = {"new": "body", "cap": "cap", "more": "more", "fields.title": "fields.title"}
    for variant in variants(SiteRules.from_toml(TOML, id="a.example")):
        wanted = variant.without.layout[0].expect.must_match
        rule = variant.rule.removeprefix("a.example/")
        assert (len(wanted), names.get(rule) in wanted) == (4 if rule in {*names, "fields.authors"} else 5, False)
