"""When a site changes: its rules say so, and the text is still right.

Every HTML page of every shipped rule file is changed by program (`redesign.py`) and read with the shipped rules on.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.sites.redesign import CHANGES, redesign

import newsclean
from newsclean.rules.index import shipped_files
from newsclean.rules.load import load_rules
from newsclean.rules.patterns import fold

if TYPE_CHECKING:
    from newsclean import Article
    from newsclean.rules.model import Case

PAGES = Path(__file__).parents[1] / "pages"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}/{case.page}")
    for path in shipped_files()
    for case in load_rules(path).test
    if case.page.endswith((".html", ".htm"))
]
"""Site and test, of the tests in markup."""
SAME = 0.97
"""Word F1 of the text after a change to the text before: a footer line of ten words may leak from a page of 400."""


@pytest.fixture(scope="module")
def cleaner() -> newsclean.Cleaner:
    return newsclean.Cleaner()


def address(site: str, page: str) -> str:
    for line in (PAGES / site / "pages.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["file"] == page:
            return str(entry["url"])
    return f"https://{site}/story"


def alarms(article: Article) -> list[str]:
    return [str(warning.evidence["rule"]) for warning in article.warnings if warning.kind == "rule_drift"]


def likeness(one: str, other: str) -> float:
    first, second = Counter(one.split()), Counter(other.split())
    return 2 * (first & second).total() / (first.total() + second.total())


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("site", "case"), CASES)
def test_after_a_redesign_the_text_is_still_right(
    site: str, case: Case, change: str, cleaner: newsclean.Cleaner
) -> None:
    html = (PAGES / site / case.page).read_text("utf-8")
    url = address(site, case.page)
    before, after = cleaner.parse(html, url=url), cleaner.parse(redesign(html, CHANGES[change]), url=url)
    text = fold(after.text)
    assert [passage for passage in case.contains if fold(passage) not in text] == []
    assert likeness(before.text, after.text) >= SAME


@pytest.mark.parametrize("change", ["renamed", "all at once"])
@pytest.mark.parametrize(("site", "case"), CASES)
def test_a_redesign_raises_the_alarm_of_the_site(
    site: str, case: Case, change: str, cleaner: newsclean.Cleaner
) -> None:
    html = (PAGES / site / case.page).read_text("utf-8")
    url = address(site, case.page)
    assert alarms(cleaner.parse(html, url=url)) == []
    found = alarms(cleaner.parse(redesign(html, CHANGES[change]), url=url))
    assert found
    assert {rule.partition("/")[0] for rule in found} == {site}


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: path.stem)
def test_every_site_has_a_page_to_change(path: Path) -> None:
    assert path.stem in {param.values[0] for param in CASES}
