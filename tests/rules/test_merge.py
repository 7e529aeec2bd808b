"""Rules on top of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.rules.merge import extend, override

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.rules.model import SiteRules

EARLIER = """
name = "Earlier"
hosts = ["example.com"]
[fields]
title = ["h1"]
authors = [".by"]
[[drop]]
id = "a"
css = ".a"
[[drop]]
id = "b"
css = ".b"
[[layout]]
id = "l"
detect = "main"
body = ["article"]
[[layout.drop]]
id = "c"
css = ".c"
[layout.expect]
min_words = 10
[[test]]
page = "one"
"""
LATER = """
hosts = ["example.org"]
[fields]
title = ["h2"]
[[drop]]
id = "a"
css = ".new"
[[drop]]
id = "z"
css = ".z"
[[layout]]
id = "l"
detect = "section"
[[layout.drop]]
id = "d"
css = ".d"
[[test]]
page = "two"
"""


def test_an_entry_replaces_the_one_of_its_id_in_its_place_and_new_ones_follow(rules: Callable[..., SiteRules]) -> None:
    site = override(rules(EARLIER), rules(LATER))
    assert [(entry.id, entry.css) for entry in site.drop] == [("a", ".new"), ("b", ".b"), ("z", ".z")]


def test_a_layout_keeps_what_the_later_one_leaves_out(rules: Callable[..., SiteRules]) -> None:
    (layout,) = override(rules(EARLIER), rules(LATER)).layout
    assert (layout.detect, layout.body, layout.expect.min_words) == ("section", ("article",), 10)
    assert [entry.id for entry in layout.drop] == ["c", "d"]


def test_a_field_is_replaced_whole_and_others_stay(rules: Callable[..., SiteRules]) -> None:
    fields = override(rules(EARLIER), rules(LATER)).fields
    assert (fields.title, fields.authors) == (("h2",), (".by",))


def test_later_rules_for_a_site_have_the_hosts_and_tests_of_both(rules: Callable[..., SiteRules]) -> None:
    site = override(rules(EARLIER), rules(LATER))
    assert (site.hosts, site.name) == (("example.com", "example.org"), "Earlier")
    assert [case.page for case in site.test] == ["one", "two"]


def test_a_site_that_extends_a_layer_has_its_own_hosts_and_tests(rules: Callable[..., SiteRules]) -> None:
    site = extend(rules(EARLIER), rules(LATER))
    assert (site.hosts, site.name) == (("example.org",), "Earlier")
    assert [case.page for case in site.test] == ["two"]


def test_rules_on_top_of_themselves_are_themselves(rules: Callable[..., SiteRules]) -> None:
    site = rules(EARLIER)
    assert override(site, site) == site
