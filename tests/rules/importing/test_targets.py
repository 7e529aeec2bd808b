"""What an XPath of a rule aims at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.rules.fields import parse_source, values
from newsclean.rules.importing.targets import Target, body, sources, targets
from newsclean.rules.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.page import Page


@pytest.mark.parametrize(
    ("xpath", "expected"),
    [
        ("//aside", (Target("aside"),)),
        ("//aside | //nav", (Target("aside"), Target("nav"))),
        ("//p[text()='Ad']", (Target("p", "^Ad$"),)),
        ("//p[. = 'Where next?']", (Target("p", r"^Where next\?$"),)),
        ("//p[starts-with(normalize-space(.), 'Read  more:')]", (Target("p", "^Read more:"),)),
        ("//p[@class='x' and starts-with(., 'Read')]", (Target('p[class="x"]', "^Read"),)),
        ("//p[lower-case(.)='ad']", (Target("p", "(?i)^ad$"),)),
        ("//p[contains(., 'Read')]", (Target('p:is(:lexbor-contains("Read"), :has(:lexbor-contains("Read")))'),)),
        ("(//p | //div)[@class]", (Target(":is(p, div)[class]"),)),
    ],
)
def test_elements_and_the_text_that_they_must_have(xpath: str, expected: tuple[Target, ...]) -> None:
    assert targets(xpath) == expected


@pytest.mark.parametrize("xpath", ["'text'", "//p[.='a'][.='b']", "//p/@class", "//p["])
def test_what_is_no_element_is_refused(xpath: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        targets(xpath)


def test_a_body_of_several_paths_is_one_selector() -> None:
    assert body("//main/figure | //main/div[@id='story']") == "main > figure, main > div#story"
    with pytest.raises(ValueError, match="that a text is"):
        body("//div[text()='x']")


HEAD = '<meta property="og:title" content="Ferry - Valley Post"><meta name="author" content="By Ann Lee">'
PAGE = '<h1>Ferry</h1><p class="by">By Ann Lee on 5 May</p><p class="by">By Bo Um</p><time datetime="2024-05-05">now</time>'


@pytest.mark.parametrize(
    ("xpath", "source", "found"),
    [
        ("//h1", "h1", ("Ferry",)),
        ("//h1/text()", "h1", ("Ferry",)),
        ("//time/@datetime", "time@datetime", ("2024-05-05",)),
        ("//meta[@name='author']/@content", "meta:author", ("By Ann Lee",)),
        ("normalize-space(//h1)", "h1", ("Ferry",)),
        ("(//p[@class='by'])[1]", 'p[class="by"]', ("By Ann Lee on 5 May", "By Bo Um")),
        ("substring-after(//meta[@name='author']/@content, 'By ')", "meta:author =~ By (?P<value>.*)", ("Ann Lee",)),
        (
            "substring-before(//meta[@property='og:title']/@content, ' - ')",
            r"meta:og:title =~ ^(?P<value>.*?) \- ",
            ("Ferry",),
        ),
        (
            "substring-before(substring-after(//p[@class='by'], 'By '), ' on ')",
            'p[class="by"] =~ By (?P<value>.*?) on ',
            ("Ann Lee",),
        ),
        (
            "substring-after(substring-after(//p[@class='by'], 'By'), 'on ')",
            'p[class="by"] =~ By.*?on (?P<value>.*)',
            ("5 May",),
        ),
    ],
)
def test_a_field_is_read_from_the_same_place(
    xpath: str, source: str, found: tuple[str, ...], html_page: Callable[..., Page]
) -> None:
    assert sources(xpath, single=True) == (source,)
    assert values(parse_source(source), View(html_page(PAGE, head=HEAD))) == found


def test_paths_of_a_union_are_sources_in_order() -> None:
    assert sources("//h1 | //h2", single=True) == ("h1", "h2")


@pytest.mark.parametrize(
    ("xpath", "reason"),
    [
        ("'Ann Lee'", "a fixed text"),
        ("concat(//h1, //h2)", r"concat\(\) has no counterpart"),
        ("substring(//h1, 5)", r"substring\(\) has no counterpart"),
        ("//h1/text()[1]", r"text\(\) is no element"),
        ("(//p)[2]", "the n-th of all"),
    ],
)
def test_what_is_no_place_on_the_page_is_refused(xpath: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        sources(xpath, single=True)


def test_of_several_values_the_first_alone_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="the n-th of all"):
        sources("(//a)[1]", single=False)
