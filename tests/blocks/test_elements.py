"""How elements take part, and what says of itself that it is hidden or a figure."""

from __future__ import annotations

import pytest

from newsclean.blocks.elements import HIDING, PARTS, Part, hides, says


@pytest.mark.parametrize("tag", ["p", "div", "li", "h3", "td", "figcaption", "blockquote", "section", "dd", "summary"])
def test_block_level_elements_end_a_run(tag: str) -> None:
    assert PARTS[tag] is Part.BLOCK


@pytest.mark.parametrize("tag", ["script", "style", "template", "svg", "object", "textarea", "select", "-comment"])
def test_what_holds_no_text_of_the_page_is_skipped(tag: str) -> None:
    assert PARTS[tag] is Part.SKIP


@pytest.mark.parametrize("tag", ["em", "strong", "span", "time", "x-quote", "sup", "q", "abbr", "slot", "wbr"])
def test_all_others_are_inline(tag: str) -> None:
    assert PARTS.get(tag, Part.INLINE) is Part.INLINE


@pytest.mark.parametrize(
    "attributes",
    [
        {"hidden": None},
        {"hidden": ""},
        {"aria-hidden": "true"},
        {"style": "display:none"},
        {"style": "color: red; DISPLAY : none;"},
        {"style": "visibility: hidden"},
        {"style": "position:absolute; clip:rect(0, 0, 0, 0)"},
        {"style": "clip: rect(1px 1px 1px 1px)"},
        {"style": "clip-path:inset(50%);height:1px"},
    ],
)
def test_hidden(attributes: dict[str, str | None]) -> None:
    assert not HIDING.isdisjoint(attributes)
    assert hides(attributes)


@pytest.mark.parametrize(
    "attributes",
    [
        {},
        {"aria-hidden": "false"},
        {"style": "display:block"},
        {"style": "--display:none"},
        {"style": "clip: auto"},
        {"style": "clip-path: inset(5% 10%)"},
        {"style": None},
        {"class": "hidden"},
    ],
)
def test_not_hidden(attributes: dict[str, str | None]) -> None:
    assert not hides(attributes)


@pytest.mark.parametrize(
    "classes",
    ["wp-caption", "article-image", "lead photo-container", "c-figure", "foto", "bild", "image-with-caption"],
)
def test_figure_like(classes: str) -> None:
    assert says(classes).figure


@pytest.mark.parametrize("classes", ["", "story", "imagery", "photography", "bildung", "configure"])
def test_not_figure_like(classes: str) -> None:
    assert not says(classes).figure


@pytest.mark.parametrize(
    "classes",
    [
        "sr-only",
        "label visually-hidden",
        "screenreader-only x",
        "visuallyhidden",
        "u-hiddenVisually",
        "screen-reader-text",
        "show-for-sr",
        "styles_visually-hidden__x1Y",
        "VisuallyHidden_root",
        "a11y-hidden",
        "go-vh",
    ],
)
def test_for_screen_readers(classes: str) -> None:
    assert says(classes).unseen


@pytest.mark.parametrize(
    "classes", ["not-sr-only", "sr-onlyish", "hidden-gems", "readers-screen", "visually-rich", "vh-100"]
)
def test_not_for_screen_readers(classes: str) -> None:
    assert not says(classes).unseen
