"""JSON: what is written is read back, and nothing else is taken for an article."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, Author, Block, Image, InputError, Removal

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TIMES = st.none() | st.datetimes(
    timezones=st.none() | st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
)
BLOCKS = st.builds(
    Block,
    index=st.integers(0, 10_000),
    kind=st.sampled_from(["heading", "paragraph", "list_item", "quote", "preformatted", "table_row"]),
    level=st.integers(0, 9),
    text=WORDS,
    path=WORDS,
)
EVIDENCE = st.dictionaries(
    WORDS, st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | WORDS
)
ARTICLES = st.builds(
    Article,
    title=st.none() | WORDS,
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    authors=st.lists(st.builds(Author, name=WORDS, role=st.none() | WORDS), max_size=2).map(tuple),
    images=st.lists(
        st.builds(Image, caption=st.none() | WORDS, width=st.none() | st.integers(0, 9999)), max_size=2
    ).map(tuple),
    date_published=TIMES,
    date_modified=TIMES,
    confidence=st.none() | st.floats(0, 1),
    removed=st.lists(
        st.builds(Removal, text=WORDS, kind=st.just("share"), by=WORDS, reason=WORDS, evidence=EVIDENCE, path=WORDS),
        max_size=2,
    ).map(tuple),
)


def test_a_full_article_comes_back_equal(article: Article) -> None:
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json().encode()) == article
    assert Article.from_json(article.format("jsonl")) == article


@given(article=ARTICLES)
def test_any_article_comes_back_equal(article: Article) -> None:
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.format("jsonl")) == article


def test_json_holds_every_stored_field_and_two_computed_ones(article: Article) -> None:
    written = json.loads(article.to_json())
    assert list(written) == [*(field.name for field in fields(Article)), "text", "word_count"]
    assert written["text"] == article.text
    assert written["word_count"] == article.word_count


def test_dates_say_what_the_page_said(article: Article) -> None:
    written = json.loads(article.to_json())
    assert written["date_published"] == "2024-03-04T06:30:00Z"
    assert written["date_modified"] == "2024-03-05T07:00:00"


def test_json_is_indented_and_jsonl_is_one_line(article: Article) -> None:
    lined = replace(article, title="a\nb\u2028c\r\nd")
    assert lined.to_json().startswith('{\n  "schema_version": 1,\n  "title": ')
    assert "\n" not in lined.format("jsonl")
    assert json.loads(lined.format("jsonl")) == json.loads(lined.to_json())


def test_a_changed_text_or_count_is_passed_over(article: Article) -> None:
    written = json.loads(article.to_json()) | {"text": "other", "word_count": -1, "added_later": True}
    assert Article.from_json(json.dumps(written)) == article


@given(text=st.text(st.characters() | st.sampled_from("\ud83d\ude00\udfff")))
def test_half_characters_become_replacement_characters(text: str) -> None:
    block = Block(index=0, kind="paragraph", text=text, path="p")
    removal = Removal(text=text, kind="share", by="engine", reason="r", evidence={text: text}, path="p")
    back = Article.from_json(Article(title=text, blocks=(block,), removed=(removal,)).to_json())
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert back.title in (text, whole)
    assert (back.blocks[0].text, back.removed[0].text) == (back.title, back.title)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "no json",
        "null",
        "[]",
        "{}",
        '{"title": "no version"}',
        '{"schema_version": "1"}',
        '{"schema_version": 1, "title": 7}',
        '{"schema_version": 1, "blocks": [{}]}',
        '{"schema_version": 1, "kind": "poem"}',
        '{"schema_version": 1} more',
        b"\xff\xfe",
        b'{"schema_version": 1, "title": "\xff"}',
        "\ud800",
        "[" * 100_000,
        '{"schema_version": 1, "unknown": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
def test_what_is_no_article_is_refused(data: str | bytes) -> None:
    with pytest.raises(InputError, match="not the JSON of an article") as caught:
        Article.from_json(data)
    assert caught.value.reason == "not_text"


@given(data=st.binary() | st.text())
def test_arbitrary_input_gives_an_input_error_or_an_article(data: str | bytes) -> None:
    with suppress(InputError):
        assert isinstance(Article.from_json(data), Article)


def test_a_newer_schema_version_is_refused_with_advice() -> None:
    with pytest.raises(InputError, match=r"schema version 99.*install a newer one"):
        Article.from_json('{"schema_version": 99}')


def test_an_error_fits_on_one_line_even_for_a_long_article(article: Article) -> None:
    broken = article.to_json().replace('"heading"', '"headline"')
    with pytest.raises(InputError) as caught:
        Article.from_json(broken)
    assert "\n" not in str(caught.value)
    assert "$.blocks[1].kind" in str(caught.value)


def test_times_keep_their_moment() -> None:
    east = timezone(timedelta(hours=3, minutes=30))
    article = Article(date_published=datetime(2020, 11, 23, 18, 0, tzinfo=east))
    back = Article.from_json(article.to_json()).date_published
    assert back == datetime(2020, 11, 23, 14, 30, tzinfo=UTC)
    assert back is not None
    assert back.utcoffset() == timedelta(hours=3, minutes=30)
