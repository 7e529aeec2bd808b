"""What other pages of the site have too: removed, but for notices, datelines and corrections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newsclean.recurrence import Recurring, line_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


def with_recurring(reading: Reading, *texts: str, what: str = "line") -> Reading:
    """The reading with the knowledge that some of its lines stand in four of five stories."""
    found = {b.index: Recurring(what, line_key(b.text), 4, 0.8) for b in reading.page.blocks if b.text in texts}
    assert len(found) == len(texts)
    return replace(reading, recurring=found)


def test_a_recurring_line_is_removed(
    story: Callable[..., Reading], verdicts: Callable[[str, Reading], list[Verdict]]
) -> None:
    line = "All of Ankerholm in one paper, every Saturday"
    (verdict,) = verdicts("repetition", with_recurring(story(below=(line,)), line))
    assert verdict.label == "duplicate"
    assert verdict.evidence == {"pages": 4, "share": 0.8}
    assert "4 stories" in verdict.reason


def test_what_stands_where_no_story_is_may_be_a_teaser(
    story: Callable[..., Reading], said: Callable[[str, Reading], dict[str, str]]
) -> None:
    line = "Council of Brevik meets again on Friday"
    assert said("repetition", with_recurring(story(below=(line,)), line, what="place")) == {line: "teaser"}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Skarvo Press contributed to this page, with material from Reuters", "note"),
        ("© 2024 Skarvo Press", "license"),
        ("This material may not be reproduced in any form", "license"),
    ],
)
def test_notices_of_agencies_and_rights_are_saved(
    line: str, field: str, story: Callable[..., Reading], said: Callable[[str, Reading], dict[str, str]]
) -> None:
    assert said("repetition", with_recurring(story(below=(line,)), line)) == {line: field}


@pytest.mark.parametrize("line", ["ANKERHOLM, March 3 (Reuters) -", "SKARVO —", "ANKERHOLM"])
def test_a_dateline_stays(
    line: str, story: Callable[..., Reading], said: Callable[[str, Reading], dict[str, str]]
) -> None:
    assert said("repetition", with_recurring(story(line), line)) == {}
    below = with_recurring(story(below=(line,)), line)
    assert said("repetition", below)  # it is none at the end


def test_a_page_on_its_own_has_nothing_to_be_compared_with(
    story: Callable[..., Reading], said: Callable[[str, Reading], dict[str, str]]
) -> None:
    assert said("repetition", story(below=("All of Ankerholm in one paper, every Saturday",))) == {}


def test_what_was_learned_of_another_version_of_the_page_is_not_used(
    story: Callable[..., Reading], said: Callable[[str, Reading], dict[str, str]]
) -> None:
    reading = story()
    wrong = {2: Recurring("line", "another text", 4, 0.8), 999: Recurring("line", "no such block", 4, 0.8)}
    assert said("repetition", replace(reading, recurring=wrong)) == {}
