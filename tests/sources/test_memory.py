"""A string or bytes: address, path by mistake, markup, or text; and what is none of these."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import InputError, NewscleanError
from newsclean.sources.memory import _controls, address, is_markup, kind_of, read_bytes, read_string

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


@pytest.mark.parametrize(
    "text",
    [
        "http://example.org",
        "https://example.org/a?b=c#d",
        "  https://example.org/a\n",
        "HTTPS://EXAMPLE.ORG/A",
        "https://例え.jp/記事",
    ],
)
def test_one_token_with_http_is_an_address(text: str) -> None:
    assert address(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "www.example.org/story",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://",
        "https://example.org and more",
        "See https://example.org",
        "https://example.org/a\nhttps://example.org/b",
        "<a href='https://example.org'>x</a>",
    ],
)
def test_all_else_is_none(text: str) -> None:
    assert address(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "story.html",
        "pages/story",
        "/etc/passwd",
        "./story",
        "~/story.txt",
        "C:\\news\\story.htm",
        "story.TXT",
        "archive.warc.gz",
        "file:///tmp/story.html",
        "ftp://example.org/story",
        "www.example.org/story",
        " story.html\n",
    ],
)
def test_what_looks_like_a_path_is_refused_with_advice(text: str) -> None:
    with pytest.raises(InputError, match=r"pathlib\.Path") as caught:
        kind_of(text)
    assert caught.value.reason == "looks_like_path"


@pytest.mark.parametrize(
    "text",
    [
        "Ferry",
        "Hello.",
        "The ferry/boat debate",
        "See story.html for more",
        "one\ntwo/three",
        "Version2.0",
        "9.11",
        "渡船回来了。",
    ],
)
def test_a_short_text_is_a_text(text: str) -> None:
    assert kind_of(text) == "text"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "<!doctype HTML>",
        "<html><body>x",
        "<HTML lang=en>",
        "<p>One.</p>",
        "<P>One.</P>",
        '<div class="a">x</div>',
        "Text before <p>One.</p>",
        "<h1>x</h1\n>",
        "<article>\n<p>x\n</article>",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        '<p title="a > b">x</p>',
    ],
)
def test_markup(text: str) -> None:
    assert is_markup(text)
    assert kind_of(text) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "a < b and b > c",
        "Use the <p> tag for paragraphs.",
        "Close it with </p>, she said.",
        "<b>Bold</b> claims",
        "He wrote <3 and </3.",
        "<peter@example.org> wrote: hello",
        "<span>x</span>",
        "</p> comes after <p>",
        "<party>time</party>",
        "<header1>x</header1>",
    ],
)
def test_no_markup(text: str) -> None:
    assert not is_markup(text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", ["<p>" * 70_000, "<p " * 70_000, "<p>" * 60_000 + "</div>", "<div><p>" * 20_000 + "</table>"]
)
def test_hostile_text_is_told_apart_in_time(text: str) -> None:
    assert isinstance(is_markup(text), bool)


def test_a_string_is_read_as_what_the_caller_says() -> None:
    assert read_string("<p>x</p>", "text").kind == "text"
    assert read_string("plain words", "html").kind == "html"
    assert read_string("story.html", "text").kind == "text"


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\u00a0\u3000"])
def test_an_empty_string(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_string(text)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize("body", [b"", b" \r\n\t ", "\ufeff".encode(), "\ufeff \n".encode(), "\u00a0".encode()])
def test_empty_bytes(body: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(body)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize(
    ("body", "word"),
    [(PNG, "PNG"), (b"%PDF-1.7\n", "PDF"), (b"PK\x03\x04\x14\x00", "ZIP"), (b"\x1f\x8b\x08\x00", "gzip")],
)
def test_binary_files_are_refused_by_name(body: bytes, word: str) -> None:
    with pytest.raises(InputError, match=word) as caught:
        read_bytes(body, "text/html; charset=utf-8")
    assert caught.value.reason == "not_text"


@pytest.mark.parametrize("body", [bytes(range(32)) * 20, b"word\x00" * 100, b"\x01\x02\x03"])
def test_bytes_full_of_control_characters_are_no_text(body: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(body)
    assert caught.value.reason == "not_text"


def test_a_stray_control_character_does_no_harm() -> None:
    assert read_bytes(b"A long enough line of text\x0c with one \x08 slip of the keyboard in it. " * 3).kind == "text"


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (b"<p>One.</p>", None, "html"),
        (b"Plain words.", None, "text"),
        (b"Plain words.", "text/html", "html"),
        (b"Plain words.", "application/xhtml+xml; charset=utf-8", "html"),
        (b"<p>One.</p>", "text/plain; charset=utf-8", "text"),
        (b"<p>One.</p>", "TEXT/MARKDOWN", "text"),
        (b"<p>One.</p>", "application/octet-stream", "html"),
        (b"Plain words.", "application/octet-stream", "text"),
        (b"<p>One.</p>", "", "html"),
    ],
)
def test_the_header_tells_markup_from_text_where_it_knows(body: bytes, content_type: str | None, kind: str) -> None:
    assert read_bytes(body, content_type).kind == kind


def test_bytes_that_look_like_a_path_are_text() -> None:
    assert read_bytes(b"story.html").kind == "text"


def test_how_bytes_became_text_is_told() -> None:
    given_ = read_bytes("Fähre".encode("cp1252"), "text/plain; charset=iso-8859-1")
    assert given_.decoded is not None
    assert (given_.decoded.encoding, given_.decoded.source) == ("cp1252", "header")
    assert read_string("Fähre").decoded is None


@given(st.binary())
def test_arbitrary_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        found = read_bytes(body)
    except NewscleanError:
        return
    assert found.text.strip()


@given(st.text())
def test_arbitrary_strings_are_read_or_refused(text: str) -> None:
    try:
        found = read_string(text)
    except NewscleanError:
        return
    assert found.text == text


@given(st.binary(max_size=300), st.integers(0, 20))
def test_control_characters_are_counted_as_far_as_it_matters(body: bytes, enough: int) -> None:
    white = b"\n\t\r\f"
    exact = sum((byte < ord(" ") or byte == ord("\x7f")) and byte not in white for byte in body)
    found = _controls(body, enough)
    assert found == exact if exact > enough else exact <= found <= enough


def test_white_space_is_no_control_character() -> None:
    assert read_bytes(b"<p>a</p>" + b"\r\n\t\f" * 500).kind == "html"
