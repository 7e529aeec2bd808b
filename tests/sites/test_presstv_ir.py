"""The rules of Press TV, alone: footers in their known variants and order, and what must stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.options import Options
from newsclean.rules.apply import RuleOutcome, apply
from newsclean.rules.library import RuleLibrary

if TYPE_CHECKING:
    from newsclean.page import Page

FOOTER = "Press TV’s website can also be found at two alternate addresses:"
STORY = (
    "News \u00a0 / \u00a0 Asia \u00a0 / \u00a0 Trade",
    "Carpet weavers of Dorvand sell by the knot",
    "A loom in Dorvand. (Photo by AFP)",
    "The weavers of Dorvand have agreed to price their carpets by the knot and not by the square meter.",
    "“A knot is an honest thing,” said one of them.",
)


@pytest.fixture(scope="module")
def library() -> RuleLibrary:
    return RuleLibrary.from_options(Options(), environ={})


def outcome(library: RuleLibrary, page: Page) -> RuleOutcome:
    site = library.find(page)
    assert site is not None
    assert site.id == "presstv.ir"
    return apply(site, page)


def removed(library: RuleLibrary, *tail: str) -> list[tuple[str, str, str]]:
    """Text, kind and rule of what leaves a story with this tail; nothing else is said of it."""
    page = read_text("\n\n".join((*STORY, *tail)), url="https://www.presstv.ir/Detail/2019/05/06/595000/x")
    said = outcome(library, page)
    assert said.notices == ()
    return [(page.blocks[v.block].text, v.label, v.by.removeprefix("presstv.ir/")) for v in said.verdicts]


MIRRORS = (FOOTER, "mirror_address", "mirrors")
SHARE = ("SHARE THIS ARTICLE", "share", "share")
ROKU = ("Press TV News Roku", "app_prompt", "roku")


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ((), []),
        ((FOOTER, ROKU[0]), [MIRRORS, ROKU]),
        (
            (FOOTER, "www.presstv.co.uk", SHARE[0], ROKU[0]),
            [MIRRORS, ("www.presstv.co.uk", "mirror_address", "mirrors"), SHARE, ROKU],
        ),
        (
            (FOOTER, "www.presstv.ir", SHARE[0], ROKU[0]),
            [MIRRORS, ("www.presstv.ir", "mirror_address", "mirrors"), SHARE, ROKU],
        ),
        ((FOOTER, "www.presstv.co.uk"), [MIRRORS, ("www.presstv.co.uk", "mirror_address", "mirrors")]),
        (
            (f"{FOOTER} www.presstv.ir www.presstv.co.uk",),
            [(f"{FOOTER} www.presstv.ir www.presstv.co.uk", *MIRRORS[1:])],
        ),
        ((FOOTER.replace("’", "'").upper(), ROKU[0]), [(FOOTER.replace("’", "'").upper(), *MIRRORS[1:]), ROKU]),
        ((FOOTER.replace(" can", "\u00a0can"), ROKU[0]), [MIRRORS, ROKU]),
        (("Partager Cet Article",), [("Partager Cet Article", "share", "share")]),
        (("SOURCE: FRENCH PRESS TV",), [("SOURCE: FRENCH PRESS TV", "boilerplate", "french-source")]),
    ],
)
def test_a_footer_leaves_line_by_line_with_rule_and_kind(
    tail: tuple[str, ...], expected: list[tuple[str, str, str]], library: RuleLibrary
) -> None:
    assert removed(library, *tail) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Press TV’s website was read at two alternate addresses: presstv.ir and presstv.co.uk.",
        "It said that Press TV's website had two alternate addresses: www.presstv.ir",
        "Press TV's website can also be reached at alternate addresses.",
        "www.presstv.co.uk",  # without the announcement before it
        "Readers can share this article on Roku with Press TV News.",
        "Press TV News Roku is the name of the channel.",
        "Install the new version of the application before Friday, the ministry said.",
        "ABC/DEF",  # staff initials were never found on this site
    ],
)
def test_a_line_of_the_story_that_sounds_like_the_footer_stays(line: str, library: RuleLibrary) -> None:
    assert removed(library, line) == []
    assert removed(library, line, STORY[-1]) == []


def test_an_unknown_line_behind_the_footer_is_not_cut(library: RuleLibrary) -> None:
    unknown = "The price of wool was not part of the agreement."
    assert removed(library, FOOTER, unknown, ROKU[0]) == [MIRRORS, ROKU]


def test_captions_are_left_to_those_who_can_tell_whose_they_are(library: RuleLibrary) -> None:
    page = read_text("\n".join(STORY), url="https://presstv.ir/Detail/2019/05/06/595000/x")
    assert outcome(library, page).verdicts == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_text_without_address_is_recognised_by_its_footer(ending: str, library: RuleLibrary) -> None:
    page = read_text(ending.join((*STORY, "", FOOTER, "", "Press TV News Roku")))
    said = outcome(library, page)
    assert [v.by for v in said.verdicts] == ["presstv.ir/mirrors", "presstv.ir/roku"]
    assert [value for _, value in said.fields["breadcrumbs"]] == ["News", "Asia", "Trade"]


def test_a_text_without_address_and_footer_is_nobody_s(library: RuleLibrary) -> None:
    assert library.find(read_text("\n".join(STORY))) is None


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("News / Reports", ["News", "Reports"]),
        ("News / #PressTV / Reports", ["News", "#PressTV", "Reports"]),
        ("News \u00a0 / \u00a0 Interviews \u00a0 / \u00a0 Interviews", ["News", "Interviews"]),
        ("News and views / from the valley", None),
        ("News / The council met. It agreed.", None),
    ],
)
def test_breadcrumbs_are_read(line: str, parts: list[str] | None, library: RuleLibrary) -> None:
    page = read_text(f"{line}\n\nStory.", url="https://presstv.co.uk/x")
    found = outcome(library, page).fields.get("breadcrumbs")
    assert (found and [value for _, value in found]) == parts


@pytest.mark.parametrize(
    ("url", "text", "published", "modified"),
    [
        ("https://presstv.ir/Detail/2020/11/23/639000/slug-’-", "", "2020-11-23", None),
        ("https://presstv.com/detail/2013/11/12/334000/slug/", "", "2013-11-12", None),
        ("https://presstv.com/detail/139946.html", "", None, None),
        (
            "https://presstv.ir/Detail/2018/02/03/551000/x",
            "Sat Feb 3, 2018 01:16PM [Updated: Sun Feb 4, 2018 12:03PM ]",
            "Sat Feb 3, 2018 01:16PM",
            "Sun Feb 4, 2018 12:03PM",
        ),
        ("https://presstv.ir/x", "It began on Sat Feb 3, 2018 01:16PM.", None, None),
    ],
)
def test_dates_are_read_from_the_visible_line_else_from_the_address(
    url: str, text: str, published: str | None, modified: str | None, library: RuleLibrary
) -> None:
    fields = outcome(library, read_text(f"Title\n{text}\nStory.", url=url)).fields
    expected = {"date_published": published, "date_modified": modified}
    assert {name: fields[name][0][1] if name in fields else None for name in expected} == expected


LAYOUT_2018 = """
<h2 class="page-header">Carpet weavers</h2><div class="item-date">Mon May 6, 2019 11:00AM</div>
<figure class="item-image"><img src="/photo/1.jpg"></figure>
<div class="item-text"><p>The weavers of Dorvand have agreed.</p></div>
"""
LAYOUT_2026 = """
<html><head><meta name=DC.Date.Created content="5/6/2026 1:05:00 PM"><meta property=og:title content="Carpet weavers">
</head><body><h1>Carpet weavers</h1><div class="detail body"><p>The weavers have agreed.</p></div></body></html>
"""


def read(html: str) -> Page:
    return read_html(Document(html, url="https://www.presstv.ir/Detail/2019/05/06/595000/x"))


def test_the_layout_of_2018_gives_title_date_and_picture(library: RuleLibrary) -> None:
    said = outcome(library, read(LAYOUT_2018))
    assert {name: value for name, ((_, value), *_) in said.fields.items()} == {
        "title": "Carpet weavers",
        "date_published": "Mon May 6, 2019 11:00AM",
        "images": "/photo/1.jpg",
    }
    assert (said.verdicts, said.notices) == ((), ())


def test_the_layout_of_2026_has_the_month_first(library: RuleLibrary) -> None:
    said = outcome(library, read(LAYOUT_2026))
    assert said.fields["date_published"] == (("rule:presstv.ir", "2026-05-06T13:05:00"),)
    assert said.notices == ()


@pytest.mark.parametrize(
    "html",
    [
        LAYOUT_2018.replace("page-header", "x1").replace("item-text", "x2"),  # renamed classes
        LAYOUT_2026.replace("DC.Date.Created", "created"),
        LAYOUT_2026.replace("5/6/2026 1:05:00 PM", "today").replace("2019/05/06/", ""),
        LAYOUT_2018.replace("h2", "h3").replace("page-header", "new-header"),  # half of a layout
    ],
)
def test_a_changed_layout_raises_the_alarm_and_takes_no_text(html: str, library: RuleLibrary) -> None:
    page = read_html(Document(f"{html}<p>{FOOTER}</p>", url="https://www.presstv.ir/x"))
    said = outcome(library, page)
    assert [notice.kind for notice in said.notices] == ["rule_drift"]
    assert [page.blocks[v.block].text for v in said.verdicts] == [FOOTER]


def test_every_known_host_is_listed(library: RuleLibrary) -> None:
    hosts = ("presstv.ir", "www.presstv.com", "presstv.co.uk", "french.presstv.ir", "french.presstv.co.uk")
    mirrors = ("599046384.r.worldcdn.net", "350431105.r.worldcdn.net", "217.218.67.231")
    for host in (*hosts, *mirrors):
        outcome(library, read_text("Story.", url=f"https://{host}/Detail/1"))
    assert library.find(read_text("Story.", url="https://112481749.r.worldcdn.net/c/other")) is None
