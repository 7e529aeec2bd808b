"""What sort of piece it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.normalize.kind import find_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft


def page(kind: str | None) -> str:
    script = f'<script type="application/ld+json">{{"@type":"{kind}","headline":"Q"}}</script>' if kind else ""
    return f"<html><head>{script}</head><body><h1>Q</h1><p>Text.</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "sections", "url", "expected"),
    [
        ("NewsArticle", (), "https://x.org/a", "news"),
        ("LiveBlogPosting", (), "https://x.org/a", "live_blog"),
        ("OpinionNewsArticle", (), "https://x.org/a", "opinion"),
        ("NewsArticle", ("Opinion",), "https://x.org/a", "opinion"),
        ("NewsArticle", (), "https://x.org/opinion/a", "opinion"),
        ("NewsArticle", (), "https://x.org/opinion", "news"),
        ("Recipe", (), "https://x.org/a", "recipe"),
        (None, ("Obituaries",), "https://x.org/a", "obituary"),
        (None, (), "https://x.org/press-releases/a", "press_release"),
        (None, ("Meinung",), "https://x.org/a", "opinion"),
        ("Article", (), "https://x.org/a", None),
        (None, (), None, None),
    ],
)
def test_kinds(
    draft: Callable[..., Draft], declared: str | None, sections: tuple[str, ...], url: str | None, expected: str | None
) -> None:
    assert find_kind(draft(page(declared), url=url), sections).value == expected


def test_a_review_inside_of_a_news_story_does_not_make_it_one(draft: Callable[..., Draft]) -> None:
    html = """<script type="application/ld+json">[{"@type":"Review","name":"x"},{"@type":"NewsArticle","headline":"Q"}]</script><h1>Q</h1>"""
    assert find_kind(draft(html), ()).value == "news"
