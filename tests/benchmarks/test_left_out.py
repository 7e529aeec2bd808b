"""Which rules count on a page that is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).parents[1] / "pages"


@pytest.fixture
def page(row: Any, program: Any) -> Any:
    from pages import Page

    url = "https://www.wired.com/story/the-woman-who-finds-lost-letters/"
    return Page(row(id="1", site="wired.com", url=url), (PAGES / "wired.com" / "2019-lost-fonts.html").read_bytes())


def test_what_each_rule_speaks_of_is_seen(program: Any, page: Any) -> None:
    from newsclean import pipeline

    before = pipeline.apply
    reading = program.Reader(None).read(page)
    assert reading.acted["more-stories"] == {"more great wired stories"}
    assert len(reading.acted["more-stories-list"]) == 3
    assert any("condé nast" in line for line in reading.acted["2019"])
    assert "They left it in." in reading.output["text"]
    assert pipeline.apply is before


def test_rules_can_be_switched_off_one_by_one_and_all_together(program: Any, page: Any) -> None:
    reader = program.Reader(None)
    assert "more-stories" not in reader.read(page, disable=["wired.com/more-stories"]).acted
    assert reader.read(page, rules=False).acted == {}


def test_a_page_speaks_for_the_rules_that_spoke_of_a_wrong_line(program: Any) -> None:
    acted = {"promo": frozenset(("who counts the seals?",)), "2019": frozenset(("copyright",))}
    reading = program.Reading({}, acted)
    assert program.evidence(reading, ["Who counts  the seals?"]) == {"promo"}
    assert program.evidence(reading, ["The story."]) == set()


@pytest.mark.parametrize(
    ("site", "spoken_for", "off"),
    [
        ("wired.com", (), {"2019", "2021", "more-stories", "more-stories-list", "fields.standfirst"}),
        ("wired.com", ("more-stories-list",), {"2021", "fields.standfirst"}),  # it stands behind the other entry
        ("wired.com", ("2021",), {"2019", "more-stories", "more-stories-list", "fields.standfirst"}),
        ("waz.de", ("fields.standfirst",), {"byline", "exclusive"}),  # both layouts read it
        ("latimes.com", ("promo",), {"2019", "promo-small", "fields.standfirst"}),
    ],
)
def test_rules_that_nothing_speaks_for_are_off_and_layouts_that_hold_no_others(
    program: Any, site: str, spoken_for: tuple[str, ...], off: set[str]
) -> None:
    assert program.switched_off(site, spoken_for) == {f"{site}/{name}" for name in off}


def test_sister_sites_are_a_family(program: Any) -> None:
    assert program.family("waz.de") == program.family("abendblatt.de") == "group/funke"
    assert program.family("wired.com") == "wired.com"


def test_the_same_page_is_left_out_whatever_the_order(program: Any, page: Any, row: Any) -> None:
    pages = [page._replace(row=row(id=str(nth))) for nth in range(9)]
    assert program.left_out(pages) is program.left_out(pages[::-1])
