"""The element that holds the story."""

from __future__ import annotations

from tests.authoring.conftest import specimen

from newsclean.authoring.containers import bounded, containers

STORY = "<p>K one two three four five</p><p>K six seven eight nine ten</p>"
PAGE = f'<main class="page"><h1>T</h1><div class="text">{STORY}</div><p>D more</p></main>'


def test_the_tightest_selector_that_holds_the_story_on_several_pages() -> None:
    (found,) = containers([specimen(PAGE), specimen(PAGE)])
    assert (found.css, found.pages, found.waste) == ("div.text", {0, 1}, 0)


def test_a_second_layout_has_its_own() -> None:
    other = f'<section class="body">{STORY}<p>D x</p></section>'
    found = containers([specimen(PAGE), specimen(PAGE), specimen(PAGE), specimen(other), specimen(other)])
    assert [(container.css, sorted(container.pages)) for container in found] == [
        ("div.text", [0, 1, 2]),
        ("section.body", [3, 4]),
    ]
    assert found[1].waste == 2 / 12


def test_what_is_on_one_page_only_is_not_learned_unless_one_will_do() -> None:
    assert containers([specimen(PAGE)]) == ()
    assert [container.css for container in containers([specimen(PAGE)], least=1)] == ["div.text"]


def test_a_selector_that_holds_half_of_a_story_somewhere_is_no_container() -> None:
    split = '<div class="text"><p>K one two three four five</p></div><p>K six seven eight nine ten</p>'
    whole = f'<div class="text">{STORY}</div>'
    assert containers([specimen(whole), specimen(whole)])
    assert containers([specimen(whole), specimen(whole), specimen(split)]) == ()


def test_a_selector_of_several_elements_is_no_container() -> None:
    many = "".join(f'<div class="text">{STORY}</div>' for _ in range(2))
    assert containers([specimen(many), specimen(many)]) == ()


def test_what_follows_outside_is_bounded_and_what_stands_before_or_in_a_figure_is_not() -> None:
    page = specimen(PAGE + '<figure><img src="/1.jpg"><figcaption>C words</figcaption></figure>')
    chosen = containers([page, page])
    assert [page.page.blocks[block].text for block in bounded(page, chosen, 0)] == ["D more"]
    assert bounded(page, chosen, 7) == frozenset()
