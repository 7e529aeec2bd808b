"""What servers send in place of the page is named; pages that only speak of it are pages."""

from __future__ import annotations

import pytest

from newsclean import NotAnArticle, Options, parse
from newsclean.blocks import read_html, read_text
from newsclean.engine.answers import answer_instead
from newsclean.html.document import Document

STORY = "<p>" + "The harbour board opened the old quay again on Monday after three winters of repairs. " * 12 + "</p>"


def page(title: str, body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def kind(html: str) -> str | None:
    found = answer_instead(read_html(Document(html)), "en")
    return found.kind if found else None


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (page("Just a moment...", "<h1>harbour.example</h1><p>Checking your browser</p>"), "bot_wall"),
        (page("Access Denied", "<h1>Access Denied</h1>You don't have permission."), "bot_wall"),
        (page("harbour.example", "", '<script src="https://ct.captcha-delivery.com/c.js"></script>'), "bot_wall"),
        (page("x", "<div></div>", '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/x"></script>'), "bot_wall"),
        (page("Before you continue to Harbour Herald", "<button>Accept</button>"), "consent_wall"),
        (page("Harbour Herald", "<h2>We value your privacy</h2><p>Our partners store things.</p>"), "consent_wall"),
        (page("Page not found | Harbour Herald", "<p>Try the search.</p>"), "soft_404"),
        (page("Harbour Herald", "<h1>Sorry, this page does not exist</h1>"), "soft_404"),
        (page("404", "<h1>404 Not Found</h1>"), "soft_404"),
        (page("Log in - Harbour Herald", "<form><input type=password></form><p>Welcome back.</p>"), "login"),
        (page("Harbour Herald", '<div id="root"></div><script src=a.js></script>'), "empty_shell"),
        (
            page("Harbour Herald", "<div id=__next></div><script>1</script><noscript>Turn it on.</noscript>"),
            "empty_shell",
        ),
    ],
)
def test_an_answer_instead_of_the_page_is_named(html: str, expected: str) -> None:
    assert kind(html) == expected
    with pytest.raises(NotAnArticle) as caught:
        parse(html)
    assert caught.value.kind == expected
    assert caught.value.evidence


@pytest.mark.parametrize(
    "html",
    [
        page("Access denied: how the harbour lost its gate | Harbour Herald", f"<h1>Access denied</h1>{STORY}"),
        page("We value your privacy | Harbour Herald", f"<h2>We value your privacy</h2>{STORY}"),
        page("Missing boy not found", "<h1>Missing boy not found</h1><p>Divers searched the bay until dark.</p>"),
        page("Log in", "<h1>A log in the harbour</h1><p>A tree trunk blocked the quay on Monday.</p>"),
        page("Harbour Herald", f'<div id="root">{STORY}</div><script src=a.js></script>'),
        page("Harbour Herald", "<p>The quay is open again.</p>"),
    ],
)
def test_a_page_is_a_page(html: str) -> None:
    assert kind(html) is None


def test_plain_text_is_what_somebody_chose_to_give() -> None:
    assert answer_instead(read_text("Page not found\n\nIt is gone."), "en") is None


def test_who_accepts_anything_is_told() -> None:
    article = parse(page("Page not found", "<p>Try the search.</p>"), options=Options(accept="any"))
    assert [notice.kind for notice in article.warnings][-1] == "low_confidence"
    assert article.confidence == 0.0
