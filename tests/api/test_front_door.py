"""What may be given, and what each kind of thing is taken for."""

from __future__ import annotations

import asyncio
import pathlib
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from newsclean import Article, Cleaner, InputError, NewscleanError, NotAnArticle, Options, Response, aparse, parse

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02"
BINARY = {
    "a PNG": PNG,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "a ZIP": b"PK\x03\x04\x14\x00\x08",
    "gzip": b"\x1f\x8b\x08\x00\x00",
}


def body_of(story: Any) -> str:
    return "\n\n".join(story.paragraphs)


class PathLike:
    """Something with `__fspath__` that is no `Path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return str(self.path)


# Response


def test_a_response_is_its_body_headers_and_url(story: Any) -> None:
    response = Response(
        url=story.url,
        requested_url="https://presstv.com/s/1",
        status=200,
        headers=(("content-type", "text/html; charset=windows-1252"),),
        body=story.html.replace('<meta charset="utf-8">', "").encode("cp1252"),
        via="http",
    )
    article = parse(response)
    assert article.text == body_of(story)
    assert (article.url, article.requested_url, article.host) == (story.url, "https://presstv.com/s/1", "presstv.com")


def test_the_header_of_a_response_tells_text_from_markup() -> None:
    words = "Use the <p>tag</p> with care. " * 20
    article = parse(Response(headers=(("content-type", "text/plain"),), body=words.encode()))
    assert "<p>tag</p>" in article.text


def test_an_address_that_is_given_outranks_that_of_the_response(story: Any) -> None:
    response = Response(url="https://cache.example.org/1", body=story.html.encode())
    assert parse(response, url=story.url).site == "Press TV"


@pytest.mark.parametrize("body", [b"", b" \r\n"])
def test_a_response_without_a_body(body: bytes) -> None:
    with pytest.raises(InputError) as caught:
        parse(Response(url="https://example.org/a", status=200, body=body))
    assert caught.value.reason == "empty"


# path objects


@pytest.mark.parametrize("wrap", [lambda path: path, PathLike])
@pytest.mark.parametrize("form", ["text", "html"])
def test_a_path_object_is_that_file(story: Any, tmp_path: Path, wrap: Any, form: str) -> None:
    file = tmp_path / "story"
    file.write_text(getattr(story, form), encoding="utf-8", newline="")
    assert parse(wrap(file)).text == body_of(story)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as caught:
        parse(tmp_path / "missing.html")
    assert caught.value.reason == "not_found"


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="directory") as caught:
        parse(tmp_path)
    assert caught.value.reason == "is_directory"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    with pytest.raises(InputError) as caught:
        parse(tmp_path / "empty.txt")
    assert caught.value.reason == "empty"


@pytest.mark.parametrize("name", BINARY)
def test_a_binary_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "story.html").write_bytes(BINARY[name])
    with pytest.raises(InputError, match=name) as caught:
        parse(tmp_path / "story.html")
    assert caught.value.reason == "not_text"


# bytes


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
@pytest.mark.parametrize("form", ["text", "html"])
def test_bytes_of_every_kind(story: Any, kind: Any, form: str) -> None:
    assert parse(kind(getattr(story, form).encode())).text == body_of(story)


@pytest.mark.parametrize("name", BINARY)
def test_binary_bytes(name: str) -> None:
    with pytest.raises(InputError, match=name) as caught:
        parse(BINARY[name])
    assert caught.value.reason == "not_text"


def test_bytes_of_another_charset(story: Any) -> None:
    assert parse(story.text.encode("cp1252")).text == body_of(story)


def test_bytes_that_made_no_sense_are_told(story: Any) -> None:
    html = story.html.replace("Sveinsdottir said", "Sveinsdottir said – “quietly”, “slowly”, “in Ísafjörður” –")
    article = parse(html.encode().replace(b"quietly", b"quiet\xffly"))
    assert "encoding" in [notice.kind for notice in article.warnings]


# strings


def test_a_string_that_is_an_address_is_fetched(monkeypatch: pytest.MonkeyPatch, story: Any) -> None:
    asked = []

    def fetch(self: Cleaner, url: str) -> Response:
        asked.append(url)
        return Response(url=story.url, requested_url=url, status=200, body=story.html.encode(), via="http")

    monkeypatch.setattr(Cleaner, "fetch", fetch)
    article = parse(" https://presstv.com/s/1\n")
    assert asked == ["https://presstv.com/s/1"]
    assert (article.url, article.requested_url, article.text) == (story.url, "https://presstv.com/s/1", body_of(story))


def test_an_awaited_address_is_fetched_too(monkeypatch: pytest.MonkeyPatch, story: Any) -> None:
    async def afetch(self: Cleaner, url: str) -> Response:
        await asyncio.sleep(0)
        return Response(url=story.url, requested_url=url, status=200, body=story.html.encode(), via="http")

    monkeypatch.setattr(Cleaner, "afetch", afetch)
    assert asyncio.run(aparse("https://presstv.com/s/1")).text == body_of(story)


@pytest.mark.parametrize("text", ["story.html", "pages/story", "/etc/passwd", "C:\\story.txt", "../x.warc.gz"])
def test_a_string_that_looks_like_a_path_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"pathlib\.Path") as caught:
        parse(text)
    assert caught.value.reason == "looks_like_path"


def test_a_string_never_opens_a_file(tmp_path: Path, story: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story").write_text(story.text, encoding="utf-8")
    (tmp_path / "page.html").write_text(story.html, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pathlib.Path, "open", None)
    for name in ("story", "page.html", str(tmp_path / "story")):
        try:
            assert parse(name).text == name
        except NewscleanError:
            continue


def test_markup_is_html(story: Any) -> None:
    assert parse(story.html).text == body_of(story)
    assert parse(f"<div><p>{'</p><p>'.join(story.paragraphs)}</p></div>").text == body_of(story)


def test_any_other_string_is_text(story: Any) -> None:
    assert parse(story.text).blocks[0].path.startswith("line ")
    assert "a < b" in parse(f"We say that a < b.\n\n{body_of(story)}").text


@pytest.mark.parametrize("text", ["", "  ", "\n\r\n\t"])
def test_an_empty_string(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text)
    assert caught.value.reason == "empty"


def test_input_overrides(story: Any) -> None:
    markup = "<p>" + " ".join(story.paragraphs) + "</p>"
    assert parse(markup, options=Options(input="text")).text.startswith("<p>")
    assert parse("story.html is " * 30, options=Options(input="html")).blocks[0].path.startswith("body")
    assert parse(markup.encode(), options=Options(input="text")).text.startswith("<p>")


# all else


@pytest.mark.parametrize("source", [None, 1, 1.5, object(), ["text"], ("text",), {"a": 1}, Article(), type])
def test_anything_else_is_a_wrong_type(source: Any) -> None:
    with pytest.raises(TypeError, match="Response, a path object, bytes or a string"):
        parse(source)
    with pytest.raises(TypeError):
        asyncio.run(aparse(source))


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<p></p><div></div>",
        "<html><body><script>x()</script></body></html>",
        "<p>&nbsp;</p>",
        "<div><img src='a.jpg'></div>",
    ],
)
def test_html_without_text_is_no_article(html: str) -> None:
    with pytest.raises(NotAnArticle) as caught:
        parse(html)
    assert caught.value.kind == "no_text"
    assert caught.value.evidence["blocks"] == 0


def test_with_accept_any_it_is_the_best_effort_with_a_notice() -> None:
    article = parse("<html><title>Quay</title><body></body></html>", options=Options(accept="any"))
    assert article.blocks == ()
    assert "low_confidence" in [notice.kind for notice in article.warnings]


def test_accept_any_does_not_excuse_what_is_no_page() -> None:
    with pytest.raises(InputError):
        parse(PNG, options=Options(accept="any"))
    with pytest.raises(InputError):
        parse("", options=Options(accept="any"))


@pytest.mark.timeout(30)
def test_hostile_markup_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        parse("<p>x</p>" + "<div>" * 100_000)
    assert caught.value.reason == "too_complex"


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    [
        "By " + "A-" * 30 + "!\n\nA story.",
        "2024 " + "1" * 40 + "x\n\nA story.",
        "<p>" * 60_000 + "</div>",
        "x" + " " * 200_000 + "x",
        "<article><p>A story</p><pre>x" + " " * 100_000 + "x</pre></article>",
        "A " * 200_000,
        "\n".join(["(AFP)"] * 5_000),
        "\n".join(f"Line {n} of a long list" for n in range(20_000)),
        "<p>(" * 20_000 + "</p>",
        "<div>" * 4_900 + "<p>The quay is open again, and the ferry left at six in the morning, they say.</p>" * 12_000,
    ],
    ids=[
        "byline",
        "date",
        "markup",
        "spaces",
        "preformatted",
        "words",
        "credits",
        "lines",
        "brackets",
        "deep and long",
    ],
)
def test_hostile_text_is_read_or_refused_in_time(text: str) -> None:
    with suppress(NewscleanError):
        parse(text, options=Options(second_opinion=False))


# the network


@pytest.mark.parametrize("form", ["text", "html"])
def test_what_is_at_hand_is_read_without_the_network(story: Any, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", None)
    assert parse(getattr(story, form), url=story.url).text == body_of(story)


# the awaited twin


@pytest.mark.parametrize("form", ["text", "html"])
def test_awaited_it_gives_the_same(story: Any, form: str) -> None:
    source = getattr(story, form)
    assert asyncio.run(aparse(source, url=story.url)) == parse(source, url=story.url)


def test_awaited_it_raises_the_same(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        asyncio.run(aparse(tmp_path))
    assert caught.value.reason == "is_directory"


def test_headers_of_a_response_are_pairs() -> None:
    assert Response(headers=(("content-type", "text/html"),)).header("Content-Type") == "text/html"
    with pytest.raises(TypeError, match=r"tuple\(headers.items\(\)\)"):
        Response(headers={"content-type": "text/html"})  # type: ignore[arg-type]
