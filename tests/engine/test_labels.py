"""From the chosen blocks to labels: captions, boxes, comments, hidden blocks and second copies leave the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.engine.labels import LEAST_STORY, NEAR_STORY, SURELY_STORY, label_blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from newsclean.engine.features import Facts
    from newsclean.verdict import Label

    Labels = Callable[..., dict[str, Label]]

ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
TITLE = "Old quay of Ankerholm opens again"
STORY = [f"Paragraph {n} of the story says that the old granite wall of the quay has held." for n in range(6)]
BODY = "".join(f"<p>{text}</p>" for text in STORY)


@pytest.fixture
def labels(facts: Callable[[str], Facts]) -> Labels:
    """Labels by the text of the block, where all blocks were chosen but some."""

    def read(markup: str, *, but: Collection[str] = (), sure: float = 0.95, tables: bool = True) -> dict[str, Label]:
        found = facts(markup)
        chosen = np.array([text not in but for text in found.texts])
        chances = np.where(chosen, sure, 0.1)
        given_labels = label_blocks(found, chances, chosen, tables=tables)
        return {found.texts[i]: label for i, label in sorted(given_labels.items())}

    return read


def test_what_was_chosen_is_the_story_and_the_rest_has_no_label(labels: Labels) -> None:
    assert labels(f"{BODY}<p>Share</p>", but=["Share"]) == dict.fromkeys(STORY, "body")


def test_nothing_chosen_gives_no_labels(labels: Labels) -> None:
    assert labels(BODY, but=STORY) == {}


def test_a_table_inside_the_story_belongs_to_it(labels: Labels) -> None:
    table = "<table><tr><td>Oslo<td>06:00<tr><td>Skarvo<td>07:00</table>"
    rows = ["Oslo | 06:00", "Skarvo | 07:00"]
    first, *rest = (f"<p>{text}</p>" for text in STORY)
    assert labels(first + table + "".join(rest), but=rows) == dict.fromkeys([STORY[0], *rows, *STORY[1:]], "body")
    assert labels(first + table + "".join(rest), but=rows, tables=False) == dict.fromkeys(STORY, "body")


@pytest.mark.parametrize("place", ["{table}{body}", "{body}{table}", "{body}<p>Share</p>{table}{body}"])
def test_a_table_beside_the_story_goes_by_the_trees(labels: Labels, place: str) -> None:
    table = "<table><tr><td>Oslo<td>06:00<tr><td>Skarvo<td>07:00</table>"
    found = labels(place.format(table=table, body=BODY), but=["Oslo | 06:00", "Skarvo | 07:00", "Share"])
    assert found == dict.fromkeys(STORY, "body")


def test_the_headline_is_the_title_chosen_or_not(labels: Labels) -> None:
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1>{BODY}"
    assert labels(page)[TITLE] == labels(page, but=[TITLE])[TITLE] == "title"


@pytest.mark.parametrize(
    "box",
    [
        "<aside>{}</aside>",
        "<nav>{}</nav>",
        "<form>{}</form>",
        "<div hidden>{}</div>",
        "<div style='display:none'>{}</div>",
        "<div class='comments'>{}</div>",
        "<div id=newsletter>{}</div>",
        "<div class='box-newsletter wide'>{}</div>",
        "<section class=cookie><div>{}</div></section>",
    ],
)
def test_boxes_beside_the_story_are_left_out(labels: Labels, box: str) -> None:
    inside = "Sign up for letters from the quay every morning."
    assert labels(f"{BODY}{box.format(f'<p>{inside}</p>')}") == dict.fromkeys(STORY, "body")


@pytest.mark.parametrize(
    "box",
    [
        "<div class='newsletters-page'>{}</div>",
        "<div class=commentary>{}</div>",
        "<section>{}</section>",
        "<aside><article>{}</article></aside>",
        "<div class=comments><main>{}</main></div>",
    ],
)
def test_near_misses_of_boxes_stay(labels: Labels, box: str) -> None:
    inside = "The harbour master says that the wall is sound."
    assert labels(f"{BODY}{box.format(f'<p>{inside}</p>')}")[inside] == "body"


@pytest.mark.parametrize("box", ["form", "aside"])
def test_a_box_that_holds_the_story_is_the_frame_of_the_page(labels: Labels, box: str) -> None:
    assert labels(f"<{box}>{BODY}</{box}><p>More</p>") == dict.fromkeys([*STORY, "More"], "body")


COMMENTS = [
    f"Reader {n} writes that nobody asked the fishermen, and that the wall will not last a year." for n in range(30)
]


@pytest.mark.parametrize("name", ["class=comments", "id=comments", "class='x comment-list'", "id=disqus_thread"])
def test_comments_are_left_out_however_long_where_a_story_is_left(labels: Labels, name: str) -> None:
    thread = "".join(f"<p>{text}</p>" for text in COMMENTS)
    assert labels(f"{BODY}<div {name}>{thread}</div>") == dict.fromkeys(STORY, "body")


def test_a_page_of_comments_alone_keeps_them(labels: Labels) -> None:
    thread = "".join(f"<p>{text}</p>" for text in COMMENTS)
    few = " ".join(["word"] * (LEAST_STORY - 1))
    assert len(labels(f"<p>{few}</p><div class=comments>{thread}</div>")) == 1 + len(COMMENTS)
    assert list(labels(f"<p>{few} word</p><div class=comments>{thread}</div>")) == [f"{few} word"]


@pytest.mark.parametrize("name", ["class=commentary", "class=opinion-comment-header", "id=story-comments-on-quays"])
def test_a_long_container_that_only_speaks_of_comments_stays(labels: Labels, name: str) -> None:
    thread = "".join(f"<p>{text}</p>" for text in COMMENTS)
    assert len(labels(f"{BODY}<div {name}>{thread}</div>")) == len(STORY) + len(COMMENTS)


def test_a_second_copy_in_one_piece_is_left_out(labels: Labels) -> None:
    parts = [f"{text} {' '.join(f'w{n}x{i}' for i in range(40))}." for n, text in enumerate(STORY)]
    paragraphs = "".join(f"<p>{text}</p>" for text in parts)
    copy = " ".join(parts)
    assert labels(f"{paragraphs}<div>{copy}</div>") == dict.fromkeys(parts, "body")
    assert labels(f"<div>{copy}</div>") == {copy: "body"}


def test_a_second_copy_that_nobody_sees_is_left_out(facts: Callable[[str], Facts]) -> None:
    found = facts(f"<div hidden>{BODY}<p>Only here.</p></div>{BODY}")
    count = len(STORY)
    every = np.ones(len(found.texts), bool)
    given_labels = label_blocks(found, every * 0.9, every, tables=True)
    assert sorted(given_labels) == [count, *range(count + 1, 2 * count + 1)]


def test_a_story_that_nobody_sees_is_all_there_is(labels: Labels) -> None:
    assert labels(f"<div hidden>{BODY}</div>") == dict.fromkeys(STORY, "body")


def test_what_is_shown_twice_stays(facts: Callable[[str], Facts]) -> None:
    found = facts(BODY + BODY)
    every = np.ones(len(found.texts), bool)
    assert set(label_blocks(found, every * 0.9, every, tables=True)) == set(range(2 * len(STORY)))


@pytest.mark.parametrize("again", ["<p>{}</p>", "<p>{} And so on.</p>", "<div hidden><p>{}</p></div>"])
def test_of_two_long_versions_one_stays(labels: Labels, again: str) -> None:
    long = " ".join(f"word{n}" for n in range(200))
    assert labels(f"{BODY}<p>{long}</p>{again.format(long)}")[long] == "body"
    assert labels(f"{BODY}{again.format(long)}<p>{long}</p>")[long] == "body"


def test_a_long_block_that_quotes_one_of_many_is_no_copy(labels: Labels) -> None:
    long = STORY[0] + " " + " ".join(f"other{n}" for n in range(200))
    assert labels(f"{BODY}<p>{long}</p>")[long] == "body"


@pytest.mark.parametrize(
    ("markup", "label"),
    [
        ("<figure><img src=a.jpg><figcaption>Quay at dawn</figcaption></figure>", "caption"),
        ("<div class=caption><p>Quay at dawn</p></div>", "caption"),
        ("<figure><img src=a.jpg><p>Quay at dawn</p></figure>", "body"),
        ("<figure><blockquote>Quay at dawn</blockquote></figure>", "body"),
        ("<div><p>Quay at dawn</p></div>", "body"),
        ("<div class=captain><p>Quay at dawn</p></div>", "body"),
    ],
)
def test_captions(labels: Labels, markup: str, label: str) -> None:
    assert labels(f"{BODY}{markup}")["Quay at dawn"] == label


def test_a_paragraph_of_a_figure_is_a_caption_unless_it_is_surely_the_story(labels: Labels) -> None:
    page = f"{BODY}<figure><img src=a.jpg><p>Quay at dawn</p></figure>"
    assert labels(page, sure=SURELY_STORY - 0.01)["Quay at dawn"] == "caption"
    assert labels(page, but=["Quay at dawn"])["Quay at dawn"] == "caption"


def test_a_text_is_no_caption(labels: Labels) -> None:
    long = " ".join(["quay"] * 400)
    assert labels(f"{BODY}<figure><figcaption>{long}</figcaption></figure>")[long] == "body"


def test_captions_far_from_the_story_belong_to_something_else(labels: Labels) -> None:
    caption = "<figure><img src=a.jpg><figcaption>Quay at dawn</figcaption></figure>"
    gap = [f"Teaser {n}" for n in range(NEAR_STORY)]
    between = "".join(f"<p>{text}</p>" for text in gap)
    near = labels(f"{BODY}{between.replace('<p>Teaser 0</p>', '')}{caption}", but=[*gap, "Quay at dawn"])
    far = labels(f"{BODY}{between}{caption}", but=[*gap, "Quay at dawn"])
    assert near["Quay at dawn"] == "caption"
    assert far == dict.fromkeys(STORY, "body")


def test_tables_may_be_left_out(labels: Labels) -> None:
    page = f"{BODY}<table><tr><td>Quay<td>12</table>"
    assert labels(page)["Quay | 12"] == "body"
    assert labels(page, tables=False) == dict.fromkeys(STORY, "body")


@ANY
@given(st.data())
def test_any_choice_on_any_page_gives_labels(
    facts: Callable[[str], Facts], markup: st.SearchStrategy[str], data: st.DataObject
) -> None:
    found = facts(data.draw(markup))
    count = len(found.texts)
    chances = np.array(data.draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)))
    given_labels = label_blocks(found, chances, chances >= 0.5, tables=data.draw(st.booleans()))
    assert set(given_labels.values()) <= {"body", "caption", "title"}
    body = [i for i, label in given_labels.items() if label == "body"]
    assert all(chances[i] >= 0.5 for i in body)
