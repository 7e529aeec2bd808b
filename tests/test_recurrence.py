"""What recurs on the pages of one site, and what only seems to."""

from __future__ import annotations

import pickle
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.recurrence import MIN_STORIES, Recurring, Trace, line_key, recurrence, recurrences, trace

if TYPE_CHECKING:
    from collections.abc import Sequence

SITE = "gazette.example"
NAMES = "Ankerholm Brevik Corsund Dalvik Elmstad Farsund".split()


def prose(nth: int) -> list[str]:
    """Six sentences that no other story has."""
    return [f"The {what} of {NAMES[nth]} was opened again after {nth + 2} winters, the board said to {NAMES[nth]}'s paper."
            for what in ("quay", "mill", "bridge", "school", "tower", "ferry")]  # fmt: skip


def text_trace(nth: int, *, above: Sequence[str] = (), middle: Sequence[str] = (), below: Sequence[str] = ()) -> Trace:
    """A story as text, all of it kept."""
    lines = prose(nth)
    page = read_text("\n".join((*above, *lines[:3], *middle, *lines[3:], *below)))
    return trace(page, range(len(page.blocks)), SITE)


def html_trace(nth: int, *, above: str = "", middle: str = "", below: str = "", left_out: Sequence[str] = ()) -> Trace:
    """A story as HTML, of which all is kept but what holds one of some words."""
    first, *rest = (f"<p>{line}</p>" for line in prose(nth))
    story = f"<div class='story'>{above}{first}{middle}{''.join(rest)}{below}</div>"
    page = read_html(Document(f"<html><body><main>{story}</main></body></html>"))
    kept = [block.index for block in page.blocks if not any(word in block.text for word in left_out)]
    return trace(page, kept, SITE)


def found(traces: Sequence[Trace]) -> list[list[str]]:
    """The keys that are found on each page."""
    return [[one.key for one in on.values()] for on in recurrences(traces)]


def test_a_line_at_the_end_of_three_stories_recurs() -> None:
    traces = [text_trace(nth, below=["More of this in our Saturday paper"]) for nth in range(MIN_STORIES)]
    last = traces[0].lines[-1].block
    assert recurrences(traces)[0] == {last: Recurring("line", "more of this in our saturday paper", 3, 1.0)}


def test_two_stories_are_no_evidence() -> None:
    traces = [text_trace(nth, below=["More of this in our Saturday paper"] * (nth < 2)) for nth in range(5)]
    assert found(traces) == [[]] * 5


def test_the_same_story_under_three_addresses_is_one() -> None:
    traces = [text_trace(0, below=["More of this in our Saturday paper"]) for _ in range(4)]
    assert recurrence(traces).stories == 1
    assert found([*traces, text_trace(1), text_trace(2)]) == [[]] * 6


def test_case_and_numbers_do_not_count() -> None:
    lines = ("Seen 12 times today", "seen 7 times today", "SEEN 1,204 TIMES TODAY")
    assert {line_key(line) for line in lines} == {"seen 0 times today"}
    assert found([text_trace(nth, above=[line]) for nth, line in enumerate(lines)]) == [["seen 0 times today"]] * 3


def test_numbers_alone_are_data() -> None:
    assert found([text_trace(nth, below=[f"{nth}.5 – 12"]) for nth in range(4)]) == [[]] * 4


def test_background_at_another_place_in_each_story_is_part_of_them() -> None:
    told = "The harbour law was passed in 2019 after the great storm."
    traces = [
        text_trace(0, above=[told]),
        text_trace(1, middle=[told]),
        text_trace(2, below=[told, *prose(4)]),
    ]
    assert found(traces) == [[]] * 3


def test_a_page_that_has_a_line_twice_has_headings() -> None:
    traces = [text_trace(nth, above=["What we like"], below=["What we like"]) for nth in range(4)]
    assert found(traces) == [[]] * 4


def test_what_others_have_once_and_a_page_twice_heads_its_sections() -> None:
    traces = [text_trace(nth, below=["Our view"]) for nth in range(3)]
    assert found([*traces, text_trace(3, above=["Our view"], below=["Our view"])])[3] == []


