"""Lines that stand in story after story."""

from __future__ import annotations

import regex
from tests.authoring.conftest import STORIES, specimen

from newsclean.authoring.lines import recurring_lines


def page(name: str, last: str, *, first: str = "") -> str:
    story = "".join(f"<p>K {text}</p>" for text in STORIES[name][1:])
    return f'<div class="text">{first}{story}<p>{last}</p></div>'


def pages(*lasts: str) -> list[object]:
    return [specimen(page(name, last)) for name, last in zip(STORIES, lasts, strict=True)]


def test_a_line_in_three_stories_is_a_pattern_for_any_number() -> None:
    (found,) = recurring_lines(pages("D See p. 4 (top)", "D See p. 11 (top)", "D see p. 1.5 (top)"))
    assert found.kind == "boilerplate"
    assert found.note == "One line in 3 stories."
    for text in ("D See p. 4 (top)", "d see p. 99 (top)"):
        assert regex.search(found.pattern, text)
    for text in ("D See p. (top)", "D See px 4 (top)", "D See p. 4 (top) and more"):
        assert not regex.search(found.pattern, text)


def test_two_stories_are_not_enough() -> None:
    assert not list(recurring_lines(pages("D See p. 4", "D See p. 5", "D Something else")))


def test_a_line_that_leaks_says_so() -> None:
    (found,) = recurring_lines(pages(*["K Give a little"] * 3))
    assert found.note == "One line in 3 stories; the general path keeps it on some page."


def test_a_short_line_that_is_kept_somewhere_may_head_a_part_of_another_story() -> None:
    assert not list(recurring_lines(pages("K Analysis", "K Analysis", "D Analysis")))


def test_a_line_that_goes_to_a_field_is_none() -> None:
    assert not list(recurring_lines(pages(*["By the staff of the paper"] * 3)))


def test_each_kind_has_its_own_pattern() -> None:
    both = [specimen(page(name, "R Read all of our stories", first="<p>D Weather of the day</p>")) for name in STORIES]
    assert [lines.kind for lines in recurring_lines(both)] == ["boilerplate", "related"]
