"""What came out of a page, and what differs."""

from __future__ import annotations

from datetime import UTC, datetime

from newsclean import Article, Author, Block, Image, Removal
from newsclean.authoring.parts import Change, Part, changes, parts
from newsclean.authoring.reader import Outcome


def outcome(*texts: str, **fields: object) -> Outcome:
    blocks = tuple(Block(index=i, kind="paragraph", text=text, path="p") for i, text in enumerate(texts))
    return Outcome(Article(blocks=blocks, **fields), None)  # type: ignore[arg-type]


def test_everything_that_a_reader_of_the_article_would_miss_is_a_part() -> None:
    found = outcome(
        "One.",
        title="T",
        authors=(Author(name="A"), Author(name="B")),
        date_published=datetime(2024, 4, 5, tzinfo=UTC),
        images=(Image(url="https://a.example/1.jpg", caption="C", credit="D"),),
    )
    assert parts(found) == (
        Part("paragraph", "One."),
        Part("caption", "C"),
        Part("field", "title: T"),
        Part("field", "authors: A, B"),
        Part("field", "date_published: 2024-04-05T00:00:00+00:00"),
        Part("field", "image: https://a.example/1.jpg"),
        Part("field", "credit: D"),
    )


def test_lost_paragraphs_say_where_they_went() -> None:
    removal = Removal(text="Two.", kind="related", by="a.example/more", reason="r", path="p")
    new = outcome("One.", removed=(removal,), images=(Image(caption="Three."),))
    assert changes(outcome("One.", "Two.", "Three."), new) == (
        Change(Part("paragraph", "Two."), "related, a.example/more", gained=False),
        Change(Part("paragraph", "Three."), "caption", gained=False),
        Change(Part("caption", "Three."), "", gained=True),
    )


def test_a_second_copy_counts() -> None:
    assert changes(outcome("One.", "One."), outcome("One.")) == (Change(Part("paragraph", "One."), "", gained=False),)


def test_the_same_parts_in_another_order_are_no_change() -> None:
    assert changes(outcome("One.", "Two."), outcome("Two.", "One.")) == ()


def test_a_refusal_is_a_change() -> None:
    old = outcome("One.")
    assert changes(old, old._replace(refused="index")) == (
        Change(Part("paragraph", "One."), "the page is refused as index", gained=False),
        Change(Part("refusal", "index"), "", gained=True),
    )
    assert parts(Outcome(None, None)) == (Part("refusal", "no_text"),)