def test_a_changing_list_is_taken_with_the_line_above_it() -> None:
    below = [["Latest from the harbour", *some] for some in (["A", "B"], ["A", "B"], ["C"])]
    assert found([text_trace(nth, below=some) for nth, some in enumerate(below)]) == [
        ["latest from the harbour", "a", "b"],
        ["latest from the harbour", "a", "b"],
        ["latest from the harbour"],
    ]


def test_a_box_of_its_own_recurs_wherever_it_stands() -> None:
    box = "<div class='promo'><p>Our letter comes every morning</p></div>"
    traces = [html_trace(0, above=box), html_trace(1, middle=box), html_trace(2, below=box)]
    assert found(traces) == [["our letter comes every morning"]] * 3


def test_a_line_that_three_stories_leave_out_is_found_in_the_fourth() -> None:
    box = "<div class='promo'><p>Our letter comes every morning</p></div>"
    traces = [html_trace(nth, below=box, left_out=["letter"] * (nth > 0)) for nth in range(4)]
    assert found(traces) == [["our letter comes every morning"], [], [], []]


def test_a_heading_above_text_of_the_story_stays() -> None:
    heading = "<h2 class='key'>Key points</h2>"
    assert found([html_trace(nth, above=heading) for nth in range(4)]) == [[]] * 4
    assert found([html_trace(nth, below=heading) for nth in range(4)]) == [["key points"]] * 4


def test_a_place_that_is_never_in_the_story_is_not_in_this_one() -> None:
    teasers = [f"<div class='teaser'><p>Council of {name} meets again</p></div>" for name in NAMES]
    traces = [html_trace(nth, below=teasers[nth], left_out=["Council"] * (nth > 0)) for nth in range(5)]
    on = recurrences(traces)
    assert [one.what for one in on[0].values()] == ["place"]
    assert on[1:] == [{}] * 4
    assert recurrences(traces[:MIN_STORIES]) == [{}] * MIN_STORIES  # two others are too few


def test_a_place_in_two_stories_is_of_the_story() -> None:
    quotes = [f"<div class='quote'><p>{name} will never be the same.</p></div>" for name in NAMES]
    traces = [html_trace(nth, middle=quotes[nth], left_out=["never be"] * (nth > 1)) for nth in range(6)]
    assert recurrences(traces) == [{}] * 6


def test_sites_are_compared_apart() -> None:
    traces = [text_trace(nth, below=["More of this in our Saturday paper"])._replace(site=f"{nth}") for nth in range(4)]
    assert found(traces) == [[]] * 4


def test_a_page_of_no_site_has_nothing() -> None:
    assert recurrences([None, None]) == [{}, {}]
    assert recurrences([]) == []


def test_what_is_hidden_is_not_remembered() -> None:
    page = read_html(Document("<main><p>Seen by all.</p><p style='display:none'>Seen by none.</p></main>"))
    assert [line.key for line in trace(page, [0], SITE).lines] == ["seen by all."]


def test_a_trace_can_be_sent_to_another_process() -> None:
    one = html_trace(0, above="<h2>Key points</h2>")
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_the_pages_does_not_matter(order: tuple[int, ...]) -> None:
    traces = [text_trace(min(nth, 2), below=["Latest", "A", "B"][: nth + 1]) for nth in range(4)]
    straight = recurrences(traces)
    assert recurrences([traces[i] for i in order]) == [straight[i] for i in order]


words = st.lists(st.sampled_from(["Latest", "A line", "B line", "Another sentence of some length.", "7"]), max_size=5)


@given(st.lists(words, max_size=6).flatmap(lambda pages: st.tuples(st.just(pages), st.permutations(range(len(pages))))))
def test_any_pages_in_any_order(drawn: tuple[list[list[str]], list[int]]) -> None:
    pages, order = drawn
    traces = [text_trace(nth, below=lines) for nth, lines in enumerate(pages)]
    straight = recurrences(traces)
    assert recurrences([traces[i] for i in order]) == [straight[i] for i in order]
    for one, on in zip(traces, straight, strict=True):
        lines = {line.block: line.key for line in one.lines}
        assert all(lines[block] == recurring.key for block, recurring in on.items())
        assert not on or len(pages) >= MIN_STORIES
