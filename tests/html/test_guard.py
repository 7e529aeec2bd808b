"""Markup that would cost the parser minutes is refused before it is parsed; ordinary pages, long ones too, pass."""

from __future__ import annotations

import pytest

from newsclean.errors import InputError
from newsclean.html.document import Document
from newsclean.html.guard import (
    LONG_RUN,
    MAX_ATTRIBUTES,
    MAX_CHARS,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_LINES,
    _count_tags,
    _long_runs,
    refuse_endless,
    refuse_hostile,
)

MANY = 20_000
ATTRIBUTES = " ".join(f"a{i}" for i in range(MANY))

DEEP = {
    "divisions": "<div>" * MANY,
    "many more divisions": "<div>" * 100_000,
    "lists": "<ul><li>" * MANY,
    "properly closed": "<div>" * MANY + "x" + "</div>" * MANY,
    "closed with the wrong name": "<div></span>" * MANY,
    "closed with an unknown name": "<div></x>" * MANY,
    "a slash that closes nothing": "<div/>" * MANY,
    "after many leaves": "<p>a</p>" * MANY + "<div>" * MANY,
    "before many leaves": "<div>" * MANY + "<p>a</p>" * MANY,
    "in upper case": "<DIV>" * MANY,
    "with attributes": '<div class="x" id=y>' * MANY,
    "after a script in an attribute": '<p title="<script>">' + "<div>" * MANY,
    "after a comment in an attribute": '<p title="<!--">' + "<div>" * MANY,
    "after a comment that is closed at once": "<!-->" + "<div>" * MANY,
    "after a script that is text": "<textarea><script></textarea>" + "<div>" * MANY,
}
WIDE = {
    "plain": f"<p {ATTRIBUTES}>x",
    "with values": "<p " + " ".join(f'a{i}="1"' for i in range(MANY)) + ">x",
    "values with angle brackets": "<p " + " ".join(f'a{i}=">"' for i in range(MANY)) + ">x",
    "no space between": "<p " + "".join(f'a{i}="1"' for i in range(MANY)) + ">x",
    "slashes between": "<p " + "/".join(f"a{i}" for i in range(MANY)) + ">x",
    "names with angle brackets": "<p " + " ".join(f"<a{i}" for i in range(MANY)) + ">x",
    "on a script": f"<script {ATTRIBUTES}></script>",
    "on a style": f"<style {ATTRIBUTES}></style>",
    "on an element that begins like a script": f"<scripted {ATTRIBUTES}>x",
    "never closed": f"<p {ATTRIBUTES}",
    "after much text": "word " * 10_000 + f"<p {ATTRIBUTES}>x",
}


def misnested(many: int) -> str:
    """Lexbor issue 340."""
    return "".join(f"<b {i}>" for i in range(many)) + "".join(f"<i {i}>" for i in range(many)) + "x</b>" * many


@pytest.mark.timeout(20)
@pytest.mark.parametrize("html", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused(html: str) -> None:
    with pytest.raises(InputError) as caught:
        refuse_hostile(html)
    assert caught.value.reason == "too_complex"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("html", WIDE.values(), ids=WIDE)
def test_a_tag_with_thousands_of_attributes_is_refused(html: str) -> None:
    with pytest.raises(InputError) as caught:
        refuse_hostile(html)
    assert caught.value.reason == "too_complex"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("stray", ["", "</q>" * 600], ids=["", "with end tags of nothing"])
@pytest.mark.parametrize("many", [800, 1_000, 1_400, 2_000, 4_000])
def test_misnested_formatting_is_refused(many: int, stray: str) -> None:
    """44 KB for which the parser needs four seconds, and eight times as long for twice as much."""
    with pytest.raises(InputError) as caught:
        refuse_hostile(misnested(many) + stray)
    assert caught.value.reason == "too_complex"


def test_formatting_that_is_closed_again_passes() -> None:
    refuse_hostile("<p>" + "<b>a</b> <i>b</i> " * 5_000)
    refuse_hostile(misnested(400))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "html",
    [
        "".join(f"<p><b a{i}>x" for i in range(900)) + "<p>x" * MANY,
        "".join(f"<p><b a{i}>x" for i in range(900)) + "<p>x</p>" * MANY,
    ],
    ids=["open paragraphs", "closed paragraphs"],
)
def test_formatting_that_every_paragraph_opens_again_is_refused(html: str) -> None:
    """100 KB that become 18 million elements: what is left open is opened anew in each paragraph."""
    with pytest.raises(InputError) as caught:
        refuse_hostile(html)
    assert caught.value.reason == "too_complex"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("option", ["<option>a", "<option>a</option>"])
def test_a_list_of_a_hundred_thousand_choices_is_refused(option: str) -> None:
    """The parser's time is quadratic in the options of one `select`: five seconds for 40,000."""
    with pytest.raises(InputError) as caught:
        refuse_hostile("<select>" + option * 100_000)
    assert caught.value.reason == "too_complex"


@pytest.mark.timeout(20)
def test_many_long_lists_of_choices_are_refused() -> None:
    """Ten lists of 9,000, each below the limit, cost ten times what one costs."""
    with pytest.raises(InputError, match="options of its lists"):
        refuse_hostile(("<select>" + "<option>a" * 9_000 + "</select>") * 10)


