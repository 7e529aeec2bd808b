"""Drafts of rule files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.authoring.conftest import SUPPORT

from newsclean.authoring.draft import CHOOSE, draft
from newsclean.authoring.lesson import read_all
from newsclean.authoring.reader import Reader, library_of
from newsclean.authoring.saved import saved_pages
from newsclean.rules.check import lint
from newsclean.rules.load import read_rules
from newsclean.rules.testing import run_cases

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean import SiteRules
    from newsclean.authoring.specimen import Specimen
    from newsclean.rules.testing import Result


@pytest.fixture
def specimens(pages: Path) -> list[Specimen]:
    return read_all(saved_pages(pages))[0]


@pytest.fixture
def text(specimens: list[Specimen]) -> str:
    return draft(specimens)[1]


def results(rules: SiteRules, specimens: list[Specimen]) -> list[Result]:
    reader = Reader(library_of((rules,)))
    opened = {specimen.name: specimen.opened for specimen in specimens}
    return list(run_cases(rules, opened.__getitem__, lambda page: reader.read(page).article or pytest.fail("none")))


def chosen(text: str) -> str:
    """The draft with everything uncommented that is data, and without the placeholder."""
    lines = [line for line in text.splitlines() if not line.strip().startswith(f'"{CHOOSE}')]
    return "\n".join(re.sub(r'^# (?=\[\[|\w+ = |\]|  ")', "", line) for line in lines)


def test_a_draft_can_be_read_and_decides_nothing(text: str) -> None:
    rules = read_rules(text, site="kallmoor.example")
    assert rules.hosts == ("kallmoor.example",)
    assert (rules.drop, rules.caption, rules.layout) == ((), (), ())
    assert lint(rules) == ()


def test_its_test_fails_until_the_author_has_chosen(text: str, specimens: list[Specimen]) -> None:
    found = results(read_rules(text, site="kallmoor.example"), specimens)
    assert [result.expected.partition(":")[0] for result in found if not result.passed] == [CHOOSE] * 3


def test_what_may_leak_is_a_comment_with_its_evidence(text: str) -> None:
    assert f"# 3 blocks on 3 pages, is in the text now: {SUPPORT[:55]}" in text
    assert '# [[drop]]\n# id = "gift"\n# css = "p.gift"\n' in text


def test_with_everything_chosen_it_has_no_mistakes_and_its_tests_hold(text: str, specimens: list[Specimen]) -> None:
    rules = read_rules(chosen(text), site="kallmoor.example")
    assert [drop.css for drop in rules.drop][:1] == ["p.gift"]
    assert [layout.body for layout in rules.layout] == [("div.text",)]
    assert lint(rules) == ()
    failed = [result for result in results(rules, specimens) if not result.passed]
    assert not failed


def test_a_site_without_a_name_is_asked_for_it(text: str) -> None:
    assert f"# {CHOOSE}: name = " in text
