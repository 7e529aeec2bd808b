"""A picture that stands twice, for readers with scripts and for those without, is one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page

LAZY = '<img class="lazy" src="data:image/gif;base64,R0" data-src="/p/quay.jpg?w=400" alt="Quay">'
PLAIN = '<noscript><img src="/p/quay.jpg" width="800"></noscript>'


@pytest.mark.parametrize("html", [LAZY + PLAIN, PLAIN + LAZY], ids=["lazy first", "plain first"])
def test_a_lazy_picture_and_its_twin_are_one(read: Callable[[str], Page], html: str) -> None:
    (picture,) = read(f"<div>{html}</div><p>Text</p>").pictures
    assert picture.attributes["src"] == "/p/quay.jpg"
    assert (picture.attributes["alt"], picture.attributes["width"]) == ("Quay", "800")


def test_twins_in_boxes_of_one_figure_are_one(read: Callable[[str], Page]) -> None:
    page = read(f"<figure><div>{LAZY}</div><div>{PLAIN}</div><figcaption>A quay</figcaption></figure>")
    assert len(page.pictures) == 1


def test_twins_in_boxes_of_no_figure_are_one(read: Callable[[str], Page]) -> None:
    assert len(read(f"<div><div>{LAZY}</div>{PLAIN}</div>").pictures) == 1


def test_a_twin_of_a_blank_is_known_by_its_words(read: Callable[[str], Page]) -> None:
    lazy = '<img src="/index-transparent_4.gif" alt="Fishermen on the quay">'
    (picture,) = read(f'{lazy}<noscript><img src="/quay.jpg" alt="Fishermen on the quay"></noscript>').pictures
    assert picture.attributes["src"] == "/quay.jpg"
    assert len(read(f'{lazy}<noscript><img src="/isle.jpg" alt="The isle"></noscript>').pictures) == 2
    assert len(read('<img src="/a.gif" alt=""><noscript><img src="/isle.jpg" alt=""></noscript>').pictures) == 2


def test_every_twin_finds_its_own(read: Callable[[str], Page]) -> None:
    page = read(f"<div>{LAZY}{PLAIN}{LAZY.replace('quay', 'isle')}{PLAIN.replace('quay', 'isle')}</div>")
    assert [picture.attributes["src"] for picture in page.pictures] == ["/p/quay.jpg", "/p/isle.jpg"]


@pytest.mark.parametrize(
    "html",
    [
        LAZY + PLAIN.replace("quay", "isle"),
        LAZY + LAZY,
        f"{LAZY}<p>Text</p>{PLAIN}",
        f"<figure>{LAZY}</figure>{PLAIN}",
        f'<img src="data:image/png;base64,x.jpg">{PLAIN}',
    ],
    ids=["another file", "no twin", "text between", "another figure", "no file"],
)
def test_other_pictures_are_left_alone(read: Callable[[str], Page], html: str) -> None:
    assert len(read(f"<div>{html}</div>").pictures) == 2


def test_a_picture_without_scripts_alone(read: Callable[[str], Page]) -> None:
    assert len(read(PLAIN).pictures) == 1
