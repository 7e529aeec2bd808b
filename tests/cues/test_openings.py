"""The cheap look at how lines begin, and patterns of whole lines."""

from __future__ import annotations

import pytest

from newsclean.blocks import read_text
from newsclean.cues.lexicon import fold, languages, lexicon
from newsclean.cues.openings import KEYS, TABLES, anywhere, line_start, opening, openings, whole_line
from newsclean.page import Reading


def read(*lines: str, language: str | None = "en") -> Reading:
    page = read_text("\n".join(lines))
    return Reading(page=page, labels=("body",) * len(page.blocks), language=language)


def texts(reading: Reading, table: str) -> list[str]:
    return [block.text for block in opening(reading, table)]


def test_lines_are_given_to_the_tables_whose_phrases_they_begin_with() -> None:
    reading = read("The quay is open.", "Read more: The lamp", "Advertisement", "The end.")
    assert texts(reading, "related") == ["Read more: The lamp"]
    assert texts(reading, "advertisement") == ["Advertisement"]
    assert texts(reading, "donation") == []


@pytest.mark.parametrize("line", ["» Read more: X", "(READ MORE: X)", "👉 Read more: X", "*Read more: X"])
def test_signs_before_the_first_word_do_not_hide_it(line: str) -> None:
    assert texts(read(line), "related") == [line]


def test_long_lines_and_lines_outside_of_the_story_are_left_alone() -> None:
    page = read_text("Read more: The lamp\nThe end.")
    assert openings(Reading(page=page, labels=("boilerplate", "body"), language="en")) == {}
    assert texts(read("Read more: " + "word " * 90), "related") == []


@pytest.mark.parametrize("language", languages())
def test_every_phrase_is_found_by_its_first_characters(language: str) -> None:
    words = lexicon(language)
    for table in TABLES:
        for key in KEYS:
            for phrase in words[f"{table}.{key}"]:
                assert texts(read(phrase, language=language), table) == [phrase], phrase


def test_a_line_is_whole_with_signs_around_it() -> None:
    pattern = whole_line("en", "advertisement.lines")
    assert pattern.fullmatch(fold("- Advertisement -"))
    assert not pattern.fullmatch(fold("Advertisement pays"))


def test_a_phrase_at_the_start_is_whole_words() -> None:
    assert line_start("en", "follow.starts").match("follow us on the net")
    assert not line_start("en", "follow.starts").match("follow user nine")


def test_a_phrase_anywhere_begins_a_word() -> None:
    assert anywhere("en", "newsletter.nouns").search("the newsletters of the town")
    assert not anywhere("en", "newsletter.nouns").search("the oldnewsletter")


def test_a_phrase_anywhere_stands_behind_the_start_that_is_given() -> None:
    line = "all rights reserved by the town and its harbour board"
    assert anywhere("en", "copyright.reserved").search(line)
    assert not anywhere("en", "copyright.reserved").search(line, 4)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("key", ["copyright.reserved", "contributors.ends", "newsletter.nouns"])
def test_the_cheap_look_misses_no_phrase(language: str, key: str) -> None:
    found = anywhere(language, key)
    assert all(found.search(f"… {phrase}") for phrase in lexicon(language)[key])


@pytest.mark.parametrize(
    ("language", "line"),
    [("ja", "フォローする方はこちら"), ("zh", "关注我们的公众号"), ("ja", "構成：山田花子")],
)
def test_where_a_script_has_no_spaces_a_phrase_may_go_on(language: str, line: str) -> None:
    table = "contributors.starts" if line.startswith("構成") else "follow.starts"
    assert line_start(language, table).match(line)


def test_where_it_has_spaces_a_phrase_ends_with_its_word() -> None:
    assert line_start("en", "donation.starts").match("support our work today")
    assert not line_start("en", "donation.starts").match("support our workers")
    assert line_start("en", "donation.starts").match("__support our work__")
    assert anywhere("ja", "newsletter.nouns").search("ニュースレターに登録する")
    assert not anywhere("en", "newsletter.nouns").search("the pseudonewsletter")
