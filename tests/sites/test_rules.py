"""Every `[[test]]` of every shipped rule file, over the pages of tests/pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.index import shipped_files
from newsclean.rules.load import load_rules
from newsclean.rules.testing import run_cases

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsclean import Article


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: path.stem)
def test_every_expectation_of_a_shipped_rule_file_holds(
    path: Path, parse_page: Callable[[Path], Article], pages_of: Callable[[str], Callable[[str], Path]]
) -> None:
    site = load_rules(path)
    results = list(run_cases(site, pages_of(site.id), parse_page))
    assert results, "a rule file comes with tests"
    assert [result for result in results if not result.passed] == []


@pytest.mark.parametrize("path", shipped_files(), ids=lambda path: path.stem)
def test_no_rule_is_set_aside_on_the_pages_it_was_written_for(
    path: Path, parse_page: Callable[[Path], Article], pages_of: Callable[[str], Callable[[str], Path]]
) -> None:
    site = load_rules(path)
    articles = [parse_page(pages_of(site.id)(case.page)) for case in site.test]
    assert [warning for article in articles for warning in article.warnings if warning.kind == "rule_drift"] == []
    assert {article.rules_applied for article in articles} == {(site.id,)}
