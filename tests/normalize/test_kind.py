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
        (None, ("Press releases",), "https://x.org/a", "press_release"),
        (None, (), "https://x.org/fotostrecken/a", "gallery"),
        (None, (), "https://x.org/video/a", "video"),
        ("VideoObject", (), "https://x.org/a", "video"),
        ("MediaGallery", (), "https://x.org/a", "gallery"),
        ("NewsArticle", (), "https://x.org/world/quay-closed-live-updates-123", "live_blog"),
        ("NewsArticle", (), "https://x.org/world/quay-liveticker.html", "live_blog"),
        ("NewsArticle", (), "https://x.org/world/live-music-returns", "news"),
        ("NewsArticle", ("Letters to the Editor",), "https://x.org/a", "opinion"),
        ("NewsArticle", ("Analysis & Opinion",), "https://x.org/a", "opinion"),
        ("NewsArticle", ("Film reviews",), "https://x.org/a", "review"),
        ("NewsArticle", ("Year in reviews",), "https://x.org/a", "news"),
        ("NewsArticle", ("社説",), "https://x.org/a", "opinion"),
        ("NewsArticle", ("یادداشت",), "https://x.org/a", "opinion"),
        ("NewsArticle", ("Köşe Yazıları",), "https://x.org/a", "opinion"),
        ("NewsArticle", ("Некролог",), "https://x.org/a", "obituary"),
        ("NewsArticle", ("인터뷰",), "https://x.org/a", "interview"),
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


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Interview: The harbour master", "interview"),
        ("Opinion | The quay is ours", "opinion"),
        ("Nachruf: Ann Lund", "obituary"),
        ("Review : A walk on the quay", "review"),
        ("Watch: the first ferry leaves", "video"),
        ("Reviewers say: it is long", "news"),
        ("The interview: nobody came", "news"),
        ("Quay opens", "news"),
        ("Ann Lund obituary", "obituary"),
        ("The obituary of Ann Lund", "news"),
        ("Obituary", "news"),
    ],
)
def test_the_label_before_a_headline(draft: Callable[..., Draft], heading: str, expected: str) -> None:
    made = draft(page("NewsArticle").replace("<h1>Q</h1>", f"<h1>{heading}</h1>"), url="https://x.org/a")
    assert find_kind(made, ()).value == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("OSLO, March 5, 2024 /PRNewswire/ -- The quay is open.", "press_release"),
        ("OSLO--(BUSINESS WIRE)--The quay is open.", "press_release"),
        ("Kiel (ots) - Der Kai ist offen.", "press_release"),
        ("FOR IMMEDIATE RELEASE", "press_release"),
        ("The quay is open, says PRNewswire.", "news"),
        ("The lots are sold (all of them).", "news"),
    ],
)
def test_the_service_in_the_dateline(draft: Callable[..., Draft], line: str, expected: str) -> None:
    made = draft(page("NewsArticle").replace("<p>Text.</p>", f"<p>{line}</p>"), url="https://x.org/a")
    assert find_kind(made, ()).value == expected


def test_a_video_beside_a_long_story_is_no_video(draft: Callable[..., Draft]) -> None:
    head = '<meta property="og:type" content="video.other">'
    assert find_kind(draft(f"<head>{head}</head><h1>Q</h1><p>Watch it here.</p>", url=None), ()).value == "video"
    long = "The harbour office opened its quay. " * 60
    assert find_kind(draft(f"<head>{head}</head><h1>Q</h1><p>{long}</p>", url=None), ()).value is None
    assert find_kind(draft(f"<h1>Watch: it opens</h1><p>{long}</p>", url=None), ()).value is None


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("https://schema.org/NewsArticle", "news"),
        ("http://schema.org/Article http://schema.org/OpinionNewsArticle", "opinion"),
        ("https://schema.org/Article", None),
        ("https://schema.org/Product", None),
    ],
)
def test_microdata(draft: Callable[..., Draft], item: str, expected: str | None) -> None:
    html = f'<h1>Q</h1><article class=author itemscope itemtype="{item}"><p>Text.</p></article>'
    assert find_kind(draft(html, url=None), ()).value == expected
