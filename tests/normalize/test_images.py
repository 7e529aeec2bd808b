"""The pictures of an article: its own and no others, the lead picture first, captions on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.normalize.images import find_images

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.model import Image
    from newsclean.normalize.draft import Draft

HEAD = '<meta property="og:image" content="/og/quay-1200x630.jpg">'
BODY = """<nav><img src=/logo.png><a href=/x><img src=/menu.jpg></a></nav>
<main><h1>Quay opens</h1><figure><img src=/img/quay-640x480.jpg alt="A quay"><figcaption>The quay at dawn</figcaption></figure>
<p>The harbour office opened its longest quay on Monday.</p><p>Two ferries came at once.</p><img src=/img/ferries.jpg>
<div class=more><img src=/img/teaser.jpg><p>Pier closed after the storm of last week</p></div>
<p>The harbour master said so.</p></main><footer><img src=/img/office.jpg><p>Harbour Post, all rights reserved</p></footer>"""
LABELS = {"The quay": "caption", "Pier closed": "teaser", "Harbour Post": "boilerplate"}


def images(made: Draft) -> list[Image]:
    return list(find_images(made).value or ())


def names(made: Draft) -> list[str]:
    return [(image.url or "-").rsplit("/", 1)[-1] for image in images(made)]


def test_the_pictures_of_the_story_and_no_others(draft: Callable[..., Draft]) -> None:
    assert names(draft(BODY, labels=LABELS)) == ["quay-640x480.jpg", "ferries.jpg"]


def test_pictures_know_where_they_stand(draft: Callable[..., Draft]) -> None:
    made = draft(BODY, labels=LABELS)
    texts = [block.text[:10] for block in made.page.blocks]
    assert [texts[image.position][:8] for image in images(made) if image.position is not None] == [
        "The quay",
        "Pier clo",
    ]
    (declared,) = images(draft(f"<head>{HEAD}</head><h1>Quay opens</h1><p>The harbour office opened its quay.</p>"))
    assert declared.position is None


def test_the_lead_picture_is_marked_and_first(draft: Callable[..., Draft]) -> None:
    head = '<meta property="og:image" content="/img/ferries-1200x630.jpg">'
    html = BODY.replace("<figure>", "<div>").replace("</figure>", "</div>")
    found = images(draft(f"<head>{head}</head>{html}", labels=LABELS | {"The quay": "boilerplate"}))
    assert [image.is_main for image in found] == [True, False]
    assert found[0].url == "https://www.example.org/img/ferries.jpg"


def test_a_caption_is_on_its_picture(draft: Callable[..., Draft]) -> None:
    first = images(draft(BODY, labels=LABELS))[0]
    assert (first.caption, first.alt) == ("The quay at dawn", "A quay")


def test_what_readers_see_above_the_story_leads(draft: Callable[..., Draft]) -> None:
    found = find_images(draft(f"<head>{HEAD.replace('quay-', 'card-')}</head>{BODY}", labels=LABELS))
    assert found.value is not None
    assert found.provenance is not None
    assert found.value[0].url == "https://www.example.org/img/quay-640x480.jpg"
    assert found.provenance.source == "dom:img"
    assert found.provenance.candidates == (("meta:og:image", "https://www.example.org/og/card-1200x630.jpg"),)


def test_a_declared_picture_that_is_not_shown_is_added(draft: Callable[..., Draft]) -> None:
    found = images(draft(f"<head>{HEAD}</head><h1>Quay opens</h1><p>The harbour office opened.</p>"))
    assert [(image.url, image.is_main) for image in found] == [("https://www.example.org/og/quay-1200x630.jpg", True)]


def test_declared_size_and_caption(draft: Callable[..., Draft]) -> None:
    data = '{"@type":"NewsArticle","headline":"Q","image":{"@type":"ImageObject","url":"https://x.org/q.jpg","caption":"A quay","creditText":"Ann Lee"}}'
    head = f'<script type="application/ld+json">{data}</script><meta property="og:image:width" content="1200">'
    first = images(draft(f"<head>{head}</head><h1>Q</h1><p>Text.</p>"))[0]
    assert (first.caption, first.credit, first.width) == ("A quay", "Ann Lee", 1200)


def test_a_picture_stands_once(draft: Callable[..., Draft]) -> None:
    html = '<h1>Q</h1><p>One.</p><img src=/quay-300x200.jpg><noscript><img src=/quay-900x600.jpg alt="A quay"></noscript><p>Two.</p>'
    found = images(draft(html))
    assert [(image.url, image.alt) for image in found] == [("https://www.example.org/quay-300x200.jpg", "A quay")]


def test_the_copy_of_a_picture_brings_its_caption_along(draft: Callable[..., Draft]) -> None:
    html = "<h1>Q</h1><p>One.</p><img src=/quay-300x200.jpg><figure><img src=/quay-900x600.jpg><figcaption>At dawn</figcaption></figure><p>Two.</p>"
    found = images(draft(html, labels={"At dawn": "caption"}))
    assert [(image.url, image.caption) for image in found] == [("https://www.example.org/quay-300x200.jpg", "At dawn")]


def test_a_rule_names_the_lead_picture(draft: Callable[..., Draft]) -> None:
    made = draft(
        f"<head>{HEAD}</head>{BODY}", labels=LABELS, rule_fields={"images": (("rule:example.org", "/img/ferries.jpg"),)}
    )
    found = find_images(made)
    assert found.value is not None
    assert found.provenance is not None
    assert found.value[0].url == "https://www.example.org/img/ferries.jpg"
    assert found.provenance.source == "rule:example.org"


def test_plain_text_gives_captions_without_addresses(text_draft: Callable[..., Draft]) -> None:
    found = find_images(text_draft("Q\nThe quay at dawn (Photo by Ann Lee)\nText.", labels={"The quay": "caption"}))
    assert found.value is not None
    assert found.provenance is not None
    assert [(i.url, i.caption, i.credit, i.is_main) for i in found.value] == [
        (None, "The quay at dawn", "Ann Lee", False)
    ]
    assert found.provenance.source == "block:caption"


def test_a_caption_without_a_picture_stands_where_its_line_was(text_draft: Callable[..., Draft]) -> None:
    lines = "Quay opens\nThe harbour office opened its quay.\nThe quay at dawn. (Photo: Ann Lee)\nTwo ferries came."
    (caption,) = images(text_draft(lines, labels={"The quay at": "caption"}))
    assert caption.position == 2


def test_no_pictures_are_none(draft: Callable[..., Draft], text_draft: Callable[..., Draft]) -> None:
    assert find_images(draft("<h1>Q</h1><p>Text.</p>")).value is None
    assert find_images(text_draft("Q\nText.")).value is None


def test_icons_and_trackers_are_no_lead_pictures(draft: Callable[..., Draft]) -> None:
    head = '<meta property="og:image" content="/site-logo.png"><meta name="twitter:image" content="/quay.jpg">'
    assert names(draft(f"<head>{head}</head><h1>Q</h1><p>Text.</p>")) == ["quay.jpg"]


def test_a_picture_with_a_caption_above_the_story_leads_without_a_figure(draft: Callable[..., Draft]) -> None:
    html = "<h1>Q</h1><div><img src=/shown.jpg><p>The quay at dawn</p></div><p>Two ferries came at once.</p>"
    head = '<meta property="og:image" content="/og/card.jpg">'
    assert names(draft(f"<head>{head}</head>{html}", labels={"The quay": "caption"})) == ["shown.jpg"]


def test_a_caption_above_the_story_without_a_picture_belongs_to_the_declared_one(draft: Callable[..., Draft]) -> None:
    html = (
        "<h1>Q</h1><figure><div id=later></div><figcaption>The quay at dawn</figcaption></figure><p>One.</p><p>Two.</p>"
    )
    made = draft(f"<head>{HEAD}</head>{html}", labels={"The quay": "caption"})
    assert [(image.url, image.caption) for image in images(made)] == [
        ("https://www.example.org/og/quay-1200x630.jpg", "The quay at dawn")
    ]


def test_a_caption_further_down_waits_for_its_own_picture(draft: Callable[..., Draft]) -> None:
    html = "<h1>Q</h1><p>One.</p><p>Two.</p><p>Three.</p><p>The quay at dawn</p><p>Four.</p>"
    made = draft(f"<head>{HEAD}</head>{html}", labels={"The quay": "caption"})
    assert [(image.url is None, image.caption) for image in images(made)] == [
        (False, None),
        (True, "The quay at dawn"),
    ]


def test_what_only_stands_with_an_icon_is_no_caption(draft: Callable[..., Draft]) -> None:
    html = "<h1>Q</h1><p>One.</p><div><img src=/icon.svg><p>Press here to listen</p></div><p>Two.</p>"
    boxed = {"label": "caption", "by": "detector:caption_cue", "picture": 0}
    assert images(draft(html, labels={"Press here": boxed})) == []
    assert [i.caption for i in images(draft(html, labels={"Press here": "caption"}))] == ["Press here to listen"]


def test_numbers_that_all_pictures_share_name_none(draft: Callable[..., Draft]) -> None:
    head = '<meta property="og:image" content="/2147483647/quay-at-dawn.jpg">'
    teasers = "".join(f"<aside><a href=/{n}><img src=/2147483647/teaser{n}.jpg></a></aside>" for n in range(5))
    html = f"<h1>Q</h1><p>One.</p><p>Two.</p>{teasers}<aside><img src=/2147483647/quay-at-dawn.jpg></aside>"
    assert names(draft(f"<head>{head}</head>{html}")) == ["quay-at-dawn.jpg"]


def test_a_caption_told_twice_is_told_once(draft: Callable[..., Draft]) -> None:
    html = "<h1>Q</h1><p>One.</p><figure><img src=/a.jpg><p>At dawn</p></figure><p>At dawn.</p><p>Two.</p>"
    labels = {"At dawn": {"label": "caption", "picture": 0}}
    assert [image.caption for image in images(draft(html, labels=labels))] == ["At dawn At dawn."]
    twice = "<h1>Q</h1><p>One.</p><div><img src=/a.jpg><p>At dawn</p></div><p>Two.</p><div><img src=/a.jpg><p>At dawn</p></div>"
    assert [image.caption for image in images(draft(twice, labels={"At dawn": "caption"}))] == ["At dawn"]
