"""The footer that tells a site's other addresses goes, with the hosts below it; stories about mirrors stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Reading

    Read = Callable[..., Reading]
    Said = Callable[[str, Reading], dict[str, str]]

FOOTER = "Harbour TV’s website can be reached as well at these alternate addresses:"


def test_the_announcement_at_the_end_goes(story: Read, article: Read, said: Said) -> None:
    assert said("mirror_address", story(below=(FOOTER,))) == {FOOTER: "mirror_address"}
    assert said("mirror_address", article(below=f"<p>{FOOTER}</p>")) == {FOOTER: "mirror_address"}


@pytest.mark.parametrize(
    "line",
    [
        FOOTER,
        FOOTER.replace("’", "'").upper(),
        "Our site can also be reached at these alternative addresses",
        "The Herald’s website is available at the following mirror sites.",
    ],
)
def test_other_words_for_it(story: Read, said: Said, line: str) -> None:
    assert said("mirror_address", story(below=(line,))) == {line: "mirror_address"}


@pytest.mark.parametrize(
    "below",
    [
        ("Harbour TV News Roku",),
        ("www.example.org", "SHARE THIS ARTICLE", "Harbour TV News Roku"),
        ("www.example.org", "https://www.example.com/"),
        ("EXAMPLE.CO.UK",),
    ],
)
def test_bare_hosts_below_it_go_too_and_other_lines_are_for_others(
    story: Read, article: Read, said: Said, below: tuple[str, ...]
) -> None:
    hosts = {line: "mirror_address" for line in below if "example" in line.casefold()}
    assert said("mirror_address", story(below=(FOOTER, *below))) == {FOOTER: "mirror_address", **hosts}
    markup = "".join(f"<p>{line}</p>" for line in (FOOTER, *below))
    assert said("mirror_address", article(below=markup)) == {FOOTER: "mirror_address", **hosts}


def test_a_bare_host_without_an_announcement_stays(story: Read, article: Read, said: Said) -> None:
    assert said("mirror_address", story(below=("www.example.org",))) == {}
    assert said("mirror_address", article(below="<p>www.example.org</p>")) == {}


def test_text_after_it_makes_it_text(story: Read, said: Said) -> None:
    assert (
        said("mirror_address", story(below=(FOOTER, "The board of the channel said that it would not give in."))) == {}
    )
    assert said("mirror_address", story(below=(FOOTER, "They are blocked."))) == {}


def test_in_the_middle_it_is_part_of_the_story(story: Read, article: Read, said: Said) -> None:
    assert said("mirror_address", story(middle=(FOOTER,))) == {}
    assert said("mirror_address", article(middle=f"<p>{FOOTER}</p>")) == {}


@pytest.mark.parametrize(
    "line",
    [
        (
            "The website can still be accessed at the alternate addresses harbour.example.org and "
            "harbour.example.com, it said."
        ),
        (
            "The channel told its readers that the website could also be reached at two alternative addresses that it "
            "had bought."
        ),
        "We can be reached at the following addresses: Quay Street 4 and Mill Lane 7.",
        "Alternate addresses:",
        "The website was seized.",
    ],
)
def test_a_sentence_about_mirrors_stays_even_at_the_end(story: Read, article: Read, said: Said, line: str) -> None:
    assert said("mirror_address", story(below=(line,))) == {}
    assert said("mirror_address", article(below=f"<p>{line}</p>")) == {}


def test_a_story_without_one(story: Read, article: Read, said: Said) -> None:
    assert said("mirror_address", story()) == {}
    assert said("mirror_address", article()) == {}


@pytest.mark.timeout(20)
def test_a_hostile_line_is_read_in_time(story: Read, said: Said) -> None:
    said("mirror_address", story(below=("site " * 24 + "." * 20_000,)))
    said("mirror_address", story(below=(FOOTER, "a." * 20_000)))