@pytest.mark.parametrize("leaf", ["<br>", "<p>a</p>", "<li>a", '<img src="a.jpg">', "<!-- a -->", "<td>a"])
def test_more_elements_than_any_article_has_are_refused(leaf: str) -> None:
    """Their cost is linear, but a page of 5 MB could hold a million of them, and each takes 10 KB."""
    refuse_hostile("<p>" + leaf * (MAX_ELEMENTS - 1))
    with pytest.raises(InputError, match="100,000 tags"):
        refuse_hostile("<p>" + leaf * MAX_ELEMENTS)


def test_many_elements_far_inside_are_refused() -> None:
    """Either would pass alone: what looks at the elements around a block would see 45 million."""
    refuse_hostile("<p>a</p>" * 50_000)
    refuse_hostile("<div>" * 900 + "<p>a</p>" * 2_000)
    with pytest.raises(InputError, match="counted once for each element around them"):
        refuse_hostile("<div>" * 900 + "<p>a</p>" * 50_000)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
def test_a_text_has_its_limits_too(end: str) -> None:
    refuse_endless(f"a{end}" * MAX_LINES)
    with pytest.raises(InputError, match="100,001 lines, the limit is 100,000") as caught:
        refuse_endless(f"a{end}" * (MAX_LINES + 1))
    assert caught.value.reason == "too_complex"


def test_a_text_of_too_many_characters_is_refused() -> None:
    refuse_endless("x" * MAX_CHARS)
    with pytest.raises(InputError, match="article by article"):
        refuse_endless("x" * (MAX_CHARS + 1))


def test_too_many_characters_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        refuse_hostile("x" * (MAX_CHARS + 1))
    assert caught.value.reason == "too_complex"


def test_the_message_says_what_is_wrong_and_what_to_do() -> None:
    with pytest.raises(InputError, match=r"1,000 tags.*cut the page"):
        refuse_hostile("<div>" * MANY)
    with pytest.raises(InputError, match=r"20,000 attributes"):
        refuse_hostile(WIDE["plain"])


def test_a_document_is_guarded() -> None:
    with pytest.raises(InputError):
        Document("<div>" * MANY)


def test_the_limits_themselves_pass() -> None:
    refuse_hostile("<div>" * MAX_DEPTH)
    refuse_hostile("<p " + " ".join(f"attribute{i}" for i in range(MAX_ATTRIBUTES)) + ">")


def test_just_above_the_limits_does_not() -> None:
    with pytest.raises(InputError):
        refuse_hostile("<div>" * (MAX_DEPTH + 1))
    with pytest.raises(InputError):
        refuse_hostile("<p " + " ".join(f"attribute{i}" for i in range(MAX_ATTRIBUTES + 1)) + ">")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "plain text",
        "<p>One.</p>" * 50_000,
        "<br>" * 50_000,
        '<img src="a.jpg">' * 20_000,
        '<img src="a.jpg"/>' * 20_000,
        "<div><p>One.</p></div>" * 20_000,
        "<svg>" + '<path d="M0 0"/>' * 20_000 + "</svg>",
        "a < b and c < d " * 20_000,
        "<div data-state='" + '{"a": "b c d"} ' * 20_000 + "'>x</div>",
        '<div data-state="' + "word " * 50_000 + '">x</div>',
        '<div data-state = "' + "x>y " * 20_000 + '">x</div>',
        "<script>" + "if (a < b) { x = '<div>' } " * 20_000 + "</script>",
        "<SCRIPT>" + "'<div>' " * 20_000 + "</SCRIPT>",
        "<style>" + "a > b { content: '<' } " * 20_000 + "</style>",
        "<!-- " + "<div> " * 20_000 + " -->",
        "<script>" + "word " * 20_000 + "</script>",
        "<p>" + "word " * 200_000,
    ],
    ids=lambda html: html[:40] or "empty",
)
def test_ordinary_markup_passes_however_long(html: str) -> None:
    refuse_hostile(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>word" * 6_000,
        "<ul>" + "<li>word" * 6_000,
        "<table>" + "<tr><td>a<td>b" * 3_000,
        "<select>" + "<option>a" * 6_000,
        "<dl>" + "<dt>a<dd>b" * 3_000,
    ],
    ids=["paragraphs", "items", "cells", "options", "definitions"],
)
def test_end_tags_that_html_lets_authors_omit_are_no_nesting(html: str) -> None:
    refuse_hostile(html)


@pytest.mark.parametrize("length", [LONG_RUN, LONG_RUN + 1, 2 * LONG_RUN + 2])
@pytest.mark.parametrize("around", ["{}", "<{}", "{}<", "<<{}<<", "<a>{}<b>"])
def test_long_runs_are_those_between_two_marks(around: str, length: int) -> None:
    html = around.format("x" * length)
    expected = [run for run in html.split("<") if len(run) > LONG_RUN]
    assert [html[start:end] for start, end in _long_runs(html)] == expected


@pytest.mark.parametrize("html", ["", "<", "</", "a/<", "<</", "</</p></", "<p>é</p>/<br/>", "< / <//"])
def test_tags_are_counted_as_in_a_string(html: str) -> None:
    assert _count_tags(html.encode()) == (html.count("<"), html.count("</"))


def test_half_a_character_is_guarded_too() -> None:
    refuse_hostile("<p>\ud800</p>" * 2)
    with pytest.raises(InputError):
        refuse_hostile("<div>\ud800" * MANY)


def test_the_bytes_of_a_page_are_guarded_like_its_text() -> None:
    html = "<div>" * MANY
    with pytest.raises(InputError):
        refuse_hostile(html, html.encode())
