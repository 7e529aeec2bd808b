from __future__ import annotations

import pytest

from newsclean.sources.http.answer import PAGE_TYPES, declared_length, location, media_type, objection
from newsclean.sources.http.exchange import Answer


def answer(status: int = 200, **headers: str) -> Answer:
    return Answer(status, tuple((name.replace("_", "-"), value) for name, value in headers.items()))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_says_where_to(status: int) -> None:
    assert location(answer(status, location="/x")) == "/x"


@pytest.mark.parametrize("status", [200, 201, 300, 304, 404])
def test_a_location_alone_is_no_redirect(status: int) -> None:
    assert location(answer(status, location="/x")) is None


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("text/html", "text/html"),
        ("Text/HTML; charset=utf-8", "text/html"),
        ("text/html,text/html", "text/html"),
        (" text/html ;x", "text/html"),
        ("", ""),
    ],
)
def test_the_media_type_is_read_without_its_parameters(header: str, kind: str) -> None:
    assert media_type(answer(content_type=header)) == kind


@pytest.mark.parametrize(
    ("header", "length"), [("12", 12), (" 12 ", 12), ("-1", None), ("1e3", None), ("x", None), ("9" * 40, None)]
)
def test_a_length_is_believed_when_it_is_a_number(header: str, length: int | None) -> None:
    assert declared_length(answer(content_length=header)) == length


@pytest.mark.parametrize(
    "kind", ["text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain", ""]
)
def test_a_page_is_read(kind: str) -> None:
    assert objection(answer(content_type=kind, content_length="9"), types=PAGE_TYPES, limit=10) is None


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (answer(404, content_type="text/html"), "http_status"),
        (answer(500), "http_status"),
        (answer(304), "http_status"),
        (answer(301), "http_status"),
        (answer(content_type="application/pdf"), "not_html"),
        (answer(content_type="image/png"), "not_html"),
        (answer(content_type="application/json"), "not_html"),
        (answer(content_type="text/html", content_length="11"), "too_large"),
        (answer(x="y" * 70_000), "too_large"),
        (answer(403, cf_mitigated="challenge"), "bot_wall"),
    ],
)
def test_anything_else_is_refused_before_its_body_is_read(head: Answer, reason: str) -> None:
    refused = objection(head, types=PAGE_TYPES, limit=10)
    assert refused is not None
    assert refused[0] == reason
