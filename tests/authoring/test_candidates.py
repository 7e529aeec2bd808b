"""What may need a rule."""

from __future__ import annotations

from tests.authoring.conftest import STORIES, specimen

from newsclean.authoring.candidates import candidates

TEXTS = [f"<p>K {text}</p>" for text in STORIES["weir"][1:]]
SUB = '<p class="sub">K Masons at the weir</p>'


def body(*inside: str) -> str:
    both = "".join(extra + text for text, extra in zip(TEXTS, (*inside, "", "", ""), strict=False))
    return f'<div class="text">{both}</div>'


def test_an_element_in_the_text_with_a_name_of_its_own_may_be_a_leak() -> None:
    found = candidates([specimen(body("", SUB))])
    (leak,) = found.leaks
    assert (leak.id, leak.css, leak.blocks, leak.pages, leak.text) == ("sub", "p.sub", 1, 1, "K Masons at the weir")
    assert not leak.is_caption


def test_behind_a_picture_it_may_be_a_caption() -> None:
    (leak,) = candidates([specimen(body("", f'<img src="/1.jpg" width="600" height="400">{SUB}'))]).leaks
    assert leak.is_caption


def test_most_of_the_text_is_no_leak() -> None:
    assert not candidates([specimen(body())]).leaks


def test_what_is_right_already_is_named_apart() -> None:
    more, caption = '<p class="more">R More</p>', '<p class="cap">C A mason</p>'
    found = candidates([specimen(body("", more, caption)), specimen(body("", more))])
    assert [(each.css, each.blocks, each.pages) for each in found.gone] == [("p.more", 2, 2)]
    assert [(each.css, each.is_caption) for each in found.captions] == [("p.cap", True)]
    assert not found.leaks


def test_one_page_is_enough_for_a_guess_at_the_story() -> None:
    assert [container.css for container in candidates([specimen(body())]).bodies] == ["div.text"]
