"""The dates of an article: which source is believed, published and changed kept apart, never the fetch."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newsclean.model import Response
from newsclean.normalize.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

BODY = "<h1>Quay opens</h1><p>The harbour office opened its longest quay on Monday, and two ferries came at once.</p>"
PLAIN = "https://example.org/quay"


def page(head: str = "", before: str = "", after: str = "", title: str = "Quay opens") -> str:
    return (
        f"<html lang=en><head>{head}</head><body>{before}<h1>{title}</h1>{after}{BODY.split('</h1>')[1]}</body></html>"
    )


def published(made: Draft, language: str = "en") -> str | None:
    value = find_dates(made, language).published.value
    return value.isoformat() if value else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Q","datePublished":"2024-05-02T10:00:00+02:00"}</script>',
            "2024-05-02T10:00:00+02:00",
        ),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Q","datePublished":["2024-05-02"]}</script>',
            "2024-05-02T00:00:00",
        ),
        (
            '<script type="application/ld+json">{"@type":"Article","headline":"Q","datePublished":{"@value":"2024-05-02"}}</script>',
            "2024-05-02T00:00:00",
        ),
        (
            '<script type="application/ld+json">{"@type":"Article","headline":"Q","datePublished":1714645320}</script>',
            "2024-05-02T10:22:00+00:00",
        ),
        ('<meta property="article:published_time" content="2024-05-02T10:00:00Z">', "2024-05-02T10:00:00+00:00"),
        ('<meta name="parsely-pub-date" content="2024-05-02">', "2024-05-02T00:00:00"),
        ('<meta name="DC.date.issued" content="2024-05-02">', "2024-05-02T00:00:00"),
        ('<meta itemprop="datePublished" content="2024-05-02">', "2024-05-02T00:00:00"),
        ('<meta name="date" content="5/2/2024 11:50:13 AM">', "2024-05-02T11:50:13"),
    ],
)
def test_declared_dates(draft: Callable[..., Draft], head: str, expected: str) -> None:
    assert published(draft(page(head), url=PLAIN)) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("<time datetime='2024-05-02T10:00'>two days ago</time>", "2024-05-02T10:00:00"),
        ("<div class=post-date>May 2, 2024</div>", "2024-05-02T00:00:00"),
        ("<p>Published on May 2, 2024</p>", "2024-05-02T00:00:00"),
        ("<span itemprop=datePublished>2 May 2024</span>", "2024-05-02T00:00:00"),
    ],
)
def test_shown_dates(draft: Callable[..., Draft], after: str, expected: str) -> None:
    assert published(draft(page(after=after), url=PLAIN)) == expected


def test_the_address_is_a_last_witness(draft: Callable[..., Draft]) -> None:
    found = find_dates(draft(page()), "en").published
    assert found.value == datetime(2024, 5, 2)  # noqa: DTZ001 - an address gives no zone
    assert found.provenance is not None
    assert (found.provenance.source, found.provenance.precision) == ("url", "day")


def test_no_date_is_none_and_never_the_fetch(draft: Callable[..., Draft]) -> None:
    response = Response(url=PLAIN, fetched_at=datetime(2024, 5, 10, 12, tzinfo=UTC))
    found = find_dates(draft(page(), url=PLAIN, response=response), "en")
    assert found.published.value is None
    assert found.modified.value is None


def test_an_update_is_not_taken_for_the_publication(draft: Callable[..., Draft]) -> None:
    found = find_dates(draft(page(after="<div class=date>Updated May 3, 2024</div>"), url=PLAIN), "en")
    assert found.published.value is None
    assert found.modified.value is not None
    assert found.modified.value.date().isoformat() == "2024-05-03"


def test_a_date_named_updated_is_the_entrys_only_one_unless_it_says_that_it_is_a_change(
    draft: Callable[..., Draft],
) -> None:
    only = '<time class="entry-date updated" datetime="2024-05-03">May 3, 2024</time>'
    assert published(draft(page(after=only), url=PLAIN)) == "2024-05-03T00:00:00"
    change = '<time class="updated" datetime="2024-05-03">Updated May 3, 2024</time>'
    found = find_dates(draft(page(after=change), url=PLAIN), "en")
    assert found.published.value is None
    assert found.modified.value == datetime(2024, 5, 3)  # noqa: DTZ001 - a day


def test_one_line_gives_both_dates(draft: Callable[..., Draft]) -> None:
    line = "<p>Thu May 2, 2024 01:16PM [Updated: Fri May 3, 2024 12:03PM]</p>"
    found = find_dates(draft(page(after=line), url=PLAIN, labels={"Thu": "date_line"}), "en")
    assert found.published.value is not None
    assert found.modified.value is not None
    assert found.published.value.isoformat() == "2024-05-02T13:16:00"
    assert found.modified.value.isoformat() == "2024-05-03T12:03:00"


def test_a_change_at_the_time_of_publication_is_no_change(draft: Callable[..., Draft]) -> None:
    head = "".join(
        f'<meta property="article:{n}_time" content="2024-05-02T10:00:00Z">' for n in ("published", "modified")
    )
    assert find_dates(draft(page(head)), "en").modified.value is None


def test_a_date_inside_of_an_update_line_is_that_of_the_update(draft: Callable[..., Draft]) -> None:
    line = "<span class=post-date>Last updated on <span class=date>May 3, 2024</span></span>"
    found = find_dates(draft(page(after=line), url=PLAIN), "en")
    assert (found.published.value, found.modified.value) == (None, datetime(2024, 5, 3))  # noqa: DTZ001 - a day
    both = "<div class=date>Updated May 3, 2024 <span class=date>Published May 2, 2024</span></div>"
    assert published(draft(page(after=both), url=PLAIN)) == "2024-05-02T00:00:00"


def test_a_line_that_only_readers_see_gives_the_change(draft: Callable[..., Draft]) -> None:
    found = find_dates(draft(page(after="<p>Last updated: May 3, 2024</p>"), url=PLAIN), "en")
    assert found.modified.provenance is not None
    assert (found.modified.provenance.source, found.modified.provenance.raw) == (
        "dom:text",
        "Last updated: May 3, 2024",
    )
    assert found.published.value is None


def test_a_shown_date_behind_the_last_change_is_of_another_story(draft: Callable[..., Draft]) -> None:
    change = '<meta property="article:modified_time" content="2024-05-02">'
    assert published(draft(page(change, after="<p>May 9, 2024</p>"), url=PLAIN)) is None
    assert published(draft(page(change, after="<p>May 1, 2024</p>"), url=PLAIN)) == "2024-05-01T00:00:00"


def test_a_shown_year_before_the_web_is_history(draft: Callable[..., Draft]) -> None:
    assert published(draft(page(after="<p>May 9, 1979</p>"), url=PLAIN)) is None
    declared = '<meta property="article:published_time" content="1979-05-09">'
    assert published(draft(page(declared), url=PLAIN)) == "1979-05-09T00:00:00"


def test_the_first_publication_is_the_one(draft: Callable[..., Draft]) -> None:
    after = "<p class=date>12 May 2023</p><p class=date-note>Originally published on 8 June 2020</p>"
    assert published(draft(page(after=after), url=PLAIN)) == "2020-06-08T00:00:00"
    later = "<p class=date>12 May 2019</p><p class=date-note>Originally published on 8 June 2020</p>"
    assert published(draft(page(after=later), url=PLAIN)) == "2019-05-12T00:00:00"


def test_a_month_without_a_day_yields_to_any_day(draft: Callable[..., Draft]) -> None:
    after = "<div class=date>Joined March 2007</div><p>May 2, 2024</p>"
    assert published(draft(page(after=after), url=PLAIN)) == "2024-05-02T00:00:00"


def test_a_time_element_that_says_another_day_than_its_value(draft: Callable[..., Draft]) -> None:
    said = "<time datetime=2024-08-04T09:12:30Z>Published on 30 July 2024</time>"
    assert published(draft(page(after=said), url=PLAIN)) == "2024-07-30T00:00:00"
    same = "<time datetime=2024-08-04T09:12:30Z>Published on 4 August 2024</time>"
    assert published(draft(page(after=same), url=PLAIN)) == "2024-08-04T09:12:30+00:00"


def test_dates_of_other_stories_do_not_count(draft: Callable[..., Draft]) -> None:
    html = page(
        after="<div class=related-list><time datetime=2023-01-01>x</time></div><time datetime=2024-05-02>y</time>"
    )
    assert published(draft(html, url=PLAIN)) == "2024-05-02T00:00:00"


def test_a_rule_outranks_all(draft: Callable[..., Draft]) -> None:
    head = '<meta property="article:published_time" content="2024-05-02">'
    fields = {"date_published": (("rule:example.org", "3 May 2024"),)}
    found = find_dates(draft(page(head), rule_fields=fields), "en").published
    assert found.provenance is not None
    assert (found.provenance.source, found.provenance.conflict) == ("rule:example.org", True)
    assert found.value is not None
    assert found.value.day == 3


def test_the_clock_that_readers_see_tells_the_zone(draft: Callable[..., Draft]) -> None:
    head = '<meta property="article:published_time" content="2024-05-02T06:35:29Z">'
    html = page(head, after="<div class=date>May 1, 2024 / 11:35 PM</div>")
    assert published(draft(html, url=PLAIN)) == "2024-05-01T23:35:29-07:00"


@pytest.mark.parametrize("shown", ["May 1, 2024 / 11:34 PM", "May 9, 2024 / 11:35 PM"])
def test_another_clock_tells_nothing(draft: Callable[..., Draft], shown: str) -> None:
    head = '<meta property="article:published_time" content="2024-05-02T06:35:29Z">'
    assert (
        published(draft(page(head, after=f"<div class=date>{shown}</div>"), url=PLAIN)) == "2024-05-02T06:35:29+00:00"
    )


@pytest.mark.parametrize(
    ("language", "url", "month"),
    [
        ("en", PLAIN, 3),
        ("en-US", PLAIN, 3),
        ("en-GB", PLAIN, 9),
        ("en", "https://example.co.uk/a", 9),
        ("fr", PLAIN, 9),
    ],
)
def test_who_writes_the_month_first(draft: Callable[..., Draft], language: str, url: str, month: int) -> None:
    value = find_dates(draft(page('<meta name="date" content="3/9/2024">'), url=url), language).published.value
    assert value is not None
    assert value.month == month


def test_impossible_pairs_are_flagged_and_kept(draft: Callable[..., Draft]) -> None:
    head = (
        '<meta property="article:published_time" content="2024-05-12T10:00:00Z">'
        '<meta property="article:modified_time" content="2024-05-02">'
    )
    response = Response(url=PLAIN, fetched_at=datetime(2024, 5, 3, tzinfo=UTC))
    found = find_dates(draft(page(head), response=response), "en")
    assert [notice.kind for notice in found.notices] == ["impossible_dates", "impossible_dates"]
    assert found.published.value is not None
    assert found.modified.value is not None


def test_a_difference_of_zones_is_no_contradiction(draft: Callable[..., Draft]) -> None:
    head = (
        '<meta property="article:published_time" content="2024-05-02T10:00:00Z">'
        '<meta property="article:modified_time" content="2024-05-02">'
    )
    assert find_dates(draft(page(head)), "en").notices == ()


def test_a_relative_date_is_read_against_a_known_fetch(draft: Callable[..., Draft]) -> None:
    html = page(after="<time>3 days ago</time>")
    response = Response(url=PLAIN, fetched_at=datetime(2024, 5, 10, 12, tzinfo=UTC))
    assert published(draft(html, url=PLAIN, response=response)) == "2024-05-07T00:00:00"
    assert published(draft(html, url=PLAIN)) is None


def test_dates_in_the_data_of_scripts_are_a_last_resort(draft: Callable[..., Draft]) -> None:
    html = page('<script>window.state = {"publishedAt": "2024-05-02T10:00:00Z"}</script>')
    assert published(draft(html, url=PLAIN)) == "2024-05-02T10:00:00+00:00"


def test_plain_text_gives_the_date_of_its_date_line(text_draft: Callable[..., Draft]) -> None:
    made = text_draft("Quay opens\n2 May 2024\nThe harbour office opened its quay.", labels={"2 May": "date_line"})
    assert published(made) == "2024-05-02T00:00:00"


def story(date: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Q","datePublished":"{date}"}}</script>'
    )


def test_the_date_of_the_page_where_no_story_is_declared(draft: Callable[..., Draft]) -> None:
    of_page = story("2024-05-02T10:00:00+02:00").replace("NewsArticle", "WebPage")
    assert published(draft(page(of_page), url=PLAIN)) == "2024-05-02T10:00:00+02:00"
    assert published(draft(page(of_page + story("2024-05-03")), url=PLAIN)) == "2024-05-03T00:00:00"
    meta = '<meta property="article:published_time" content="2024-05-04">'
    assert published(draft(page(of_page + meta), url=PLAIN)) == "2024-05-04T00:00:00"


def test_an_earlier_day_under_the_headline_is_that_of_the_publication(draft: Callable[..., Draft]) -> None:
    line = {"May 2, 2024": "date_line"}
    earlier = draft(page(story("2025-01-07"), after="<p>May 2, 2024</p>"), url=PLAIN, labels=line)
    assert published(earlier) == "2024-05-02T00:00:00"
    found = find_dates(earlier, "en").published.provenance
    assert found is not None
    assert found.conflict
    assert ("jsonld:datePublished", "2025-01-07") in found.candidates
    later = draft(page(story("2023-01-07"), after="<p>May 2, 2024</p>"), url=PLAIN, labels=line)
    assert published(later) == "2023-01-07T00:00:00"
    update = draft(
        page(story("2025-01-07"), after="<p>Updated May 2, 2024</p>"), url=PLAIN, labels={"Updated": "date_line"}
    )
    assert published(update) == "2025-01-07T00:00:00"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.it/quay", "2024-05-03T00:30:00+02:00"),
        ("https://example.com.co/quay", "2024-05-02T17:30:00-05:00"),
        ("https://example.co/quay", "2024-05-02T22:30:00+00:00"),
        ("https://example.org/quay", "2024-05-02T22:30:00+00:00"),
        ("https://example.us/quay", "2024-05-02T22:30:00+00:00"),
        ("https://[broken", "2024-05-02T22:30:00+00:00"),
    ],
)
def test_utc_is_told_in_the_time_of_a_country_with_one_clock(
    draft: Callable[..., Draft], url: str, expected: str
) -> None:
    assert published(draft(page(story("2024-05-02T22:30:00Z")), url=url)) == expected


def test_midnight_in_utc_is_a_day_and_a_zone_that_is_given_stays(draft: Callable[..., Draft]) -> None:
    there = "https://example.com.co/quay"
    assert published(draft(page(story("2024-05-02T00:00:00Z")), url=there)) == "2024-05-02T00:00:00+00:00"
    assert published(draft(page(story("2024-05-02T22:30:00+09:00")), url=there)) == "2024-05-02T22:30:00+09:00"


def test_day_and_month_are_told_apart_by_another_source(draft: Callable[..., Draft]) -> None:
    shown = "<p>Published 03/10/2023</p>"
    assert published(draft(page(after=shown), url=PLAIN)) == "2023-03-10T00:00:00"
    assert published(draft(page(after=shown), url="https://example.org/2023/october/03/quay")) == "2023-10-03T00:00:00"
    assert published(draft(page(after=shown), url="https://example.org/2023/march/10/quay")) == "2023-03-10T00:00:00"
    assert published(draft(page(), url="https://example.org/2023/harbour/03/quay")) is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Laatst bijgewerkt op 4 maart 2024"),
        ("no", "Sist oppdatert 4. mars 2024"),
        ("sv", "Senast uppdaterad den 4 mars 2024"),
        ("da", "Opdateret mandag den 4. marts 2024"),
        ("pl", "Ostatnia aktualizacja: 4 marca 2024"),
        ("es", "Última actualización: 4 de marzo de 2024"),
        ("ru", "Обновлено: 4 марта 2024"),
        ("ar", "آخر تحديث: ٤ مارس ٢٠٢٤"),
        ("fa", "آخرین به‌روزرسانی: ۱۴ اسفند ۱۴۰۲"),
        ("zh", "更新时间：2024年3月4日"),
        ("ja", "最終更新日 2024年3月4日"),
        ("ko", "최종수정 2024.03.04"),
    ],
)
def test_a_moved_line_of_the_last_change_in_other_languages(
    draft: Callable[..., Draft], language: str, line: str
) -> None:
    made = draft(
        f"<h1>Quay</h1><p>{line}</p><p>Boats came.</p>", labels={line: "date_line"}, url="https://www.example.org/quay"
    )
    found = find_dates(made, language)
    assert found.published.value is None
    assert found.modified.value is not None
    assert found.modified.value.date().isoformat() == "2024-03-04"
