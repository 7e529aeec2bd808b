"""Which title is the headline, and where the site's name begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.html.headline import Headline, cut_site, headline, is_site, key
from newsclean.html.structured import StructuredData

SITE = "Harbour Post"
HEAD = "Longest quay opens on Monday"


def found(
    *h1: str,
    title: str | None = None,
    og: str | None = None,
    twitter: str | None = None,
    jsonld: str | None = None,
    kind: str = "NewsArticle",
    site: str | None = SITE,
    url: str | None = "https://www.example.org/quay",
) -> Headline | None:
    meta = {
        name: (value,)
        for name, value in (("og:title", og), ("twitter:title", twitter), ("og:site_name", site))
        if value
    }
    nodes = ({"@type": kind, "headline": jsonld},) if jsonld else ()
    return headline(StructuredData(meta=meta, title=title, jsonld=nodes, base=url, h1=h1), h1)


def value(*h1: str, **sources: str | None) -> str | None:
    result = found(*h1, **sources)  # type: ignore[arg-type]
    return result.value if result else None


def test_nothing_is_none() -> None:
    assert found() is None
    assert found("", title=" ", og="") is None


@pytest.mark.parametrize("source", ["title", "og", "twitter", "jsonld"])
def test_a_single_source_is_believed(source: str) -> None:
    assert value(**{source: HEAD}) == HEAD


@pytest.mark.parametrize(
    "title",
    [
        f"{HEAD} - {SITE}",
        f"{HEAD} | {SITE}",
        f"{HEAD} – {SITE} News",
        f"{SITE}: {HEAD}",
        f"{HEAD} • example.org",
        f"{HEAD} | World | {SITE}",
    ],
)
def test_the_name_of_the_site_is_cut(title: str) -> None:
    assert value(HEAD, title=title) == HEAD
    assert (value(title=title) or "").startswith(HEAD)


@pytest.mark.parametrize(
    "title", [f"{HEAD} - what it means", f"{HEAD}: the story", "Quay - pier - ferry", "News | Sea | Land"]
)
def test_a_separator_alone_cuts_nothing(title: str) -> None:
    assert value(title=title) == title


def test_what_others_give_whole_is_cut_free() -> None:
    assert value(og=f"{HEAD}-Politics", jsonld=HEAD, site=None) == HEAD


@pytest.mark.parametrize("h1", [SITE, "Example", "World"])
def test_a_heading_that_names_the_site_or_section_is_no_headline(h1: str) -> None:
    assert value(h1, HEAD, og=HEAD, title=f"{HEAD} | World") == HEAD
    assert value(h1, og=HEAD, title=f"{HEAD} | World") == HEAD


def test_a_heading_that_nobody_repeats_is_no_headline() -> None:
    result = found("Get our letter every morning", title=f"{HEAD} - {SITE}", og=HEAD)
    assert result is not None
    assert (result.value, result.shown) == (HEAD, None)


def test_a_heading_of_a_whole_text_is_no_headline() -> None:
    assert value("word " * 60, og=HEAD) == HEAD


def test_of_two_spellings_the_typographic_one_that_is_shown() -> None:
    assert value("The harbour’s quay", og="The harbour's quay") == "The harbour’s quay"


def test_parts_that_lost_their_punctuation_come_from_the_declared_title() -> None:
    result = found("Harbour Longest quay opens", og="Harbour: Longest quay opens")
    assert result is not None
    assert (result.value, result.shown) == ("Harbour: Longest quay opens", "Harbour Longest quay opens")
    assert not result.conflict


@pytest.mark.parametrize(("title", "jsonld"), [(HEAD, None), (None, HEAD), (f"Harbour {HEAD}", HEAD), (None, None)])
def test_a_kicker_before_the_headline_goes(title: str | None, jsonld: str | None) -> None:
    assert value(f"Harbour {HEAD}", og=HEAD, title=title, jsonld=jsonld, kind="Article") == HEAD


def test_a_section_before_a_bar_goes_where_another_source_has_the_rest() -> None:
    assert value(HEAD, og=f"Opinion | {HEAD}") == HEAD
    assert value(og=f"Opinion | {HEAD}") == f"Opinion | {HEAD}"
    assert cut_site("Opinion | Quay", frozenset(), {key("Quay")}) == "Opinion | Quay"  # a short rest may be a name


def test_a_kicker_that_the_title_repeats_belongs_to_the_headline() -> None:
    whole = f"Harbour: {HEAD}"
    assert value(whole, og=HEAD, title=whole, kind="Article") == whole


def test_an_article_in_front_is_no_kicker() -> None:
    assert value(f"The {HEAD}", og=HEAD, title=HEAD, kind="Article") == f"The {HEAD}"


def test_a_heading_that_is_a_form_of_the_name_and_ends_the_title_is_no_headline() -> None:
    assert value(f"{SITE} Archive", title=f"{HEAD} : {SITE} Archive") == HEAD
    assert value(f"{SITE} Archive", title=f"{SITE} Archive") == f"{SITE} Archive"
    assert value("The story of Harbour Post", title="News : The story of Harbour Post") == "The story of Harbour Post"


@pytest.mark.parametrize(
    ("kind", "jsonld", "title", "expected"),
    [
        ("NewsArticle", "Quay opens with two ferries", "Quay opens with two ferries", "Ferries come to the new quay"),
        ("NewsArticle", "Quay opens with two ferries", "Ferries come to the new quay", "Quay opens with two ferries"),
        ("NewsArticle", "Ferries come to the new quay", "Ferries come to the new quay", "Ferries come to the new quay"),
        ("BlogPosting", "Ferries come to the new quay", "Ferries come to the new quay", "Quay opens with two ferries"),
    ],
)
def test_who_is_believed_when_they_differ(kind: str, jsonld: str, title: str, expected: str) -> None:
    result = found(
        "Quay opens with two ferries", og="Ferries come to the new quay", jsonld=jsonld, title=title, kind=kind
    )
    assert result is not None
    assert result.value == expected
    assert result.conflict
    assert result.shown == "Quay opens with two ferries"


def test_all_sources_are_on_record() -> None:
    result = found(HEAD, title=f"{HEAD} - {SITE}", og=HEAD, twitter="Another title", jsonld=HEAD)
    assert result is not None
    assert set(result.losers) | {(result.source, result.value)} == {
        ("dom:h1", HEAD), ("dom:title", HEAD), ("meta:og:title", HEAD), ("meta:twitter:title", "Another title"), ("jsonld:headline", HEAD),
    }  # fmt: skip


def test_entities_that_were_escaped_twice_are_read() -> None:
    assert value(jsonld="Quay &amp;amp; pier &quot;open&quot;") == 'Quay & pier "open"'


def test_markup_in_a_declared_title_is_left_out() -> None:
    assert value(jsonld="&lt;b&gt;Quay&lt;/b&gt; opens") == "Quay opens"
    assert value(jsonld="Quay &lt;Ferry 3&gt; opens") == "Quay <Ferry 3> opens"


def test_the_host_names_the_site_too() -> None:
    assert value(title=f"{HEAD} - Example", site=None) == HEAD
    assert cut_site(HEAD, frozenset()) == HEAD


@pytest.mark.parametrize(
    ("segment", "loosely", "expected"),
    [
        ("Harbour Post", False, True),
        ("Harbour Post Online", True, True),
        ("Harbour Post Online", False, False),
        ("harbourpost.com", True, True),
        ("World", True, False),
        ("", True, False),
    ],
)
def test_names_of_the_site(segment: str, loosely: bool, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_site(segment, frozenset({"harbourpost"}), loosely=loosely) is expected


def test_keys_ignore_case_marks_and_width() -> None:
    assert key("The ‘Quay’ – ＯＰＥＮＳ!") == key("the quay opens")


@given(st.lists(st.text(max_size=60), max_size=4), st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
def test_any_titles_give_one_of_them_or_a_part(h1: list[str], title: str, og: str, site: str) -> None:
    result = found(*h1, title=title, og=og, site=site or None)
    assert result is None or key(result.value)
    assert result is None or result.source in {"dom:h1", "dom:title", "meta:og:title"}


@pytest.mark.timeout(20)
def test_hostile_titles_do_not_hang() -> None:
    assert value("a - " * 50_000, title=" | ".join(["x"] * 50_000), og="-" * 100_000 + HEAD)
