"""Which marked elements may hold the date of a story."""

from __future__ import annotations

from newsclean.html.structured import Mark
from newsclean.normalize.date_marks import dated_marks, list_name, lists


def mark(text: str, *, tag: str = "span", names: str = "date", value: str | None = None, **more: object) -> Mark:
    values: dict[str, object] = {
        "tag": tag, "names": names, "prop": "", "text": text, "value": value, "href": None, "after_title": True,
        "aside": False, "margin": False, "depth": 0, "place": (2, 1), **more,
    }  # fmt: skip
    return Mark(**values)  # type: ignore[arg-type]


def weights(*marks: Mark) -> list[float]:
    return [dated.weight for dated in dated_marks(marks)]


def test_exact_markup_weighs_more_than_names_and_names_more_than_nothing() -> None:
    exact, element, named, plain = (
        mark("May 2", prop="datePublished"),
        mark("May 2", tag="time", names="", value="2024-05-02"),
        mark("May 2", names="post-date"),
        mark("May 2", names="date"),
    )
    found = weights(exact, element, named, plain)
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


def test_elements_that_have_nothing_to_do_with_dates_are_left_out() -> None:
    assert weights(mark("Ann Lee", names="author"), mark("May 2", aside=True)) == []
    assert weights(mark("May 2", tag="time", aside=True)) == [0.5]


def test_before_the_headline_they_weigh_less() -> None:
    assert weights(mark("May 2", after_title=False)) < weights(mark("May 2"))


def test_a_change_is_told_by_name_or_text() -> None:
    changed = [
        d.changed for d in dated_marks((mark("May 2", names="modified date"), mark("Updated May 2"), mark("May 2")))
    ]
    assert changed == [True, True, False]


def test_a_date_inside_of_a_line_of_a_change_is_its() -> None:
    line, inner, behind = mark("Updated on May 3"), mark("May 3", depth=1), mark("May 3")
    assert [d.changed for d in dated_marks((line, inner, behind))] == [True, True, False]
    both, first = mark("Updated on May 3, published May 2"), mark("May 2", depth=1)
    assert [d.changed for d in dated_marks((both, first))] == [True, False]


def test_dates_that_share_a_name_are_a_list() -> None:
    dated = dated_marks((mark("May 1"), mark("May 2"), mark("May 2"), mark("May 3", names="post-date")))
    assert lists(dated) == {"date"}
    assert not lists(dated_marks((mark("May 2"), mark("May 2"), mark("May 2"))))
    assert not lists(dated_marks((mark("May 1"), mark("May 2"))))


def test_nameless_dates_are_a_list_where_they_stand_together() -> None:
    together = [mark("", tag="time", names="", value=f"2024-05-0{day}", place=(day, 18)) for day in (1, 2, 3)]
    apart = mark("", tag="time", names="", value="2024-05-04", place=(4, 9))
    assert lists(dated_marks((apart, *together))) == {list_name(together[0])}
    assert list_name(apart) != list_name(together[0])
