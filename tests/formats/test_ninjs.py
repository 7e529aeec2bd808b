"""ninjs: lists of texts with roles, and pictures and embeds as items of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from newsclean import Article, Author, Image, Provenance

ITEM = set(
    "uri type representationtype profile version firstcreated versioncreated contentcreated embargoed pubstatus urgency "
    "copyrightholder copyrightnotice usageterms ednote language descriptions bodies headlines people organisations "
    "places subjects events objects infosources title by slugline located renditions associations altids "
    "trustindicators standard genres rightsinfo".split()
)
"""All members that an item of ninjs 2.0 may have; others make it invalid."""
MEMBERS = {
    "descriptions": {"role", "contenttype", "value"},
    "headlines": {"role", "contenttype", "value"},
    "bodies": {"role", "contenttype", "charcount", "wordcount", "value"},
    "people": {"name", "rel", "uri", "literal"},
    "organisations": {"name", "rel", "uri", "literal", "symbols"},
    "subjects": {"name", "rel", "uri", "literal"},
    "infosources": {"name", "role", "uri", "literal"},
    "genres": {"name", "uri", "literal"},
    "renditions": set("name href contenttype title height width sizeinbytes duration format".split()),
}
TYPES = set("text audio video picture graphic composite component".split())


def assert_known(item: dict[str, Any], also: frozenset[str] = frozenset()) -> None:
    """Every member is one of the standard's."""
    assert set(item) <= ITEM | also
    assert item["type"] in TYPES
    for name, members in MEMBERS.items():
        for inner in item.get(name, ()):
            assert set(inner) <= members, name
    for inner in item.get("associations", ()):
        assert_known(inner, frozenset({"name"}))


def test_an_article_in_whole(article: Article) -> None:
    made = article.to_ninjs()
    html = made["bodies"][1].pop("value")
    assert html.startswith('<article lang="en">')
    counts = {"charcount": len(article.text), "wordcount": article.word_count}
    assert made == {
        "standard": {
            "name": "ninjs",
            "version": "2.0",
            "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.0.json",
        },
        "uri": "https://example.org/ferry",
        "type": "text",
        "representationtype": "full",
        "firstcreated": "2024-03-04T06:30:00Z",
        "language": "en",
        "headlines": [{"role": "main", "contenttype": "text/plain", "value": "Ferry returns to the old quay"}],
        "descriptions": [
            {"role": "standfirst", "contenttype": "text/plain", "value": "After three winters on the mainland side."},
            {"role": "summary", "contenttype": "text/plain", "value": "The ferry is back."},
        ],
        "bodies": [
            {"role": "main", "contenttype": "text/plain", **counts, "value": article.text},
            {"role": "main", "contenttype": "text/html", **counts},
        ],
        "by": "Ines Holm",
        "people": [{"name": "Ines Holm", "rel": "author"}],
        "infosources": [{"name": "The Quay Gazette"}],
        "subjects": [{"name": "Coast"}, {"name": "ferry"}, {"name": "harbour"}],
        "genres": [{"name": "news"}],
        "usageterms": "CC BY 4.0",
        "ednote": (
            "Correction: an earlier version named the wrong quay.\nDate modified, as far as known: 2024-03-05T07:00:00"
        ),
        "associations": [
            {
                "name": "picture-1",
                "uri": "https://example.org/quay.jpg",
                "type": "picture",
                "by": "Bo Lind",
                "descriptions": [{"role": "caption", "contenttype": "text/plain", "value": "The quay at dawn"}],
                "renditions": [{"name": "original", "href": "https://example.org/quay.jpg"}],
            },
            {
                "name": "picture-2",
                "uri": "https://example.org/ferry#picture-2",
                "type": "picture",
                "descriptions": [{"role": "caption", "contenttype": "text/plain", "value": "A timetable"}],
            },
        ],
    }


def test_every_member_is_one_of_the_standard(article: Article) -> None:
    assert_known(article.to_ninjs())


def test_a_licence_is_an_address_or_words() -> None:
    made = Article(license="https://example.org/licence").to_ninjs()
    assert made["rightsinfo"] == {"linkedrights": "https://example.org/licence"}
    assert "usageterms" not in made
    assert Article(license="All rights reserved").to_ninjs()["usageterms"] == "All rights reserved"


@pytest.mark.parametrize(("completeness", "written"), [("full", "full"), ("partial", "partial"), ("unknown", None)])
def test_how_much_of_the_story_it_is(completeness: str, written: str | None) -> None:
    assert Article(completeness=completeness).to_ninjs().get("representationtype") == written  # type: ignore[arg-type]


def test_a_date_without_time_or_zone_is_a_note_to_the_desk() -> None:
    day = Provenance(source="meta:date", precision="day")
    made = Article(
        date_published=datetime(2024, 3, 4),  # noqa: DTZ001 - a page without a time zone
        date_modified=datetime(2024, 3, 5, 8, tzinfo=timezone(timedelta(hours=2))),
        provenance={"date_published": day},
    ).to_ninjs()
    assert (made.get("firstcreated"), made["versioncreated"]) == (None, "2024-03-05T08:00:00+02:00")
    assert made["ednote"] == "Date published, as far as known: 2024-03-04"


def test_a_date_with_its_zone_needs_no_note() -> None:
    made = Article(date_published=datetime(2024, 3, 4, tzinfo=UTC)).to_ninjs()
    assert made["firstcreated"] == made["versioncreated"] == "2024-03-04T00:00:00Z"
    assert "ednote" not in made


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://e.org/fähre?q=[1]&r=100%", "https://e.org/f%C3%A4hre?q=%5B1%5D&r=100%25"),
        ("https://e.org/a%20b?x=1#y", "https://e.org/a%20b?x=1#y"),
        ("http://[::1]/a", "http://[::1]/a"),
        ("https://e.org/{size}.jpg", "https://e.org/%7Bsize%7D.jpg"),
    ],
)
def test_addresses_are_ascii(url: str, uri: str) -> None:
    assert Article(url=url).to_ninjs()["uri"] == uri
    (picture,) = Article(images=(Image(url=url),)).to_ninjs()["associations"]
    assert picture["uri"] == picture["renditions"][0]["href"] == uri


def test_a_part_of_the_page_has_one_fragment() -> None:
    (picture,) = Article(url="https://e.org/a#top", images=(Image(caption="Quay"),)).to_ninjs()["associations"]
    assert picture["uri"] == "https://e.org/a#picture-1"


def test_without_an_address_the_words_identify_it() -> None:
    made = Article(content_hash="00ff").to_ninjs()
    assert made == {"standard": made["standard"], "uri": "urn:sha256:00ff", "type": "text"}


def test_an_address_that_no_reader_may_load_is_no_rendition() -> None:
    (picture,) = Article(url="https://e.org/a", images=(Image(url="data:image/png;base64,AA"),)).to_ninjs()[
        "associations"
    ]
    assert picture == {"name": "picture-1", "uri": "https://e.org/a#picture-1", "type": "picture"}


def test_a_desk_is_an_organisation() -> None:
    made = Article(authors=(Author(name="City desk", kind="organisation", url="https://e.org/desk"),)).to_ninjs()
    assert made["organisations"] == [{"name": "City desk", "rel": "author", "uri": "https://e.org/desk"}]
    assert "people" not in made
