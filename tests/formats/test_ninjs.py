"""ninjs: lists of texts with roles, and pictures as items of their own."""

from __future__ import annotations

from newsclean import Article, Author, Image


def test_an_article_in_whole(article: Article) -> None:
    made = article.to_ninjs()
    html = made["bodies"][1].pop("value")
    assert html.startswith('<article lang="en">')
    counts = {"charcount": len(article.text), "wordcount": article.word_count}
    assert made == {
        "standard": {
            "name": "ninjs",
            "version": "2.1",
            "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
        },
        "uri": "https://example.org/ferry",
        "type": "text",
        "representationtype": "complete",
        "firstcreated": "2024-03-04T06:30:00Z",
        "versioncreated": "2024-03-05T07:00:00",
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
        "ednote": "Correction: an earlier version named the wrong quay.",
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
