"""The case that started it, as HTML: the story whole, its own caption on its picture, the other story's caption out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsclean import Options, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGES = Path(__file__).parent.parent / "pages" / "presstv.ir"
STRAYS = {
    "2019-ferry.html": "Norwegian skier",
    "2020-observatory.html": "Brazilian sugar cane",
    "2026-bakeries.html": "Canadian lumberjacks",
}
CREDITS = {
    "2019-ferry.html": "the Sarvan Post",
    "2020-observatory.html": "the Ardak Gazette",
    "2026-bakeries.html": "Press TV",
}
RULES = pytest.mark.parametrize("options", [Options(), Options(rules=None)], ids=["with rules", "without"])


@RULES
@pytest.mark.parametrize("name", STRAYS)
def test_the_stray_caption_goes_and_the_own_one_is_on_its_picture(name: str, options: Options) -> None:
    article = parse(PAGES / name, url="https://www.presstv.ir/Detail/2020/11/09/600000/x", options=options)
    strays = [removal for removal in article.removed if removal.kind == "misplaced_caption"]
    assert [STRAYS[name] in removal.text for removal in strays] == [True]
    assert strays[0].by == "detector:misplaced_caption"
    assert strays[0].evidence["score"] < 0.15
    assert [image.credit for image in article.images if image.caption] == [CREDITS[name]]
    assert all(image.url for image in article.images)
    assert article.images[0].caption not in article.text
    assert len(article.blocks) == 11


@RULES
@pytest.mark.parametrize("name", STRAYS)
def test_the_mirror_footer_goes(name: str, options: Options) -> None:
    article = parse(PAGES / name, url="https://www.presstv.ir/Detail/2020/11/09/600000/x", options=options)
    mirrors = [removal for removal in article.removed if removal.kind == "mirror_address"]
    assert mirrors
    expected = "detector:mirror_address" if options.rules is None else "presstv.ir/mirrors"
    assert {removal.by for removal in mirrors} == {expected}
    assert "Roku" not in article.text
    assert "alternate addresses" not in article.text


@RULES
def test_a_page_with_its_own_caption_only_loses_none(options: Options) -> None:
    article = parse(PAGES / "2026-reservoir.html", options=options)
    assert [image.credit for image in article.images if image.caption] == ["the Velm Courier"]
    assert not [removal for removal in article.removed if removal.kind == "misplaced_caption"]


def test_a_recorded_page_is_fetched_and_parsed(recorded_pages: Mapping[str, str]) -> None:
    url = next(url for name, url in recorded_pages.items() if "ferry" in name)
    article = parse(url)
    assert article.url == url
    assert article.site == "Press TV"
    assert article.rules_applied == ("presstv.ir",)
    assert article.fetched_at is not None
    assert len(article.blocks) == 11
