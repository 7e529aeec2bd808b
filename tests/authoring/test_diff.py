"""What pages gain and lose when rules are changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.authoring.conftest import SUPPORT

from newsclean.authoring.diff import diff
from newsclean.authoring.saved import Saved, saved_pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.authoring.conftest import Write

    from newsclean import SiteRules


def test_each_page_says_what_it_loses(pages: Path, site: SiteRules) -> None:
    found = list(diff((), (site,), saved_pages(pages)))
    assert [page.page.name for page in found] == ["weir.html", "library.html", "orchard.html"]
    for page in found:
        (change,) = [change for change in page.changes if change.part.kind == "paragraph"]
        assert (change.gained, change.part.text) == (False, SUPPORT)
        assert change.why == "donation, kallmoor.example/support"


def test_a_rule_that_is_taken_away_gives_back(pages: Path, site: SiteRules) -> None:
    (page, *_) = diff((site,), (replace(site, drop=site.drop[1:]),), saved_pages(pages))
    assert [(change.gained, change.part.text) for change in page.changes] == [(True, SUPPORT)]


def test_the_same_rules_change_nothing(pages: Path, site: SiteRules) -> None:
    assert not any(page.changes for page in diff((site,), (site,), saved_pages(pages)))


def test_a_page_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, write: Write, site: SiteRules) -> None:
    missing = Saved(tmp_path / "missing.html", None, "missing.html")
    first, second = diff((), (site,), (missing, Saved(write(tmp_path, "weir"), "https://kallmoor.example/", "weir")))
    assert (first.changes, first.error is None) == ((), False)
    assert second.changes
