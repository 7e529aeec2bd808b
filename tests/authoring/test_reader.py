"""Pages read with given rules and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.authoring.conftest import SUPPORT, TOML, html

from newsclean import Response, RuleError
from newsclean.authoring.reader import Reader, library_of, open_page, page_of, rules_in

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean import SiteRules

URL = "https://kallmoor.example/weir"


def test_the_given_rules_apply(site: SiteRules) -> None:
    opened = open_page(Response(body=html("weir").encode()), URL)
    with_rules, without = (Reader(library_of(sites)).read(opened).article for sites in ((site,), ()))
    assert with_rules is not None
    assert without is not None
    assert with_rules.rules_applied == ("kallmoor.example",)
    assert (SUPPORT in with_rules.text, SUPPORT in without.text) == (False, True)


def test_shipped_rules_and_those_of_the_user_do_not_mix_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kallmoor.example.toml").write_text(TOML, encoding="utf-8")
    monkeypatch.setenv("NEWSCLEAN_RULES", str(tmp_path))
    opened = open_page(Response(body=html("weir").encode(), url=URL))
    article = Reader(library_of(())).read(opened).article
    assert article is not None
    assert article.rules_applied == ()


def test_a_refused_page_says_as_what_and_has_its_best_effort() -> None:
    words = "".join(f'<li><a href="/{n}">Story number {n} of the day</a></li>' for n in range(40))
    page = f"<html><body><h1>Stories</h1><ul>{words}</ul></body></html>"
    outcome = Reader(library_of(())).read(open_page(Response(body=page.encode())))
    assert outcome.refused is not None


def test_blocks_of_a_page_and_of_a_text() -> None:
    page = page_of(open_page(Response(body=html("weir").encode()), URL))
    assert (page.mode, page.url) == ("html", URL)
    text = page_of(open_page(Response(body=b"One line.\nAnother line.")))
    assert [block.text for block in text.blocks] == ["One line.", "Another line."]


def test_a_folder_means_its_rule_files(tmp_path: Path) -> None:
    for name in ("b.example", "a.example"):
        (tmp_path / f"{name}.toml").write_text(f'hosts = ["{name}"]\n', encoding="utf-8")
    assert [site.id for site in rules_in(tmp_path)] == ["a.example", "b.example"]
    with pytest.raises(RuleError, match="no such file or folder"):
        rules_in(tmp_path / "missing")
