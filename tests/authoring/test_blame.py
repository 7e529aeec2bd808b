"""What each rule is good for."""

from __future__ import annotations

import json
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


HUB_INTRO = (
    "Everything that the Kallmoor Courier has printed about the river stands here, from the first flood to the last."
)
HUB = (
    '<!doctype html><html lang="en"><head><title>The river | The Kallmoor Courier</title></head><body><main>'
    f'<h1>The river</h1><p class="intro">{HUB_INTRO}</p><ul>'
    + "".join(f'<li><a href="/{n}">Story number {n} of the river and its banks</a></li>' for n in range(40))
    + "</ul></main></body></html>"
)


def _hub(tmp_path: Path, rule: str) -> tuple[SiteRules, Saved]:
    page = tmp_path / "hub.html"
    page.write_text(HUB, encoding="utf-8")
    site = SiteRules.from_toml(f'hosts = ["kallmoor.example"]\n{rule}', id="kallmoor.example")
    return site, Saved(page, "https://kallmoor.example/river", page.name)


def test_a_rule_that_takes_the_text_of_a_refused_page_is_seen_to_do_harm(tmp_path: Path) -> None:
    site, page = _hub(tmp_path, '[[drop]]\nid = "intro"\ncss = "p.intro"\nmax_share = 1.0\n')
    gold = tmp_path / "hub.jsonl"
    gold.write_text(json.dumps({"file": page.name, "body": HUB_INTRO}), encoding="utf-8")
    found = blame(library_of((site,)), (page,), Gold(gold))
    (rule,) = found.rules
    assert [name for name, _ in found.refused] == ["hub.html"]
    assert [(change.gained, change.part.text) for change in rule.effects[0].changes if change.part.kind == "paragraph"][
        :1
    ] == [(False, HUB_INTRO)]
    assert (rule.standing, rule.gain is not None and rule.gain < 0) == ("harmful", True)


def test_a_rule_that_saves_a_page_from_being_refused_makes_a_difference(tmp_path: Path) -> None:
    site, page = _hub(tmp_path, '[[layout]]\nid = "hub"\nbody = ["p.intro"]\n')
    found = blame(library_of((site,)), (page,))
    (rule,) = found.rules
    refusals = [(change.gained, change.part.kind) for change in rule.effects[0].changes][:1]
    assert (found.refused, refusals, rule.standing) == ((), [(False, "refusal")], "acts")


def test_an_article_is_not_called_refused(pages: Path, site: SiteRules) -> None:
    assert blame(library_of((site,)), saved_pages(pages)).refused == ()
