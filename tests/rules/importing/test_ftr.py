"""Site files of ftr-site-config, line by line; the files are our own, in that format."""

from __future__ import annotations

import pytest

from newsclean.rules.check import lint
from newsclean.rules.importing.ftr import convert, read_lines
from newsclean.rules.load import read_rules
from newsclean.rules.writing import dumps

FILE = """\
# A comment
title: //h1[@class='headline']
title: //meta[@property='og:title']/@content
author: //a[@rel='author']
date: //time/@datetime
body: //div[@id='story'] | //div[@id='more']
body: //article

strip: //aside | //nav
strip_id_or_class: newsletter
strip_image_src: pixel
strip: //figcaption
prune: no
replace_string(<br>): <p>
test_url: https://valley.example/1
"""


def reasons(text: str, file: str = "valley.example.txt") -> dict[int, str]:
    return {line.number: line.reason for line in convert(file, text).lines if line.reason}


def test_a_file_becomes_rules() -> None:
    rules = convert("valley.example.txt", FILE).rules
    assert rules is not None
    assert (rules.id, rules.hosts, rules.origin) == (
        "valley.example", ("valley.example",), "ftr-site-config/valley.example.txt",
    )  # fmt: skip
    assert rules.fields.title == ('h1[class="headline"]',)
    assert rules.fields.authors == ('a[rel="author"]',)
    assert rules.fields.date_published == ("time@datetime",)
    (layout,) = rules.layout
    assert layout.body == ("div#story, div#more", "article")
    assert layout.expect.body == "many"
    assert [(drop.id, drop.css, drop.kind) for drop in rules.drop] == [
        ("aside", "aside", "boilerplate"),
        ("nav", "nav", "navigation"),
        ("newsletter", '[class*="newsletter"], [id*="newsletter"]', "newsletter"),
    ]
    assert [caption.css for caption in rules.caption] == ["figcaption"]


def test_every_other_line_says_why_not() -> None:
    assert reasons(FILE) == {
        3: "every page is asked for it, and the site's name is cut off there",
        11: "there is no rule on the addresses of pictures",
        13: "a switch of another program",
        14: "a page is never rewritten here",
        15: "a live page is no test: save one, and write a [[test]]",
    }


def test_the_rules_can_be_written_read_and_checked() -> None:
    rules = convert("valley.example.txt", FILE).rules
    assert rules is not None
    assert read_rules(dumps(rules), site=rules.id) == rules
    assert lint(rules) == ()


def test_a_name_that_begins_with_a_dot_means_the_hosts_below() -> None:
    rules = convert(".Valley.example.txt", "strip: //aside").rules
    assert rules is not None
    assert (rules.id, rules.hosts) == ("any.valley.example", ("*.valley.example",))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("titl: //h1", "no such key: did you mean 'title'?"),
        ("strip_id_or_clas: x", "no such key: did you mean 'strip_id_or_class'?"),
        ("just words", "no such key: known are"),
        ("strip:", "it names nothing"),
        ("strip: //div[", "it breaks off"),
        ("strip: //p/text()", "text() is no element"),
        ("strip: //div[@class='css-1x2y3z4']", "the class 'css-1x2y3z4' looks generated"),
        ("body: (//div)[2]", "the n-th of all that match on the page"),
        ("author: 'Ann Lee'", "a fixed text"),
        ("strip: //*[@*='x']", "cannot be named in a selector"),
    ],
)
def test_a_line_that_cannot_be_carried_over_says_why(line: str, reason: str) -> None:
    assert reason in reasons(f"{line}\nstrip: //aside")[1]


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("global.txt", "strip: //aside", "'global' is no host"),
        ("valley.example.txt", "prune: no", "it selects nothing on a page"),
        ("valley.example.txt", "", "it selects nothing on a page"),
        ("valley.example.txt", "strip: //p/text()", "nothing of it could be carried over"),
    ],
)
def test_a_file_without_rules_says_why(file: str, text: str, problem: str) -> None:
    found = convert(file, text)
    assert (found.rules, found.problem) == (None, problem)


def test_a_line_that_is_repeated_is_one_entry() -> None:
    rules = convert("valley.example.txt", "strip: //aside\nstrip: //aside\nstrip: //aside | //nav").rules
    assert rules is not None
    assert [drop.css for drop in rules.drop] == ["aside", "nav"]


@pytest.mark.parametrize("name", ["ftr", "ftr.body", "ftr-body"])
def test_no_entry_takes_the_name_of_the_layout(name: str) -> None:
    rules = convert("valley.example.txt", f"body: //article\nstrip_id_or_class: {name}").rules
    assert rules is not None
    assert read_rules(dumps(rules), site=rules.id) == rules


def test_spaces_marks_and_line_ends_do_not_matter() -> None:
    lines = list(read_lines("\ufeff  Title : //h1\r\n\r\n\t# no\r\nhttp_header(user-agent): x:y\r\n"))
    assert [(line.number, line.key, line.value) for line in lines] == [(1, "title", "//h1"), (4, "http_header", "x:y")]
