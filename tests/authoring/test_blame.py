"""What each rule is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.authoring.conftest import STORIES, SUPPORT, TOML

from newsclean import SiteRules
from newsclean.authoring.blame import blame, mean_scores
from newsclean.authoring.gold import Gold
from newsclean.authoring.reader import library_of
from newsclean.authoring.saved import Saved, saved_pages

if TYPE_CHECKING:
    from pathlib import Path

MORE = """
[[drop]]
id = "podcast"
text = '^Listen to the podcast$'

[[drop]]
id = "pears"
text = '^Nine kinds of pears'

[[keep]]
id = "mill"
text = 'takes its power from the grid'
"""


@pytest.fixture
def site() -> SiteRules:
    return SiteRules.from_toml(TOML + MORE, id="kallmoor.example")


def test_each_rule_has_its_standing(pages: Path, site: SiteRules, gold: Path) -> None:
    found = blame(library_of((site,)), saved_pages(pages), Gold(gold))
    assert {rule.rule.partition("/")[2]: rule.standing for rule in found.rules} == {
        "support": "acts",
        "share": "overtaken",
        "podcast": "silent",
        "pears": "harmful",
        "mill": "overtaken",
    }


def test_effects_say_what_was_taken_and_what_it_changed(pages: Path, site: SiteRules) -> None:
    rules = {rule.rule.partition("/")[2]: rule for rule in blame(library_of((site,)), saved_pages(pages)).rules}
    effect = rules["support"].effects[0]
    assert (effect.page, effect.removed, effect.moved, effect.kept) == ("weir.html", (SUPPORT,), (), ())
    assert [(change.gained, change.part.text) for change in effect.changes] == [(False, SUPPORT)]
    assert rules["mill"].effects[0].kept == (STORIES["weir"][3],)
    assert (rules["support"].pages, len(rules["support"].effects), rules["support"].changed) == (3, 3, 3)
    assert (len(rules["share"].effects), rules["share"].changed) == (3, 0)


def test_gold_makes_gains_of_differences(pages: Path, site: SiteRules, gold: Path) -> None:
    found = blame(library_of((site,)), saved_pages(pages), Gold(gold))
    gains = {rule.rule.partition("/")[2]: rule.gain for rule in found.rules}
    assert gains["support"] > 0.05
    assert gains["share"] == 0
    assert gains["podcast"] is None
    assert gains["pears"] < -0.1
    assert {score.page for score in found.scores} == {"weir.html", "library.html", "orchard.html"}
    assert found.scores[0].with_rules == 1.0
    assert found.scores[0].without < 0.95
    assert mean_scores(found.scores) is not None


def test_without_gold_there_are_no_gains(pages: Path, site: SiteRules) -> None:
    found = blame(library_of((site,)), saved_pages(pages))
    assert all(rule.gain is None for rule in found.rules)
    assert mean_scores(found.scores) is None


def test_captions_are_moved(tmp_path: Path) -> None:
    toml = 'hosts = ["a.example"]\n[[caption]]\nid = "sub"\ncss = "p.sub"\n'
    text = "The keeper of the lock waves to the last barge of the season on the upper canal."
    page = tmp_path / "lock.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in STORIES["weir"][1:])
    page.write_text(
        f'<html><body><h1>The lock</h1><img src="/1.jpg"><p class="sub">{text}</p>{paragraphs}</body></html>',
        encoding="utf-8",
    )
    saved = Saved(page, "https://a.example/lock", page.name)
    (rule,) = blame(library_of((SiteRules.from_toml(toml, id="a.example"),)), (saved,)).rules
    assert rule.effects[0].moved == (text,)


def test_pages_without_rules_drift_and_broken_pages_are_told(tmp_path: Path, pages: Path) -> None:
    toml = TOML.replace("0.4", "0.01")
    strange = Saved(pages / "weir.html", "https://elsewhere.example/", "strange")
    missing = Saved(tmp_path / "missing.html", None, "missing")
    library = library_of((SiteRules.from_toml(toml, id="kallmoor.example"),))
    found = blame(library, (*saved_pages(pages), strange, missing))
    assert found.unruled == ("strange",)
    assert [page for page, _ in found.errors] == ["missing"]
    assert {page for page, _ in found.drift} == {"weir.html", "library.html", "orchard.html"}
    assert all("kallmoor.example/support is set aside" in message for _, message in found.drift)
