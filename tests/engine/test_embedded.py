"""A page that shows no story and carries one in its scripts: the story's blocks are added to its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean import parse
from newsclean.engine.embedded import CONFIDENCE, SHOWN_WORDS, TIMES, look_into_scripts
from newsclean.engine.judgement import Judgement, verdicts
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.page import Page
    from newsclean.verdict import Label

    Html = Callable[..., Page]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
TITLE = "Old quay of Ankerholm opens again"
FIGURE = (
    '<figure><img src="/quay.jpg"><figcaption>Fishermen on the old quay at dawn.</figcaption></figure><p>[AD_SLOT]</p>'
)


def shell(script: str, body: str = "", attributes: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE}</title></head><body><div id=root>{body}</div>"
        f"<script {attributes}>{script}</script></body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def state(story: str) -> str:
    """A story as a framework keeps it."""
    return f"window.__STATE__={json.dumps({'story': {'html': story}})}"


def stream(story: str) -> str:
    """A story as Next.js streams it: JSON in a string, twice escaped."""
    row = "5:" + json.dumps({"story": {"html": story}})
    return f"self.__next_f.push([1,{json.dumps(row)}])".replace("<", "\\u003c")


def declared(text: str) -> str:
    return json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": text})


def own(page: Page, labels: Mapping[int, Label]) -> Judgement:
    return Judgement(verdicts=tuple(verdicts(page, labels, 0.9)), confidence=0.9)


@pytest.mark.parametrize("write", [state, stream])
def test_a_story_in_a_script_is_the_article(shipped: Callable[..., None], prose: tuple[str, ...], write) -> None:  # noqa: ANN001
    shipped()
    said = tuple(text.replace("Monday", '"Monday"') for text in prose)
    article = parse(shell(write(paragraphs(*said)), f"<h1>{TITLE}</h1><p>Please wait</p>"))
    assert tuple(block.text for block in article.blocks) == said
    assert article.title == TITLE
    assert article.provenance["blocks"].source == "script"
    assert article.confidence == CONFIDENCE
    assert "Please wait" in {removal.text for removal in article.removed}


@pytest.mark.parametrize("joint", ["\n\n", "\n"])
def test_a_declared_text_is_the_article(shipped: Callable[..., None], prose: tuple[str, ...], joint: str) -> None:
    shipped()
    article = parse(shell(declared(joint.join((*prose, "1 < 2 & so on."))), attributes="type=application/ld+json"))
    assert tuple(block.text for block in article.blocks) == (*prose, "1 < 2 & so on.")
    assert article.provenance["blocks"].source == "jsonld:articleBody"


def test_a_page_that_shows_its_story_keeps_it(shipped: Callable[..., None], prose: tuple[str, ...]) -> None:
    shipped()
    other = paragraphs(*(text.replace("quay", "pier") for text in prose * 3))
    article = parse(shell(state(other), paragraphs(*prose)))
    assert tuple(block.text for block in article.blocks) == prose
    assert article.provenance["blocks"].source == "engine"


def test_captions_titles_and_places_for_advertisements(html: Html, prose: tuple[str, ...]) -> None:
    page = html(shell(state(paragraphs(*prose) + FIGURE + paragraphs("End.")), f"<h1>{TITLE}</h1><p>Wait</p>"))
    found = look_into_scripts(page, own(page, {0: "title", 1: "body"}))
    assert found is not None
    assert found.judgement.source == "script"
    assert [verdict.label for verdict in found.judgement.verdicts] == [
        *("title", "boilerplate"),
        *("body",) * len(prose),
        *("caption", "boilerplate", "body"),
    ]
    (picture,) = found.page.pictures
    caption = len(page.blocks) + len(prose)
    assert picture.before == caption
    assert found.page.figure(caption) == picture.figure != NONE
    assert found.page.path(2) == "body/script/p"


def test_a_page_without_blocks_may_have_a_story(html: Html, prose: tuple[str, ...]) -> None:
    page = html(shell(state(paragraphs(*prose))))
    assert page.blocks == ()
    found = look_into_scripts(page, own(page, {}))
    assert found is not None
    assert found.judgement.body() == set(range(len(prose)))


def words(count: int) -> str:
    return " ".join(["quay"] * count)


@pytest.mark.parametrize(
    ("shown", "story", "found"),
    [
        (SHOWN_WORDS - 1, TIMES * SHOWN_WORDS, True),
        (SHOWN_WORDS, 100 * SHOWN_WORDS, False),
        (30, 30 * TIMES, True),
        (30, 30 * TIMES - 3, False),
    ],
)
def test_the_script_must_have_much_more_than_the_page_shows(html: Html, shown: int, story: int, found: bool) -> None:  # noqa: FBT001
    text = paragraphs(*[words(story // 3).replace("quay", "harbour")] * 3)
    page = html(shell(state(text), f"<p>{words(shown)}</p>"))
    assert (look_into_scripts(page, own(page, {0: "body"})) is not None) == found


@pytest.mark.parametrize("script", ["", "var x = 1;", state("<p>Short.</p>" * 3), state("<p></p>" * 100)])
def test_scripts_without_a_story(html: Html, script: str) -> None:
    page = html(shell(script, "<p>Wait</p>"))
    assert look_into_scripts(page, own(page, {})) is None


def test_text_has_no_scripts(text: Callable[..., Page]) -> None:
    page = text("Wait", state(paragraphs(words(300))))
    assert look_into_scripts(page, own(page, {})) is None


@ANY
@given(st.data())
def test_the_joined_page_is_a_page(
    html: Html, markup: st.SearchStrategy[str], prose: tuple[str, ...], data: st.DataObject
) -> None:
    page = html(
        data.draw(markup) + f"<script>{state(paragraphs(*prose) + data.draw(markup) + paragraphs('x'))}</script>"
    )
    found = look_into_scripts(page, own(page, {}))
    if found is None:
        return
    joined = found.page
    assert joined.blocks[: len(page.blocks)] == page.blocks
    assert [block.index for block in joined.blocks] == list(range(len(joined.blocks)))
    assert [verdict.block for verdict in found.judgement.verdicts] == list(range(len(joined.blocks)))
    for number, frame in enumerate(joined.frames):
        assert (frame.parent == NONE) == (number == 0)
        assert frame.parent < number
        assert number == 0 or frame.depth == joined.frames[frame.parent].depth + 1
        assert frame.figure == NONE or frame.figure in joined.ancestors(number)
    for picture in joined.pictures:
        assert 0 <= picture.before <= len(joined.blocks)
        assert picture.figure == NONE or picture.figure in joined.ancestors(picture.frame)
    assert all(joined.path(block.index).startswith("body") for block in joined.blocks)
