"""Tests from the pages that rules were made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.authoring.conftest import STORIES, SUPPORT

from newsclean.authoring.cases import passage, with_tests
from newsclean.authoring.lesson import read_all
from newsclean.authoring.reader import Reader, library_of
from newsclean.authoring.saved import saved_pages
from newsclean.rules.model import Drop
from newsclean.rules.testing import run_cases

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean import SiteRules
    from newsclean.authoring.specimen import Specimen


@pytest.fixture
def specimens(pages: Path) -> list[Specimen]:
    return read_all(saved_pages(pages))[0]


def test_the_tests_hold(specimens: list[Specimen], site: SiteRules) -> None:
    rules = with_tests(site, specimens).rules
    reader = Reader(library_of((rules,)))
    opened = {specimen.name: specimen.opened for specimen in specimens}
    results = list(run_cases(rules, opened.__getitem__, lambda page: reader.read(page).article or pytest.fail("none")))
    assert len(results) >= 15
    assert all(result.passed for result in results)


def test_a_test_says_what_stays_what_goes_and_what_each_entry_took(specimens: list[Specimen], site: SiteRules) -> None:
    case = with_tests(site, specimens).rules.test[0]
    assert case.page == "weir.html"
    assert case.contains == (passage(STORIES["weir"][1]), passage(STORIES["weir"][3]))
    assert case.not_contains[0] == passage(SUPPORT)
    assert (case.captions, case.drops) == (0, {"support": 1, "share": 1})


def test_what_the_text_loses_is_told(specimens: list[Specimen], site: SiteRules) -> None:
    notes = with_tests(site, specimens).notes
    assert set(notes) == {"weir.html", "library.html", "orchard.html"}
    assert notes["weir.html"].endswith(f"\n- {passage(SUPPORT)}")
    assert not with_tests(replace(site, drop=site.drop[1:]), specimens).notes


def test_a_drop_that_takes_nothing_is_left_out(specimens: list[Specimen], site: SiteRules) -> None:
    idle = replace(site, drop=(*site.drop, Drop(id="idle", text="^Nowhere$")))
    assert [drop.id for drop in with_tests(idle, specimens).rules.drop] == ["support", "share"]


def test_a_passage_ends_with_a_word() -> None:
    assert passage("short") == "short"
    assert passage("word " * 30) == ("word " * 12).strip()
    assert passage("x" * 100) == "x" * 60
