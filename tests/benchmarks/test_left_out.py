"""Which rules count on a page that is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).parents[1] / "pages"
SITE = "nationalpost.com"


@pytest.fixture
def page(row: Any, program: Any) -> Any:
    from pages import Page

    url = "https://nationalpost.com/news/canada/ice-road-lake-tamsin"
    return Page(row(id="1", site=SITE, url=url), (PAGES / SITE / "2025-ice-road.html").read_bytes())


def test_what_each_rule_speaks_of_is_seen(program: Any, page: Any) -> None:
    from newsclean import pipeline

    before = pipeline.apply
    reading = program.Reader(None).read(page)
    assert len(reading.acted["more-topic"]) == 2
    assert any(line.startswith("our website is the place") for line in reading.acted["our-website"])
    assert "They did both." in reading.output["text"]
    assert pipeline.apply is before


def test_rules_can_be_switched_off_one_by_one_and_all_together(program: Any, page: Any) -> None:
    reader = program.Reader(None)
    assert "more-topic" not in reader.read(page, disable=[f"{SITE}/more-topic"]).acted
    assert reader.read(page, rules=False).acted == {}


def test_a_page_speaks_for_the_rules_that_spoke_of_a_wrong_line(program: Any) -> None:
    acted = {"promo": frozenset(("who counts the seals?",)), "2019": frozenset(("copyright",))}
    reading = program.Reading({}, acted)
    assert program.evidence(reading, ["Who counts  the seals?"]) == {"promo"}
    assert program.evidence(reading, ["The story."]) == set()


@pytest.mark.parametrize(
    ("site", "spoken_for", "off"),
    [
        (SITE, (), {"2024", "more-topic", "our-website", "fields.standfirst"}),
        (SITE, ("more-topic",), {"our-website", "fields.standfirst"}),
        ("waz.de", ("fields.standfirst",), {"byline", "exclusive"}),  # both layouts read it
        ("waz.de", ("byline",), {"2022", "exclusive", "fields.standfirst"}),
    ],
)
def test_rules_that_nothing_speaks_for_are_off_and_layouts_that_hold_no_others(
    program: Any, site: str, spoken_for: tuple[str, ...], off: set[str]
) -> None:
    assert program.switched_off(site, spoken_for) == {f"{site}/{name}" for name in off}


def test_sister_sites_are_a_family(program: Any) -> None:
    assert program.family("waz.de") == program.family("abendblatt.de") == "group/funke"
    assert program.family(SITE) == SITE


def test_the_same_page_is_left_out_whatever_the_order(program: Any, page: Any, row: Any) -> None:
    pages = [page._replace(row=row(id=str(nth))) for nth in range(9)]
    assert program.left_out(pages) is program.left_out(pages[::-1])
