"""Stories that a page carries in its scripts: unescaped, the longest one wins, nothing is run."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.html.document import Document
from newsclean.html.embedded import MIN_BODY_CHARS, MIN_CHARS, EmbeddedStory, article_body, embedded_story

PARAGRAPHS = [
    f"<p>Paragraph {n} of the story says that the old granite wall of the quay in Ankerholm has held, and that “the "
    "boats” may land their herring there again from April.</p>"
    for n in range(5)
]
STORY = "".join(PARAGRAPHS)
QUOTED = STORY.replace("<p>", '<p class="text">').replace("has held", 'has "held"\n')


def script(source: str, attributes: str = "") -> str:
    return f"<html><head><title>Quay</title></head><body><div id=root></div><script {attributes}>{source}</script></body></html>"


def found(source: str, attributes: str = "") -> EmbeddedStory | None:
    return embedded_story(Document(script(source, attributes)))


def escaped(value: object) -> str:
    """JSON as frameworks put it into scripts."""
    return json.dumps(value).replace("<", "\\u003c")


def declared(**node: object) -> str:
    return script(json.dumps({"@type": "NewsArticle", **node}), "type=application/ld+json")


@pytest.mark.parametrize("story", [STORY, QUOTED], ids=["plain", "quoted"])
@pytest.mark.parametrize(
    "write",
    [
        lambda story: f"window.__STATE__ = {json.dumps({'article': {'body': story}})};",
        lambda story: f"window.__STATE__ = {escaped({'article': {'body': story}})};",
        lambda story: f"window.__STATE__ = JSON.parse({json.dumps(json.dumps({'body': story}))});",
        lambda story: f"window.__STATE__ = JSON.parse({escaped(escaped({'body': story}))});",
        lambda story: f"self.__next_f.push([1,{escaped('5:' + json.dumps({'body': story, 'more': True}))}])",
        lambda story: f"self.__next_f.push([1,{escaped('5:' + escaped({'body': story}))}])",
        lambda story: f"self.__next_f.push([1,{escaped('7:T4f2,' + story)}])",
        lambda story: f"x({escaped(escaped(escaped(story)))})",
    ],
    ids=["json", "escaped", "twice", "twice-escaped", "row", "row-escaped", "text-row", "thrice"],
)
def test_paragraphs_in_strings_of_scripts_are_found(write, story: str) -> None:  # noqa: ANN001
    assert found(write(story)) == EmbeddedStory("script", story, markup=True)


def test_strings_deeper_than_frameworks_go_are_left_alone() -> None:
    assert found(f"x({escaped(escaped(escaped(escaped(STORY))))})") is None


def test_two_texts_of_one_row_do_not_run_into_one_another() -> None:
    other = "".join(PARAGRAPHS[:3]).replace("granite", "wooden")
    row = "5:" + json.dumps({"body": STORY, "id": 7, "next": {"body": other}})
    assert found(f"self.__next_f.push([1,{escaped(row)}])") == EmbeddedStory("script", STORY, markup=True)


def test_speech_over_several_paragraphs_is_not_taken_for_strings() -> None:
    story = '<p>The gate is 5" wide.</p>' + "".join(PARAGRAPHS) + '<p>"It held," she said.</p>' + "".join(PARAGRAPHS)
    assert found(f"self.__next_f.push([1,{escaped('7:T4f2,' + story)}])") == EmbeddedStory("script", story, markup=True)


def test_of_several_the_longest_wins() -> None:
    short = "".join(PARAGRAPHS[:3])
    story = found(f"a({json.dumps(short)});b({json.dumps(STORY)});c({json.dumps(short)})")
    assert story is not None
    assert story.content == STORY


def test_what_stands_around_the_paragraphs_is_cut() -> None:
    story = found(
        f"x({json.dumps('<div><h2>Quay</h2>' + STORY + '</div><script>1</script>')})".replace(
            "</script>", "<\\/script>"
        )
    )
    assert story is not None
    assert story.content == STORY


@pytest.mark.parametrize(
    "source",
    [
        "",
        "var x = 1;",
        f"x({json.dumps('<p>Short</p>' * 3)})",
        f"x({json.dumps('<p>' + 'The wall has held. ' * 60 + '</p>')})",
        f"x({json.dumps('The wall has held. ' * 60)})",
        f"x('{STORY}')",
        f"x({json.dumps(STORY).replace('Paragraph 0', chr(92) + 'x41')})",
        f"x({json.dumps(STORY)[:-1]}",
        f"// {STORY}",
        f"x({json.dumps('</p></p></p>' + 'a' * 500 + '<p>')})",
    ],
    ids="empty code short few-paragraphs no-markup single-quotes no-json unclosed comment end-before-start".split(),
)
def test_near_misses(source: str) -> None:
    assert found(source) is None


def test_paragraphs_of_the_page_are_none_of_its_scripts() -> None:
    assert embedded_story(Document(f"<body>{STORY}</body>")) is None


def test_a_declared_text() -> None:
    text = "The old granite wall of the quay in Ankerholm has held. " * 10
    assert embedded_story(Document(declared(articleBody=text))) == EmbeddedStory(
        "jsonld:articleBody", text, markup=False
    )
    assert embedded_story(Document(declared(articleBody=text[: MIN_CHARS - 1]))) is None


def test_a_declared_text_may_be_markup() -> None:
    story = embedded_story(Document(declared(articleBody=QUOTED.replace("\n", " "))))
    assert story is not None
    assert story.markup


def test_a_script_wins_over_a_shorter_declared_text_only() -> None:
    text = "The old granite wall of the quay in Ankerholm has held. "
    page = script(f"x({json.dumps(STORY)})")
    short, long = text * 9, text * 40
    assert len(short) < len(STORY) < len(long)
    for body, source in ((short, "script"), (long, "jsonld:articleBody")):
        story = embedded_story(Document(declared(articleBody=body) + page))
        assert story is not None
        assert story.source == source


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"articleBody": "a" * MIN_BODY_CHARS}, "a" * MIN_BODY_CHARS),
        ({"articleBody": "a" * (MIN_BODY_CHARS - 1)}, None),
        ({"text": "b" * 300}, "b" * 300),
        ({"articleBody": "", "text": "b" * 300}, "b" * 300),
        ({"articleBody": ["a" * 150, 7, "b" * 150]}, "a" * 150 + "\n" + "b" * 150),
        ({"articleBody": {"x": "a" * 300}}, None),
        ({"articleBody": 7}, None),
        ({}, None),
        ({"@type": "Organization", "articleBody": "a" * 300}, None),
    ],
)
def test_the_declared_text_of_the_story(node: dict[str, object], expected: str | None) -> None:
    assert article_body(Document(declared(**node)).structured) == expected


def test_the_longest_declared_text_wins() -> None:
    pages = declared(articleBody="a" * 250) + declared(articleBody="b" * 350)
    assert article_body(Document(pages).structured) == "b" * 350


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from('"\\<p>/u003c{}[],: ax\n'), max_size=900))
def test_any_script_does_no_harm(source: str) -> None:
    found(source + "x" * MIN_CHARS)


@pytest.mark.parametrize(
    "unit", ['\\"', '"', "\\\\", '"<p>', "<p>", "\\u003cp", '\\\\\\"', "<script>", '"<p>\\"'], ids=range(9)
)
def test_hostile_scripts_are_read_in_time(unit: str) -> None:
    document = Document(script(f'x("<p>{unit * 150_000}'))
    start = time.process_time()
    embedded_story(document)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("unit", ["<script ", "<script>", "<script", "</script", "<script></script "])
def test_scripts_that_do_not_end_are_read_in_time(unit: str) -> None:
    document = Document(f"<p>Quay</p><!--{unit * 50_000}")
    start = time.process_time()
    assert embedded_story(document) is None
    assert time.process_time() - start < 3


def test_tags_are_read_in_any_case() -> None:
    page = script(f"x({json.dumps(STORY)})").replace("<script", "<SCRIPT\n").replace("</script", "</Script")
    assert embedded_story(Document(page)) == EmbeddedStory("script", STORY, markup=True)
